import Configuration
import Tensors

/// A reward for the class and for a rationale that annotations confirm, after RARL.
///
/// An action is a class a and one of its descriptors d, pi(a, d|x) = pi(a|x) pi(d|x, a), pi(d|x, a) =
/// softmax over a's descriptors of cos(x, "a which has d") / tau_d. Its reward is
/// r = w_c r_i(a) + w_a 1[d among the image's attributes] + w_s 1[the descriptors' vote is a], r_i(a) the
/// share of the soft label or 1 for the label; the vote is the class whose descriptors' mean cosine
/// is largest, by the model as it is. Attributes are the image's metadata, column `attributes`, divided by
/// semicolons; nothing stands in for them where they are missing. With w_a = w_s = 0 no descriptor is
/// drawn, and it is the plain estimator's loss.
///
/// Source: the composite reward of Pham, Ngo, "RARL", arXiv:2506.06600, in a form that can be checked;
/// descriptors as in Menon, Vondrick, ICLR 2023.
public struct CompositeReward: Objective {
  public static let name = "composite"

  /// How draws become a gradient.
  public enum Estimator: String, Codable, Sendable, CaseIterable {
    case exact
    case reinforce
    case rloo
    case grpo
    case drGRPO = "dr-grpo"
  }

  /// Where the parts of a reward are added.
  public enum Aggregate: String, Codable, Sendable, CaseIterable {
    /// Advantages are those of the weighted sum.
    case sumThenNormalize = "sum_then_normalize"
    /// The weighted sum of each part's own advantages (GDPO, without its batch normalisation).
    case normalizeThenSum = "normalize_then_sum"
  }

  /// How draws become a gradient.
  public var estimator = Estimator.grpo
  /// w_c.
  public var classWeight = 0.7
  /// w_a.
  public var attributeWeight = 0.2
  /// w_s.
  public var consistencyWeight = 0.1
  /// Where the parts are added; `exact` has no advantages and always sums.
  public var aggregate = Aggregate.sumThenNormalize
  /// Whether images get each other's attributes at random: the control.
  public var shufflesAttributes = false
  /// The temperature of the policy.
  public var tauPol = PolicyTemperature.automatic
  /// The temperature of descriptors; nil for the policy's.
  public var tauD: Double?
  /// The weight of the divergence of the classes' policy from the zero-shot one.
  public var kl = 0.05
  /// The draws of an image in a step, with replacement.
  public var groupSize = 8
  /// What `grpo` divides centred rewards by.
  public var scaleRewards = RewardScale.bessel

  public init() {}

  public var readsZeroShot: Bool { kl > 0 }

  /// Whether a part of the reward depends on descriptors.
  public var readsDescriptors: Bool { attributeWeight > 0 || consistencyWeight > 0 }

  public var problems: [SettingProblem] {
    var problems = policy.problems(
      leastGroup: estimator == .exact || estimator == .reinforce ? 1 : 2)
    for (name, weight) in [
      ("class_weight", classWeight), ("attribute_weight", attributeWeight),
      ("consistency_weight", consistencyWeight),
    ] where !(weight >= 0 && weight.isFinite) {
      problems.append(SettingProblem(name, "must be a number from 0, got \(weight)"))
    }
    if let tauD, !(tauD > 0 && tauD.isFinite) {
      problems.append(SettingProblem("tau_d", "must be a number above 0, got \(tauD)"))
    }
    return problems
  }

  public func prepared(for training: StageTraining) throws -> PreparedObjective {
    try policy.prepared(for: training) { policy in
      guard readsDescriptors else { return try plain(policy) }
      return try FactoredLoss(self, policy).loss()
    }
  }

  /// The loss without descriptors, of the class's part alone.
  private func plain(_ policy: Policy) throws -> PolicyLoss {
    let weight = classWeight
    guard let advantages else {
      return PolicyLoss { tape, logits, batch in
        var rewards = batch.rewards(classes: logits.columns)
        for i in rewards.values.indices { rewards.values[i] *= weight }
        return tape.expectedReward(logits, rewards: rewards)
      }
    }
    return try SampledLoss(count: groupSize, weight: weight, advantages: advantages)(policy)
  }

  /// What makes weights of rewards; nil for the exact sum.
  var advantages: Advantages? {
    switch estimator {
    case .exact: nil
    case .reinforce: .plain
    case .rloo: .leaveOneOut
    case .grpo: .centred(scaleRewards)
    case .drGRPO: .centred(.none)
    }
  }

  private var policy: PolicySettings {
    PolicySettings(tauPol: tauPol, kl: kl, groupSize: groupSize)
  }
}
