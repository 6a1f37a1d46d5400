import Configuration

/// What settings of learnt tokens must keep to.
func promptProblems(
  counts: [(name: String, value: Int)], deviation: Double
) -> [SettingProblem] {
  var problems = counts.filter { $0.value < 1 }.map {
    SettingProblem($0.name, "must be at least 1, got \($0.value)")
  }
  if !(deviation >= 0 && deviation.isFinite) {
    problems.append(
      SettingProblem("initial_deviation", "must be a number from 0, got \(deviation)"))
  }
  return problems
}

extension TrainingConfiguration {
  /// The steps of the published code of prompts in CLIP's image tower: five epochs of four images a
  /// step, the first one at 1e-5.
  ///
  /// Source: muzairkhattak/multimodal-prompt-learning, `configs/trainers`.
  static func promptTokens(rate: Double) -> TrainingConfiguration {
    var training = TrainingConfiguration()
    training.learningRate = rate
    training.batchSize = 4
    training.epochs = 5
    training.views = .coop
    return training
  }
}
