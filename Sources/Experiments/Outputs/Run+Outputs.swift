import CLIPModels
import Configuration
import Datasets
import Detectors
import FileFormats
import FineTuning
import Images
import Results
import Tensors

/// What a unit's model says about every image set: all that detectors and analyses see.
struct UnitOutputs {
  let training: TrainingFacts
  let test: ImageOutputs
  let splits: [(role: OODRole, outputs: ImageOutputs)]
  /// In-distribution images that are not for testing, for detectors that learn.
  let fits: [FitSource: ImageOutputs]
  /// In-distribution images held out of training, where an analysis asks for them.
  let validation: ImageOutputs?
}

/// An output of a tower that training changed is not stored, and the tower is gone.
private struct OutputsNotStored: Error {}

extension Run {
  /// What decides a training with all its bits, and nothing that only detectors read.
  ///
  /// Outputs of trained towers are stored under it, so other detectors, other revisions of them,
  /// metrics and analyses find them, and other settings, data or weights do not.
  func trainingKey(_ task: FewShotTask) throws -> String {
    try trainingKey(task, of: method)
  }

  /// What decides the training of another method with the unit's other settings.
  func trainingKey(_ task: FewShotTask, of method: any FineTuningMethod) throws -> String {
    var settings = settings
    settings.method = Chosen(method)
    var conditions: [String: JSONValue] = [
      "method": try settings.deciding()["method"] ?? .null,
      "revision": .integer(type(of: method).revision), "encoder": .integer(Revisions.encoder),
      "seed": .integer(settings.seed), "few-shot": .string(try task.images.contentHash()),
      "validation": .string(try task.validation.contentHash()),
      "prompts": .array(prepared.benchmark.promptTemplates.map { .string($0) }),
      "model": .string(try folder.identity()),
      "kernels": .string(MatrixLibrary.kernelName), "numerics": folder.numerics,
      "facts": .integer(Revisions.facts), "trajectory": try trajectoryConditions(),
    ]
    let objective = type(of: method.training.chosenObjective)
    if objective.revision > 0 { conditions["objective"] = .integer(objective.revision) }
    if !task.captioned.isEmpty {
      conditions["captioned"] = .array(try task.captioned.map { .string(try $0.contentHash()) })
    }
    if let heldOut = task.heldOut {
      conditions["guardrail"] = .string(try heldOut.images.contentHash())
    }
    conditions["metadata"] = try trainingMetadataHash(task.images).map { .string($0) }
    if let targets = task.targets {
      var hasher = SHA256.Hasher()
      hasher.update(targets.values)
      conditions["targets"] = .string(hasher.finalize())
    }
    if settings.compositeReward != nil {
      for (name, hash) in try descriptorHashes() { conditions[name] = .string(hash) }
    }
    // It takes trainings of its own, whose measures go into the record.
    if settings.reads(.values) { conditions["value-folds"] = .integer(CrossFitting.folds) }
    return SHA256.hexDigest(of: [UInt8](JSONValue.object(conditions).canonicalText.utf8))
  }

  /// The outputs of a training that is stored, or nil.
  ///
  /// Nil too where one is missing that only the trained towers could give. What frozen towers give
  /// is computed where it is missing.
  func storedOutputs(
    for task: FewShotTask, report: (Phase) throws -> Void
  ) throws -> UnitOutputs? {
    guard let outcome = cache.outcome(try trainingKey(task)) else { return nil }
    // Patches are too many to store; they are looked at while detectors score.
    if outcome.changesImages, settings.reads(.patchCosines) { return nil }
    let frozen = FrozenModel(folder)
    do {
      let start = try zeroShotFeatures(of: prepared.benchmark.test) { try frozen() }
      return try outputs(after: outcome, from: start, on: task, report: report) { isChanged in
        if isChanged { throw OutputsNotStored() }
        return try frozen()
      }
    } catch is OutputsNotStored {
      return nil
    }
  }

