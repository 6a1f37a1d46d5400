import Configuration
import Tensors

/// REINFORCE without a baseline: each draw of a class counts with its reward.
///
/// loss = -1/n sum_i 1/G sum_g r(a_ig) log pi(a_ig|x_i) + kl KL(pi || pi_0). Its mean gradient is that of
/// `exact`, its variance the largest. Source: Williams, "Simple statistical gradient-following
/// algorithms for connectionist reinforcement learning", Machine Learning 8, 1992.
public struct Reinforce: Objective {
  public static let name = "reinforce"

  /// The temperature of the policy.
  public var tauPol = PolicyTemperature.automatic
  /// The weight of the divergence from the zero-shot policy.
  public var kl = 0.05
  /// The draws of an image in a step, with replacement.
  public var groupSize = 8
  /// Whether the mean of a step leaves out images whose draws all have one reward.
  public var dynamicSampling = false

  public init() {}

  public var readsZeroShot: Bool { kl > 0 }

  public var problems: [SettingProblem] { policy.problems() }

  public func prepared(for training: StageTraining) throws -> PreparedObjective {
    try policy.prepared(
      for: training,
      SampledLoss(count: groupSize, advantages: .plain, isDynamic: dynamicSampling).callAsFunction)
  }

  private var policy: PolicySettings {
    PolicySettings(tauPol: tauPol, kl: kl, groupSize: groupSize)
  }
}
