import Configuration
import Tensors

/// The expected reward itself, by a sum over all classes.
///
/// loss = -1/n sum_i sum_a pi(a|x_i) r_i(a) + kl KL(pi || pi_0), pi = softmax(cos / tau_pol), r_i the soft label
/// or 1 for the label and 0 else. Its gradient is the mean of those of `reinforce` and `rloo`, at less
/// cost: the scores of all classes are there anyway. By p, the probability of the label, it is p (1 - p)
/// where cross-entropy's is 1 - p, so at a rate chosen for cross-entropy plain gradient steps are
/// shorter; AdamW's are not. Without kl it is the mean absolute error less 1 (Ghosh, Kumar, Sastry,
/// "Robust loss functions under label noise for deep neural networks", AAAI 2017).
public struct ExpectedReward: Objective {
  public static let name = "exact"

  /// The temperature of the policy.
  public var tauPol = PolicyTemperature.automatic
  /// The weight of the divergence from the zero-shot policy.
  public var kl = 0.05
  /// The size of the groups for which `auto` chooses the temperature, as for the sampled estimators.
  public var groupSize = 8

  public init() {}

  public var readsZeroShot: Bool { kl > 0 }

  public var problems: [SettingProblem] { policy.problems() }

  public func prepared(for training: StageTraining) throws -> PreparedObjective {
    try policy.prepared(for: training) { _ in
      var loss = PolicyLoss { tape, logits, batch in
        tape.expectedReward(logits, rewards: batch.rewards(classes: logits.columns))
      }
      // It draws nothing.
      loss.measures = { _ in ["gradient_variance": 0, "gradient_variance_end": 0] }
      return loss
    }
  }

  private var policy: PolicySettings {
    PolicySettings(tauPol: tauPol, kl: kl, groupSize: groupSize)
  }
}
