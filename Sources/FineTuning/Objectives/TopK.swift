import Configuration
import Tensors

/// RLCF's estimator: the likeliest classes in the place of draws.
///
/// loss = -1/n sum_i 1/k sum_(a in top k) (r_a - mean r) log pi(a|x_i) + kl KL(pi || pi_0). The classes are not
/// drawn from the policy, so its gradient is no unbiased one of the expected reward: where the label is
/// not among them nothing is learnt. `auto` chooses the temperature as for groups of eight draws.
/// Source: Zhao et al., "Test-time adaptation with CLIP reward for zero-shot generalization in
/// vision-language models" (RLCF), ICLR 2024, arXiv:2305.18010; code mzhaoshuai/RLCF. Its reward is
/// another CLIP model's score, here it is the label's.
public struct TopK: Objective {
  public static let name = "topk"

  /// The temperature of the policy.
  public var tauPol = PolicyTemperature.automatic
  /// The weight of the divergence from the zero-shot policy.
  public var kl = 0.05
  /// The classes that count, k; at most all.
  public var k = 3

  public init() {}

  public var readsZeroShot: Bool { kl > 0 }

  public var problems: [SettingProblem] {
    policy.problems()
      + (k >= 2 ? [] : [SettingProblem("k", "must be at least 2, got \(k)")])
  }

  public func prepared(for training: StageTraining) throws -> PreparedObjective {
    try policy.prepared(
      for: training,
      SampledLoss(count: k, advantages: .centred(.none), isDrawn: false).callAsFunction)
  }

  private var policy: PolicySettings {
    PolicySettings(tauPol: tauPol, kl: kl, groupSize: 8)
  }
}
