import Configuration
import Tensors

/// RLOO: each draw's reward less the mean of the group's other draws.
///
/// A_i = r_i - 1/(G - 1) sum_(j != i) r_j; the loss is that of `reinforce` with A for r. Its mean gradient
/// is that of `exact`. Source: Kool, van Hoof, Welling, "Buy 4 REINFORCE samples, get a baseline for
/// free!", ICLR 2019 workshop; Ahmadian et al., "Back to basics", ACL 2024, arXiv:2402.14740.
public struct LeaveOneOut: Objective {
  public static let name = "rloo"

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
      SampledLoss(count: groupSize, advantages: .leaveOneOut, isDynamic: dynamicSampling)
        .callAsFunction)
  }

  private var policy: PolicySettings {
    PolicySettings(tauPol: tauPol, kl: kl, groupSize: groupSize)
  }
}
