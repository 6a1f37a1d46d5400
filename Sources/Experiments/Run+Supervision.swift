import Configuration
import Datasets
import FineTuning
import Images
import Results
import Tokenizers

extension Run {
  /// The shots with the labels that training gets.
  func supervisedShots() throws -> SupervisedShots {
    let shots = try fewShots()
    guard shots.count > 0 else { return SupervisedShots(images: shots) }
    return try method.training.chosenSupervision.supervised(shots, in: supervisionScene())
  }

  /// What a supervision may look at: no image that detectors are measured on is within reach.
  func supervisionScene() -> SupervisionScene {
    let frozen = FrozenModel(folder)
    var scene = SupervisionScene(
      pool: prepared.benchmark.train, shots: settings.shots, seed: UInt64(settings.seed),
      templates: prepared.benchmark.promptTemplates.map(PromptTemplate.init),
      model: { try frozen() }, tokenizer: folder.tokenizer,
      preprocessor: Preprocessor(folder.preprocessing), workers: workers)
    scene.others = others.mapValues(\.benchmark.train)
    let (own, others) = (prepared, others)
    scene.contentHash = { name in
      guard let name else { return try own.trainingHash() }
      guard let other = others[name] else {
        throw ExperimentError("benchmark '\(name)' was not loaded")
      }
      return try other.trainingHash()
    }
    // Units that differ in the label model or in the training share features of the pool.
    let (cache, folder, encode, encodeTexts) = (cache, folder, scene.features, scene.textFeatures)
    scene.features = { images in
      try cache.matrix(
        .features, rows: images.count, contentHash: images.contentHash(), tower: folder.identity()
      ) { try encode(images) }
    }
    scene.textFeatures = { texts in
      try cache.matrix(
        .textFeatures, rows: texts.count, contentHash: Run.hash(texts), tower: folder.identity()
      ) { try encodeTexts(texts) }
    }
    return scene
  }
}

extension Run {
  /// What tables call a supervision: the preset or component with the fewest other settings, and
  /// these, as `weak-groups:contamination.share=0.3`.
  ///
  /// Found by the values, so that it does not depend on how a file or a message put them.
  func supervisionLabel(_ training: TrainingConfiguration) throws -> String {
    let chosen = training.chosenSupervision
    let values = try Configuration.settings(of: chosen).leaves
    var best: (name: String, changes: [String])?
    let bases = [(type(of: chosen).name, type(of: chosen).init() as any Configurable)]
    let presets = Supervisions.named.filter { type(of: $0.value) == type(of: chosen) }
    for (name, base) in bases + presets.map({ ($0.name, $0.value) }) {
      let usual = try Configuration.settings(of: base).leaves
      let changes = values.filter { usual[$0.key] != $0.value }.sorted { $0.key < $1.key }
        .map { "\($0.key)=\($0.value.string ?? $0.value.canonicalText)" }
      if best.map({ changes.count < $0.changes.count }) ?? true { best = (name, changes) }
    }
    guard let best else { return type(of: chosen).name }
    return best.name + (best.changes.isEmpty ? "" : ":" + best.changes.joined(separator: ","))
  }
}

extension JSONValue {
  /// The values within objects by dotted keys; lists are values.
  fileprivate var leaves: [String: JSONValue] {
    guard case .object(let members) = self else { return ["": self] }
    var leaves: [String: JSONValue] = [:]
    for (key, value) in members {
      for (path, leaf) in value.leaves { leaves[path.isEmpty ? key : "\(key).\(path)"] = leaf }
    }
    return leaves
  }
}

extension SupervisionFacts {
  /// The report of a supervision as records have it.
  init(_ report: SupervisionReport) {
    self.init(
      measures: report.measures,
      functions: report.functions.map {
        Function(name: $0.name, group: $0.group, measures: $0.measures)
      })
  }
}
