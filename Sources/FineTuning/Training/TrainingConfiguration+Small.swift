/// What `small` presets share; their rates were chosen by `benchmarks/selection`.
extension TrainingConfiguration {
  /// Steps of methods with a frozen image tower: 50 epochs of 32 images a step by CoOp's rule and
  /// schedule, on the test-time view, which is encoded once.
  static func small(rate: Double) -> TrainingConfiguration {
    var training = TrainingConfiguration()
    training.learningRate = rate
    return training
  }

  /// Steps of tokens in the image tower: 15 epochs of 16 images a step, which a few threads share
  /// where they do not share the published four, by CoOp's rule and schedule.
  static func smallTokens(rate: Double) -> TrainingConfiguration {
    var training = TrainingConfiguration()
    training.learningRate = rate
    training.batchSize = 16
    training.epochs = 15
    return training
  }
}
