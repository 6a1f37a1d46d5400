import Configuration
import Tensors

/// Cross-entropy at the policy's temperature: the control that tells a reward's effect from tau_pol's.
///
/// loss = -1/n sum_i sum_c t_ic log pi(c|x_i) + kl KL(pi || pi_0), pi = softmax(cos / tau_pol), t the soft or
/// one-hot label; label smoothing as in PyTorch. With `tau_pol: logit_scale` and no kl it is
/// `cross-entropy`, bit for bit.
public struct PolicyCrossEntropy: Objective {
  public static let name = "ce-policy"

  /// The temperature of the policy.
  public var tauPol = PolicyTemperature.automatic
  /// The weight of the divergence from the zero-shot policy.
  public var kl = 0.0
  /// The size of the groups for which `auto` chooses the temperature, as for the sampled estimators.
  public var groupSize = 8

  public init() {}

  public var readsZeroShot: Bool { kl > 0 }

  public var problems: [SettingProblem] { policy.problems() }

  public func prepared(for training: StageTraining) throws -> PreparedObjective {
    let smoothing = Float(training.configuration.labelSmoothing)
    return try policy.prepared(for: training, smoothsLabels: true) { _ in
      PolicyLoss { tape, logits, batch in
        tape.crossEntropy(logits, of: batch, smoothing: smoothing)
      }
    }
  }

  private var policy: PolicySettings {
    PolicySettings(tauPol: tauPol, kl: kl, groupSize: groupSize)
  }
}
