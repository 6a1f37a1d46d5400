import RandomStreams
import Tensors
import Testing

@testable import FineTuning

/// Estimators of the gradient of an expected reward, by enumeration of all groups of draws.
///
/// The numbers of the table (C = 6, p = 0.2695, rewards 0 and 1) are those of a numpy enumeration, and of
/// the sums over binomial counts below them; every gradient is a multiple of that of p.
@Suite("Estimators of a policy's gradient")
struct PolicyEstimatorTests {
  /// Probabilities of six classes, of which the first is right.
  private static let policy = [0.2695, 0.3, 0.1805, 0.1, 0.09, 0.06]
  private static let p = policy[0]

  /// The mean over all groups of g = 1/G sum A (e_a - pi), each group with its probability.
  private static func meanGradient(_ size: Int, _ advantages: ([Double]) -> [Double]) -> [Double] {
    var mean = [Double](repeating: 0, count: policy.count)
    var actions = [Int](repeating: 0, count: size)
    while true {
      var chance = 1.0
      for action in actions { chance *= policy[action] }
      let weights = advantages(actions.map { $0 == 0 ? 1 : 0 })
      for (action, weight) in zip(actions, weights) {
        for c in policy.indices {
          mean[c] += chance * weight / Double(size) * ((c == action ? 1 : 0) - policy[c])
        }
      }
      guard let place = actions.lastIndex(where: { $0 < policy.count - 1 }) else { return mean }
      actions[place] += 1
      for later in place + 1..<size { actions[later] = 0 }
    }
  }

  /// The multiple of the gradient of p, p (e_y - pi), that a gradient is.
  private static func ratio(_ gradient: [Double]) -> Double { gradient[0] / (p * (1 - p)) }

