extension TrainingConfiguration {
  /// The optimiser steps of a training on so many images, as `FineTuner` takes them.
  ///
  /// An incomplete last batch is dropped when there is a whole one.
  public func stepCount(images: Int) -> Int {
    guard images > 0 else { return 0 }
    return max(1, images / min(batchSize, images)) * epochs
  }
}
