import Datasets
import Tensors

/// The loss of `ppo`: what was drawn for a batch stays for its updates.
final class ProximalLoss {
  /// What was drawn from the policy before the first update on a batch.
  private struct Rollout {
    var actions: [Int] = []
    var advantages: [Double] = []
    var logProbabilities: [Double] = []
    var meanRewards: [Double] = []
    var values: [Double] = []
  }

  private let settings: ProximalPolicy
  private let warmupSteps: Int
  private let policy: Policy
  private let inputs: DoubleMatrix
  private let sampler: ActionSampler
  private let zeros: RunningFraction
  private let weight: Parameter
  private let bias: Parameter
  private let start: Parameter
  private var rollout = Rollout()

  /// Prepares the loss of a stage.
  ///
  /// - Parameter inputs: what the value head reads of the shots, `[shots, d]`.
  init(_ settings: ProximalPolicy, _ policy: Policy, _ inputs: DoubleMatrix) throws {
    self.settings = settings
    self.policy = policy
    self.inputs = inputs
    let training = policy.training
    warmupSteps =
      settings.valueWarmup
      * training.configuration.stepsPerEpoch(images: training.task.images.count)
    let prefix = "policy.\(training.index)"
    sampler = ActionSampler(seed: training.task.seed, stage: training.index)
    zeros = RunningFraction("\(prefix).zero_advantage")
    let first = try policy.logProbabilities()
    let reward = ShotRewards(training.task).expected(first)
    // A sigmoid has no end: rewards of 0 or 1 everywhere start a little inside.
    let share = min(max(reward, 1e-3), 1 - 1e-3)
    weight = Parameter("\(prefix).value.weight", shape: [1, inputs.columns], repeating: 0)
    bias = Parameter(
      "\(prefix).value.bias", shape: [1], values: [Float(logarithm(share / (1 - share)))])
    start = Parameter("\(prefix).gradient_variance", shape: [1], repeating: 0)
    for parameter in [weight, bias] {
      parameter.isTrainable = true
      parameter.decays = false
    }
    start.values = [Float(variance(first))]
  }

  /// The head as it is now.
  var head: ValueHead {
    ValueHead(weight: weight.values.map(Double.init), bias: Double(bias.values[0]))
  }

  /// The loss, and what goes with it.
  func loss() -> PolicyLoss {
    var loss = PolicyLoss { [self] tape, logits, batch in value(tape, logits, batch) }
    loss.trained = [weight, bias]
    loss.kept = [zeros.kept, start]
    loss.updatesPerBatch = settings.updates
    loss.measures = { [self] end in
      var measures = [
        "gradient_variance": Double(start.values[0]), "gradient_variance_end": variance(end),
      ]
      measures["zero_advantage"] = zeros.value
      return measures
    }
    return loss
  }

  private func value(_ tape: Tape, _ logits: Tensor, _ batch: TrainingBatch) -> Tensor {
    if batch.update == 0 { draw(logits, batch) }
    let own = inputs.selecting(batch.shots)
    let scores = tape.linear(
      tape.constant(
        Matrix(rows: own.rows, columns: own.columns, values: own.values.map { Float($0) })),
      weight, bias)
    let valueLoss = tape.multiplied(
      tape.clippedValueError(
        scores, targets: rollout.meanRewards, old: rollout.values, clip: settings.valueClip),
      by: Float(settings.valueWeight))
    if batch.step < warmupSteps { return valueLoss }
    let surrogate = tape.clippedSurrogate(
      logits, actions: rollout.actions, advantages: rollout.advantages,
      logProbabilities: rollout.logProbabilities, clip: settings.clip)
    return tape.combination(surrogate, 1, valueLoss, 1)
  }

  private func draw(_ logits: Tensor, _ batch: TrainingBatch) {
    let logs = logSoftmax(logits.matrix)
    let rewards = batch.rewards(classes: logits.columns)
    rollout = Rollout()
    rollout.values = head.values(inputs.selecting(batch.shots))
    var equal = 0
    for (row, shot) in batch.shots.enumerated() {
      let actions = sampler.actions(
        settings.groupSize, from: logs, row: row, shot: shot, step: batch.step)
      let own = actions.map { rewards[row, $0] }
      if own.allSatisfy({ $0 == own[0] }) { equal += 1 }
      var sum = 0.0
      for reward in own { sum += reward }
      rollout.actions += actions
      rollout.logProbabilities += actions.map { logs[row, $0] }
      rollout.advantages += own.map { $0 - rollout.values[row] }
      rollout.meanRewards.append(sum / Double(own.count))
    }
    if settings.whitening { rollout.advantages = Advantages.whitened(rollout.advantages) }
    zeros.add(equal, of: batch.shots.count)
  }

  private func variance(_ logProbabilities: DoubleMatrix) -> Double {
    let training = policy.training
    let values = head.values(inputs)
    return GradientVariance(
      groupSize: settings.groupSize, rewards: ShotRewards(training.task),
      sampler: ActionSampler(
        seed: training.task.seed, stage: training.index, purpose: "gradient variance")
    ) { shot, rewards in rewards.map { $0 - values[shot] } }(
      logProbabilities, workers: training.workers)
  }
}
