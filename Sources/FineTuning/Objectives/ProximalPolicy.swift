import Configuration
import Tensors

/// PPO on episodes of one step: draws less a learnt value, and steps that go only so far from them.
///
/// loss = -1/(n G) sum_i sum_g min(rho A, clip(rho, 1 - e, 1 + e) A) + c_v L_V + kl KL(pi || pi_0) with
/// rho = pi / pi_old, A_ig = r(a_ig) - V(x_i), whitened over the batch if `whitening`; L_V = 1/(2 n) sum_i
/// max((V - R)^2, (V_clip - R)^2), R the mean reward of the image's draws, V_clip at most 0.2 away from V
/// when the batch was drawn. Each batch is stepped on `updates` times, and all steps together are as
/// many as another objective's. V(x) = sigmoid(w . f(x) + b) on frozen features (`ValueHead`), at the
/// start the mean reward for all. For as many steps as `value_warmup` epochs take the value
/// learns alone; of a schedule whose first epoch has next to no rate (CoOp's) it learns nothing there.
///
/// An episode is one step, so generalised advantage estimation has nothing to estimate: its lambda
/// and gamma would change no number, and there are none.
///
/// Source: Schulman et al., "Proximal policy optimization algorithms", arXiv:1707.06347; constants,
/// the clipped value and whitening (standard deviation with n - 1, root of the variance + 1e-8) as in
/// TRL.
public struct ProximalPolicy: Objective {
  public static let name = "ppo"

  /// The temperature of the policy.
  public var tauPol = PolicyTemperature.automatic
  /// The weight of the divergence from the zero-shot policy.
  public var kl = 0.05
  /// The draws of an image in a batch, with replacement.
  public var groupSize = 8
  /// Steps on one batch.
  public var updates = 4
  /// e, how far a ratio may lead.
  public var clip = 0.2
  /// c_v, the weight of the value's loss.
  public var valueWeight = 0.1
  /// How far the value may lead in one batch.
  public var valueClip = 0.2
  /// The epochs, in steps, at the start in which the value learns alone.
  public var valueWarmup = 1
  /// Whether advantages of a batch are brought to mean 0 and standard deviation 1.
  public var whitening = true

  public init() {}

  public var readsZeroShot: Bool { true }

  public var problems: [SettingProblem] {
    var problems = policy.problems()
    for (name, value) in [
      ("clip", clip), ("value_clip", valueClip), ("value_weight", valueWeight),
    ] where !(value >= 0 && value.isFinite) {
      problems.append(SettingProblem(name, "must be a number from 0, got \(value)"))
    }
    if updates < 1 {
      problems.append(SettingProblem("updates", "must be at least 1, got \(updates)"))
    }
    if valueWarmup < 0 {
      problems.append(SettingProblem("value_warmup", "must not be negative, got \(valueWarmup)"))
    }
    return problems
  }

  public func prepared(for training: StageTraining) throws -> PreparedObjective {
    try policy.prepared(for: training) { policy in
      guard let zeroShot = training.zeroShot else { fatalError("ppo reads zero-shot features") }
      return try ProximalLoss(self, policy, ValueHead.inputs(zeroShot.images)).loss()
    }
  }

  private var policy: PolicySettings {
    PolicySettings(tauPol: tauPol, kl: kl, groupSize: groupSize)
  }
}
