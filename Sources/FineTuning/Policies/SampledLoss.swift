import Datasets
import Tensors

/// The score function estimator on groups of classes drawn from the policy.
///
/// loss = -1/n sum_i 1/G sum_g A_ig log pi(a_ig|x_i), a_ig drawn from pi without gradient. Draws are
/// functions of the task's seed, the step and the shot.
struct SampledLoss {
  /// The draws of a shot.
  var count: Int
  /// What rewards are multiplied by.
  var weight = 1.0
  /// What makes weights of their rewards.
  var advantages: Advantages
  /// Whether they are drawn from the policy; else they are its likeliest classes, each once.
  var isDrawn = true
  /// Whether the mean runs over the groups alone whose rewards differ.
  var isDynamic = false

  /// The loss of a policy's stage.
  func callAsFunction(_ policy: Policy) throws -> PolicyLoss {
    let training = policy.training
    let zeros = RunningFraction("policy.\(training.index).zero_advantage")
    let variance = self.variance(of: training)
    let start = Parameter(
      "policy.\(training.index).gradient_variance", shape: [1], repeating: 0)
    if let variance {
      start.values = [Float(variance(try policy.logProbabilities(), workers: training.workers))]
    }
    let sampler = ActionSampler(seed: training.task.seed, stage: training.index)
    var loss = PolicyLoss { tape, logits, batch in
      let (weights, equal) = self.weights(
        logSoftmax(logits.matrix), batch: batch, rewards: batch.rewards(classes: logits.columns),
        sampler: sampler)
      zeros.add(equal, of: batch.shots.count)
      return tape.weightedLogProbabilities(logits, weights: weights)
    }
    loss.kept = [zeros.kept, start]
    loss.measures = { end in
      var measures = ["gradient_variance": Double(start.values[0])]
      measures["gradient_variance_end"] = variance?(end, workers: training.workers) ?? 0
      measures["zero_advantage"] = zeros.value
      return measures
    }
    return loss
  }

  private func variance(of training: StageTraining) -> GradientVariance? {
    guard isDrawn else { return nil }
    let (advantages, weight) = (advantages, weight)
    return GradientVariance(
      groupSize: count, rewards: ShotRewards(training.task),
      sampler: ActionSampler(
        seed: training.task.seed, stage: training.index, purpose: "gradient variance")
    ) { _, rewards in advantages(rewards.map { weight * $0 }) }
  }

  /// The weight of each class's log probability, and how many groups have equal rewards.
  func weights(
    _ logProbabilities: DoubleMatrix, batch: TrainingBatch, rewards: DoubleMatrix,
    sampler: ActionSampler
  ) -> (weights: DoubleMatrix, equal: Int) {
    let size = isDrawn ? count : min(count, logProbabilities.columns)
    var weights = DoubleMatrix(rows: logProbabilities.rows, columns: logProbabilities.columns)
    var equal = 0
    for (row, shot) in batch.shots.enumerated() {
      let actions =
        isDrawn
        ? sampler.actions(size, from: logProbabilities, row: row, shot: shot, step: batch.step)
        : SampledLoss.likeliest(size, of: logProbabilities, row: row)
      let own = actions.map { weight * rewards[row, $0] }
      if own.allSatisfy({ $0 == own[0] }) {
        equal += 1
        if isDynamic { continue }
      }
      for (action, advantage) in zip(actions, advantages(own)) {
        weights[row, action] += advantage / Double(size)
      }
    }
    if isDynamic, equal > 0, equal < weights.rows {
      let factor = Double(weights.rows) / Double(weights.rows - equal)
      for i in weights.values.indices { weights.values[i] *= factor }
    }
    return (weights, equal)
  }

  private static func likeliest(
    _ count: Int, of logProbabilities: DoubleMatrix, row: Int
  ) -> [Int] {
    let logs = [Double](logProbabilities.row(row))
    let order = logs.indices.sorted { logs[$0] > logs[$1] || (logs[$0] == logs[$1] && $0 < $1) }
    return [Int](order.prefix(count))
  }
}

extension TrainingBatch {
  /// The reward of each class for each shot, `[shots, classes]`: the soft labels, or 1 for the label
  /// and 0 else.
  func rewards(classes: Int) -> DoubleMatrix {
    if let targets { return DoubleMatrix(targets) }
    var rewards = DoubleMatrix(rows: labels.count, columns: classes)
    for (row, label) in labels.enumerated() { rewards[row, label] = 1 }
    return rewards
  }
}