  /// The outputs of a model right after its training, which are stored with what it ended in.
  ///
  /// - Parameter zeroShot: what the model made of the test images and of the prompts before.
  func newOutputs(
    of model: CLIPModel, after tuned: FineTunedModel,
    from zeroShot: (images: Matrix, texts: Matrix), value: CrossFittedValue?,
    trajectory: Trajectory?, on task: FewShotTask, report: (Phase) throws -> Void
  ) throws -> UnitOutputs {
    let outcome = try TrainingOutcome(
      tuned, zeroShotTexts: zeroShot.texts, value: value, trajectory: trajectory)
    try cache.store(outcome, try trainingKey(task))
    return try outputs(after: outcome, from: zeroShot.images, on: task, report: report) { _ in
      model
    }
  }

  /// One pass over every set.
  ///
  /// - Parameters:
  ///   - start: features of the test images before training.
  ///   - model: gives the model for an output that is not stored; told whether training has changed
  ///     the tower that makes it.
  private func outputs(
    after outcome: TrainingOutcome, from start: Matrix, on task: FewShotTask,
    report: (Phase) throws -> Void,
    by model: @escaping @Sendable (_ isChanged: Bool) throws -> CLIPModel
  ) throws -> UnitOutputs {
    let (frozen, key) = (try folder.identity(), try trainingKey(task))
    let (preprocessor, workers, tokenizer) = (task.preprocessor, workers, folder.tokenizer)
    let trained = try TrainedModel(
      outcome.classifier,
      encoder: {
        ImageEncoder(
          try model(outcome.changesImages), preprocessor: preprocessor, workers: workers)
      },
      cachedIn: (cache, tower: outcome.changesImages ? key : frozen),
      negatives: try negativeLabels(tower: outcome.changesTexts ? key : frozen) {
        TextEncoder(try model(outcome.changesTexts), tokenizer: tokenizer, workers: workers)
      },
      descriptors: try descriptorFeatures(tower: outcome.changesTexts ? key : frozen) {
        TextEncoder(try model(outcome.changesTexts), tokenizer: tokenizer, workers: workers)
      }, values: try outcome.valueHead.map { try values(of: $0) }, workers: workers)
    func outputs(
      _ images: ImageSet, for readers: [any Detector], hash: String? = nil
    ) throws -> ImageOutputs {
      try report(.encoding(images.name))
      return try trained.outputs(
        of: images, hash: hash ?? images.contentHash(), perturbations: perturbations(for: readers))
    }
    func evaluated(_ images: ImageSet) throws -> ImageOutputs {
      try outputs(
        images, for: settings.chosenDetectors, hash: prepared.hashes[images.name])
    }
    let test = try evaluated(prepared.benchmark.test)
    var facts = outcome.facts
    facts.featureDrift = outcome.classifier.drift(of: test.features, from: start)
    return UnitOutputs(
      training: facts, test: test,
      splits: try prepared.splits.map { ($0.role, try evaluated($0.images)) },
      fits: try fitSets().mapValues {
        try outputs($0, for: detectors(learningFrom: .perturbedLogits))
      },
      validation: try validation().map {
        try outputs($0, for: scoresValidation ? settings.chosenDetectors : [])
      })
  }

  /// The in-distribution images that detectors learn from.
  ///
  /// Those of a tower that training changes are encoded even if no detector learns, for a detector
  /// that is added later would find the tower gone; but not the whole training set.
  func fitSets() throws -> [FitSource: ImageSet] {
    let changesImages = try method.changesImages
    let isSmall: [FitSource: Bool] = [
      .training: settings.fitShots > 0, .validation: prepared.benchmark.validation.count > 0,
    ]
    var sets: [FitSource: ImageSet] = [:]
    for source in FitSource.allCases {
      let isForLater = changesImages && isSmall[source] == true
      if isForLater || settings.fitSources.contains(source) {
        sets[source] = try fitImages(source)
      }
    }
    return sets
  }
}
