import CLIPModels
import Datasets
import Detectors
import FineTuning
import Images
import Metrics
import Tensors

extension Run {
  /// The value head of the unit, fitted to rewards of shots that its policies had not seen; nil where
  /// no detector reads it.
  func crossFittedValue(
    on task: FewShotTask, checkpoints: TrainingCheckpoints?, report: (Phase) throws -> Void
  ) throws -> CrossFittedValue? {
    guard settings.reads(.values) else { return nil }
    return try CrossFitting(method, on: task, workers: workers).fitted(
      checkpoints: checkpoints, model: { try folder.load() },
      progress: { try report(.training($0, $1, loss: $2)) })
  }

  /// What a value head says of the images of a set with a content hash.
  ///
  /// It reads features of the tower as the model's folder has it, which units share.
  func values(
    of head: ValueHead
  ) throws -> @Sendable (_ images: ImageSet, _ hash: String) throws -> [Double] {
    let frozen = FrozenModel(folder)
    let (cache, tower, workers) = (cache, try folder.identity(), workers)
    let preprocessor = Preprocessor(folder.preprocessing)
    return { images, hash in
      let features = try cache.matrix(
        .features, rows: images.count, contentHash: hash, tower: tower
      ) {
        try ImageEncoder(frozen(), preprocessor: preprocessor, workers: workers)
          .features(of: images)
      }
      return head.values(ValueHead.inputs(features))
    }
  }
}

extension CrossFittedValue {
  /// How well held-out values tell right from wrong answers, and how far they are from the share of
  /// right ones: `value_auroc`, where there are both, and `value_ece` in 15 bins of equal width.
  func measures() throws -> [String: Double] {
    var measures = [
      "value_ece": try CalibrationError.value(
        confidences: heldOut, isCorrect: isRight, bins: .equalWidth)
    ]
    let right = heldOut.indices.filter { isRight[$0] }.map { heldOut[$0] }
    let wrong = heldOut.indices.filter { !isRight[$0] }.map { heldOut[$0] }
    if !right.isEmpty, !wrong.isEmpty {
      measures["value_auroc"] = try AUROC.value(inDistribution: right, outOfDistribution: wrong)
    }
    return measures
  }
}
