import Tensors

/// How much a sampled estimator of the gradient of one shot's loss by the policy's logits scatters.
///
/// V = mean over shots of sum_j Var(g_j), g = -1/G sum_g A_g (e_(a_g) - pi): the trace of the
/// covariance of what one group of draws says of d loss / d(k z), at a policy that stands still. The
/// variance is the unbiased one of 64 groups of each shot, drawn apart from the training's, so
/// estimators and units are compared on the same draws. Whitening over a batch, clipping and
/// the divergence are left out; an estimator that draws nothing has 0.
struct GradientVariance: Sendable {
  /// The groups of a shot.
  static let groups = 64

  let groupSize: Int
  let rewards: ShotRewards
  let sampler: ActionSampler
  /// The advantages of a shot's draws, by their rewards.
  let advantages: @Sendable (_ shot: Int, _ rewards: [Double]) -> [Double]

  /// V at a policy, log pi `[shots, classes]`.
  func callAsFunction(_ logProbabilities: DoubleMatrix, workers: Workers) -> Double {
    let own = self
    let parts = workers.map(logProbabilities.rows) { own.variance(logProbabilities, shot: $0) }
    var sum = 0.0
    for part in parts { sum += part }
    return sum / Double(max(1, parts.count))
  }

  /// The trace of the covariance of one shot's estimates.
  func variance(_ logProbabilities: DoubleMatrix, shot: Int) -> Double {
    let rewards = self.rewards(shot)
    let probabilities = logProbabilities.row(shot).map { exponential($0) }
    let count = GradientVariance.groups
    let actions = sampler.actions(
      count * groupSize, from: logProbabilities, row: shot, shot: shot, step: 0)
    var probabilityNorm = 0.0
    for p in probabilities { probabilityNorm += p * p }
    // g = w - W pi with w the weights of the drawn classes and W their sum: all but the mean needs
    // the drawn classes alone.
    var squares = 0.0
    var weightSums = [Double](repeating: 0, count: probabilities.count)
    var total = 0.0
    for group in 0..<count {
      let drawn = [Int](actions[group * groupSize..<(group + 1) * groupSize])
      let advantages = advantages(shot, drawn.map { rewards[$0] })
      var weights: [Int: Double] = [:]
      for (action, advantage) in zip(drawn, advantages) {
        weights[action, default: 0] += advantage / Double(groupSize)
      }
      var (norm, product, sum) = (0.0, 0.0, 0.0)
      // In the order of classes: dictionaries have none, and sums depend on it.
      for (action, weight) in weights.sorted(by: { $0.key < $1.key }) {
        norm += weight * weight
        product += weight * probabilities[action]
        sum += weight
        weightSums[action] += weight
      }
      squares += norm - 2 * sum * product + sum * sum * probabilityNorm
      total += sum
    }
    var mean = 0.0
    for (weight, p) in zip(weightSums, probabilities) {
      mean += (weight - total * p) * (weight - total * p)
    }
    return max(0, (squares - mean / Double(count)) / Double(count - 1))
  }
}
