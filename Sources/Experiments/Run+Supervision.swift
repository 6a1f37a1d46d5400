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
