import Configuration
import Tensors

/// Generalised cross-entropy: a loss that is bounded, so wrong labels weigh less.
///
/// loss = 1/n sum_i sum_c t_ic (1 - p_ic^q) / q, between cross-entropy (q towards 0) and the mean absolute
/// error (q = 1), which `exact` is at the temperature of a policy. By default p is the softmax of the
/// model's own scores, as published; `tau_pol: auto` takes the policy's. Source: Zhang, Sabuncu,
/// "Generalized cross entropy loss for training deep neural networks with noisy labels", NeurIPS 2018,
/// arXiv:1805.07836, equation 6, without its truncated variant; q = 0.7 as there.
public struct GeneralizedCrossEntropy: Objective {
  public static let name = "gce"

  /// q, above 0 and at most 1.
  public var q = 0.7
  /// The temperature of the softmax.
  public var tauPol = PolicyTemperature.logitScale
  /// The weight of the divergence from the zero-shot policy.
  public var kl = 0.0
  /// The size of the groups for which `auto` chooses the temperature, as for the sampled estimators.
  public var groupSize = 8

  public init() {}

  public var readsZeroShot: Bool { kl > 0 }

  public var problems: [SettingProblem] {
    policy.problems()
      + (q > 0 && q <= 1 ? [] : [SettingProblem("q", "must lie in (0, 1], got \(q)")])
  }

  public func prepared(for training: StageTraining) throws -> PreparedObjective {
    let q = q
    return try policy.prepared(for: training) { _ in
      PolicyLoss { tape, logits, batch in
        tape.generalizedCrossEntropy(
          logits, targets: batch.rewards(classes: logits.columns), q: q)
      }
    }
  }

  private var policy: PolicySettings {
    PolicySettings(tauPol: tauPol, kl: kl, groupSize: groupSize)
  }
}
