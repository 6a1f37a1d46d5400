import Configuration
import Tensors

/// GRPO without the division ("done right"): each draw's reward less the group's mean.
///
/// A_i = r_i - mean r; the loss is that of `reinforce` with A for r. Its mean gradient is (G - 1) / G times
/// that of `exact`. Source: Liu et al., "Understanding R1-Zero-like training", COLM 2025,
/// arXiv:2503.20783.
public struct DrGRPO: Objective {
  public static let name = "dr-grpo"

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

  public var problems: [SettingProblem] { policy.problems(leastGroup: 2) }

  public func prepared(for training: StageTraining) throws -> PreparedObjective {
    try policy.prepared(
      for: training,
      SampledLoss(count: groupSize, advantages: .centred(.none), isDynamic: dynamicSampling)
        .callAsFunction)
  }

  private var policy: PolicySettings {
    PolicySettings(tauPol: tauPol, kl: kl, groupSize: groupSize)
  }
}
