extension TrainingConfiguration {
  /// The images of a whole batch of a training on so many images.
  func batchSize(images: Int) -> Int { max(1, min(batchSize, images)) }

  /// The steps of one pass over so many images.
  ///
  /// An incomplete last batch is dropped when there is a whole one, unless it is to be kept.
  func stepsPerEpoch(images: Int) -> Int {
    let batch = batchSize(images: images)
    return max(1, (images + (keepsPartialBatch ? batch - 1 : 0)) / batch)
  }

  /// The optimiser steps of a training, as `FineTuner` takes them.
  ///
  /// - Parameters:
  ///   - images: the training images.
  ///   - shots: of them a class, `FewShotTask.shots`.
  public func stepCount(images: Int, shots: Int) -> Int {
    guard images > 0 else { return 0 }
    return epochs.steps(stepsPerEpoch: stepsPerEpoch(images: images), shots: shots)
  }

  /// The passes over the training images that these steps are; the last one may be cut short.
  func epochCount(images: Int, shots: Int) -> Int {
    let steps = stepsPerEpoch(images: images)
    return (stepCount(images: images, shots: shots) + steps - 1) / steps
  }
}
