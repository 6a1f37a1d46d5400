import Configuration
import Tensors

/// Pulls every trained weight back to its value before training (L2-SP).
///
/// The penalty is weight sum_i (theta_i - theta0_i)^2. It is no term of the loss but a proximal step after
/// each optimiser step of rate r: theta = (theta + c theta0) / (1 + c), c = 2 r weight, as decoupled
/// weight decay is for theta0 = 0. So an adaptive rule does not rescale it, every weight is stable, and
/// a weight towards infinity leaves the model as it was.
///
/// Source: Li, Grandvalet, Davoine, "Explicit inductive bias for transfer learning with convolutional
/// networks", ICML 2018, arXiv:1802.01483 (there a term of the loss).
public struct WeightAnchor: Regularizer {
  public static let name = "weight-anchor"

  /// The weight of the penalty.
  public var weight = 0.01

  public init() {}

  public var problems: [SettingProblem] { anchorProblems(weight) }

  public var readsOrigins: Bool { true }

  public func correction(of training: StageTraining) throws -> StepCorrection? {
    let anchors = training.parametrization.trained.map { ($0, training.origin($0)) }
    let weight = weight
    return StepCorrection { rate in
      for (parameter, origin) in anchors {
        parameter.move(towards: origin, strength: Float(2 * rate * weight))
      }
    }
  }
}

/// What the weight of a penalty must keep to.
func anchorProblems(_ weight: Double) -> [SettingProblem] {
  weight >= 0 && weight.isFinite
    ? [] : [SettingProblem("weight", "must be a number from 0, got \(weight)")]
}