  @Test(
    "have the weights on the gradient of p that the table lists",
    arguments: [
      (2, Advantages.plain, 1.0), (4, .plain, 1), (2, .leaveOneOut, 1), (4, .leaveOneOut, 1),
      (2, .centred(.none), 0.5), (4, .centred(.none), 0.75),
      (2, .centred(.bessel), 0.7070), (4, .centred(.bessel), 1.4206),
      (2, .centred(.population), 0.9998), (4, .centred(.population), 1.6403),
    ])
  func enumeration(size: Int, advantages: Advantages, expected: Double) {
    let gradient = PolicyEstimatorTests.meanGradient(size, advantages.callAsFunction)
    let ratio = PolicyEstimatorTests.ratio(gradient)
    #expect((ratio - expected).magnitude < 6e-5)
    if case .centred(.none) = advantages {
      #expect((ratio - Double(size - 1) / Double(size)).magnitude < 1e-12)
    }
    if case .leaveOneOut = advantages { #expect((ratio - 1).magnitude < 1e-12) }
    // Nothing but a multiple of p (e_y - pi).
    for c in 1..<6 {
      let own = -ratio * PolicyEstimatorTests.p * PolicyEstimatorTests.policy[c]
      #expect((gradient[c] - own).magnitude < 1e-12)
    }
  }

  /// A mean over the number of right draws of G, by their binomial chances.
  private static func mean(_ size: Int, _ value: (_ rewards: [Double]) -> Double) -> Double {
    var chance = 1.0
    for _ in 0..<size { chance *= 1 - p }
    var mean = 0.0
    for right in 0...size {
      let rewards = (0..<size).map { $0 < right ? 1.0 : 0 }
      mean += chance * value(rewards)
      chance *= Double(size - right) / Double(right + 1) * p / (1 - p)
    }
    return mean
  }

  /// The component of a group's gradient that belongs to the right class.
  private static func component(_ rewards: [Double], _ advantages: [Double]) -> Double {
    var sum = 0.0
    for (reward, advantage) in zip(rewards, advantages) {
      sum += advantage * (reward == 1 ? 1 - p : -p)
    }
    return sum / Double(rewards.count)
  }

  @Test(
    "of GRPO tend to 1 / sqrt(p (1 - p)), the slope of 2 arcsin(sqrt p)",
    arguments: [(8, 1.999), (32, 2.206), (256, 2.248)])
  func arcsine(size: Int, expected: Double) {
    let advantages = Advantages.centred(.population)
    let gradient = PolicyEstimatorTests.mean(size) {
      PolicyEstimatorTests.component($0, advantages($0))
    }
    let p = PolicyEstimatorTests.p
    let ratio = gradient / (p * (1 - p))
    #expect((ratio - expected).magnitude < 1e-3)
    let limit = 1 / (p * (1 - p)).squareRoot()
    #expect((limit - 2.2537).magnitude < 1e-4)
    #expect(ratio < limit)
    if size == 256 { #expect(ratio > 0.995 * limit) }
  }

  @Test("of the two standard deviations differ by sqrt((G - 1) / G) but for 1e-4")
  func conventions() {
    let rewards = [1.0, 0, 0, 1, 0, 0, 0, 0]
    for (bessel, population) in zip(
      Advantages.centred(.bessel)(rewards), Advantages.centred(.population)(rewards))
    {
      #expect((bessel / population - (7.0 / 8).squareRoot()).magnitude < 1e-4)
    }
  }

  @Test("vary most without a baseline, less with one left out, least with the true value")
  func variances() {
    let p = PolicyEstimatorTests.p
    func variance(_ advantages: @escaping ([Double]) -> [Double]) -> Double {
      let mean = PolicyEstimatorTests.mean(8) {
        PolicyEstimatorTests.component($0, advantages($0))
      }
      let square = PolicyEstimatorTests.mean(8) { rewards in
        let own = PolicyEstimatorTests.component(rewards, advantages(rewards))
        return own * own
      }
      return square - mean * mean
    }
    // Of the right class's component; the reference's empirical figures are .0133, .0067, .0053.
    #expect((variance { $0 } - 0.013132).magnitude < 1e-6)
    #expect((variance(Advantages.leaveOneOut.callAsFunction) - 0.006614).magnitude < 1e-6)
    #expect((variance { $0.map { $0 - p } } - 0.005230).magnitude < 1e-6)
  }

  @Test("are what `gradient_variance` measures: the trace over classes, within its error")
  func measuredVariance() throws {
    let policy = PolicyEstimatorTests.policy
    let p = PolicyEstimatorTests.p
    // Many shots with the same policy and label.
    let shots = 400
    let logs = DoubleMatrix(
      rows: shots, columns: 6, values: (0..<shots).flatMap { _ in policy.map(logarithm) })
    let rewards = ShotRewards(
      labels: [Int](repeating: 0, count: shots), targets: nil, classes: 6)
    func measured(_ advantages: @escaping @Sendable ([Double]) -> [Double]) -> Double {
      GradientVariance(
        groupSize: 8, rewards: rewards, sampler: ActionSampler(seed: 1, stage: 0)
      ) { _, rewards in advantages(rewards) }(logs, workers: Workers(threads: 2))
    }
    let none = measured { $0 }
    let left = measured(Advantages.leaveOneOut.callAsFunction)
    let value = measured { $0.map { $0 - p } }
    #expect(none > left && left > value)
    // By hand, without a baseline: p (1 - p) |e_y - pi|^2 / 8.
    var norm = (1 - p) * (1 - p)
    for c in 1..<6 { norm += policy[c] * policy[c] }
    let expected = p * (1 - p) * norm / 8
    // 25,600 groups: their variance is known to about 1 %.
    #expect((none / expected - 1).magnitude < 0.04)
  }

  @Test("read differences of rewards alone, and equal ones not at all")
  func differences() {
    let rewards = [1.0, 0, 0, 1, 0.25, 0, 1, 0]
    for advantages in [
      Advantages.leaveOneOut, .centred(.bessel), .centred(.population), .centred(.none),
    ] {
      for shift in [0.5, 1, -3, 1024] {
        #expect(advantages(rewards.map { $0 + shift }) == advantages(rewards))
      }
      #expect(advantages([0.3, 0.3, 0.3]) == [0, 0, 0])
    }
  }

  @Test("learn nothing from a group in p^G + (1 - p)^G of the cases", arguments: [2, 4])
  func starvation(size: Int) {
    var chance = 0.0
    _ = PolicyEstimatorTests.meanGradient(size) { $0 }
    chance = PolicyEstimatorTests.mean(size) { rewards in
      Advantages.leaveOneOut(rewards).allSatisfy { $0 == 0 } ? 1 : 0
    }
    let p = PolicyEstimatorTests.p
    #expect(
      (chance - PolicyTemperature.zeroAdvantage(p, groupSize: size)).magnitude < 1e-12)
    let closed =
      size == 2 ? p * p + (1 - p) * (1 - p) : p * p * p * p + (1 - p) * (1 - p) * (1 - p) * (1 - p)
    #expect((chance - closed).magnitude < 1e-12)
  }

  @Test("generalised advantage estimation of one-step episodes is r - V for all lambda and gamma")
  func oneStepEpisodes() {
    let rewards = [1.0, 0, 0.4]
    let values = [0.7, 0.2, 0.9]
    for gamma in [0, 0.5, 0.99, 1] {
      for lambda in [0, 0.3, 0.95, 1] {
        let advantages = zip(rewards, values).map { reward, value in
          generalizedAdvantages(
            rewards: [reward], values: [value], gamma: gamma, lambda: lambda)
        }
        for (index, advantage) in advantages.enumerated() {
          #expect(advantage == [rewards[index] - values[index]])
        }
      }
    }
    // The reference is no trivial one: of two steps both numbers count.
    let long = generalizedAdvantages(
      rewards: [0, 1], values: [0.5, 0.5], gamma: 0.9, lambda: 0.5)
    // delta_1 = 1 - 0.5; delta_0 = 0.9 * 0.5 - 0.5 = -0.05; A_0 = -0.05 + 0.45 * 0.5.
    #expect((long[0] - 0.175).magnitude < 1e-12 && long[1] == 0.5)
  }

  /// A_t = delta_t + gamma lambda A_(t+1), delta_t = r_t + gamma V_(t+1) - V_t, V = 0 behind the end.
  ///
  /// Schulman et al., arXiv:1506.02438, equation 16.
  private func generalizedAdvantages(
    rewards: [Double], values: [Double], gamma: Double, lambda: Double
  ) -> [Double] {
    var advantages = [Double](repeating: 0, count: rewards.count)
    var next = 0.0
    for t in rewards.indices.reversed() {
      let following = t + 1 < values.count ? values[t + 1] : 0
      next = rewards[t] + gamma * following - values[t] + gamma * lambda * next
      advantages[t] = next
    }
    return advantages
  }

  @Test(
    "a true value as baseline has the gradient of `exact`, and a constant one that of REINFORCE")
  func valueBaselines() {
    let p = PolicyEstimatorTests.p
    for baseline in [p, 0, 0.5] {
      let gradient = PolicyEstimatorTests.meanGradient(2) { $0.map { $0 - baseline } }
      #expect((PolicyEstimatorTests.ratio(gradient) - 1).magnitude < 1e-12)
    }
  }

  @Test("mean 0 and standard deviation 1 is what whitening gives")
  func whitening() {
    let whitened = Advantages.whitened([1, -0.5, 0.25, 2, 0])
    let mean = whitened.reduce(0, +) / 5
    let variance = whitened.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4
    #expect(mean.magnitude < 1e-12)
    #expect((variance - 1).magnitude < 1e-7)
    #expect(Advantages.whitened([3]) == [3])
  }
}
