import Configuration
import Tensors

/// GRPO: each draw's reward less the group's mean, over the group's standard deviation.
///
/// A_i = (r_i - mean r) / (sd r + 1e-4); the loss is that of `reinforce` with A for r, without a clipped
/// ratio, as every batch is stepped on once. With rewards 0 and 1 it ascends 2 arcsin(sqrt p) for large
/// groups, not p. Source: Shao et al., "DeepSeekMath", arXiv:2402.03300, equation 3; 1e-4 and the
/// standard deviation with G - 1 as in TRL.
public struct GroupRelative: Objective {
  public static let name = "grpo"

  /// The temperature of the policy.
  public var tauPol = PolicyTemperature.automatic
  /// The weight of the divergence from the zero-shot policy.
  public var kl = 0.05
  /// The draws of an image in a step, with replacement.
  public var groupSize = 8
  /// What centred rewards are divided by.
  public var scaleRewards = RewardScale.bessel
  /// Whether the mean of a step leaves out images whose draws all have one reward.
  public var dynamicSampling = false

  public init() {}

  public var readsZeroShot: Bool { kl > 0 }

  public var problems: [SettingProblem] { policy.problems(leastGroup: 2) }

  public func prepared(for training: StageTraining) throws -> PreparedObjective {
    try policy.prepared(
      for: training,
      SampledLoss(count: groupSize, advantages: .centred(scaleRewards), isDynamic: dynamicSampling)
        .callAsFunction)
  }

  private var policy: PolicySettings {
    PolicySettings(tauPol: tauPol, kl: kl, groupSize: groupSize)
  }
}
