import CLIPModels
import Configuration
import Datasets
import FineTuning
import Images
import Tensors

extension Run {
  /// Features of an evaluation set by the image tower as the model's folder has it, not normalised.
  ///
  /// Units of one model and benchmark share them.
  ///
  /// - Parameter model: gives the model before any training, where they are not stored.
  func zeroShotFeatures(of images: ImageSet, by model: () throws -> CLIPModel) throws -> Matrix {
    try cache.matrix(
      .features, rows: images.count,
      contentHash: prepared.hashes[images.name] ?? images.contentHash(), tower: folder.identity()
    ) {
      let preprocessor = Preprocessor(folder.preprocessing)
      return try ImageEncoder(model(), preprocessor: preprocessor, workers: workers)
        .features(of: images)
    }
  }

  /// Unit features of the benchmark's fixed prompts by the text tower as the model's folder has it.
  func zeroShotTexts(of task: FewShotTask, by model: CLIPModel) throws -> Matrix {
    try cache.matrix(
      .textFeatures, rows: task.prompts.count, contentHash: Run.hash(task.prompts),
      tower: folder.identity()
    ) {
      try TextEncoder(model, tokenizer: folder.tokenizer, workers: workers)
        .features(of: task.prompts)
    }
  }

  /// What decides the unit's trajectory beside its training.
  func trajectoryConditions() throws -> JSONValue {
    guard settings.trajectory > 0 else { return .null }
    let benchmark = prepared.benchmark
    let sets = [benchmark.test] + benchmark.near.prefix(1) + benchmark.far.prefix(1)
    var conditions: [String: JSONValue] = [
      "epochs": .integer(settings.trajectory),
      "images": .array(
        try sets.map { .string(try prepared.hashes[$0.name] ?? $0.contentHash()) }),
    ]
    if settings.forgetting { conditions["forgetting"] = .string(try method.training.domains) }
    return .object(conditions)
  }

  /// What looks on while the unit trains; nil where the settings want no trajectory.
  ///
  /// - Parameter model: the model before any training.
  func trajectoryRecorder(
    _ checkpoints: TrainingCheckpoints?, before model: CLIPModel
  ) throws -> TrajectoryRecorder? {
    guard settings.trajectory > 0 else { return nil }
    let isFrozen = try !method.changesImages
    return try TrajectoryRecorder(
      prepared.benchmark, epochs: settings.trajectory, workers: workers, checkpoints: checkpoints,
      forgetting: settings.forgetting
        ? ForgettingSets(prepared.benchmark, domains: try method.training.domains) : nil,
      // The sets are encoded for the evaluation anyway.
      frozen: isFrozen ? { set in try zeroShotFeatures(of: set) { model } } : nil)
  }
}

extension FineTunedClassifier {
  /// The drift of image features from what the tower gave before training; nil where the classifier
  /// makes features of another dimension.
  ///
  /// - Parameters:
  ///   - features: of the images as the classifier reads them.
  ///   - start: of the same images by the tower before training, not normalised.
  func drift(of features: Matrix, from start: Matrix) -> Double? {
    guard isNormalized != false else { return FeatureDrift.mean(of: features, from: start) }
    // Divided by its length as the classifier does it, what has not moved has the same bits.
    let tape = Tape(workspace: Workspace())
    return FeatureDrift.mean(of: features, from: tape.normalized(tape.constant(start)).matrix)
  }
}
