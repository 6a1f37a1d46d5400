import Configuration
import Tensors

/// DOCTOR: the chance that two draws from the softmax agree.
///
/// score = -(1 - sum_c p_c^2) with p = softmax(logits / T), `[images, classes]`; T = 1. Range
/// -(1 - 1 / classes) to 0, higher = more in-distribution. 1 - sum p^2 is summed from the classes
/// that the image is not, so sure predictions keep their order where 1 - p would round to zero.
///
/// The paper's D_alpha rejects where (1 - g) / g is large with g = sum_c p_c^2; -(1 - g) is a
/// monotone function of that ratio. So is the variance of the softmax, g / C - 1 / C^2: `variance`
/// at the same temperature has the same ranks.
///
/// Source: Granese, Romanelli, Gorla, Palamidessi, Piantanida, "DOCTOR: a simple method for
/// detecting misclassification errors", NeurIPS 2021 (its D_alpha). Official code:
/// doctor-public-submission/DOCTOR. The paper's input perturbation is not part of this score.
public struct Doctor: Detector {
  public static let name = "doctor"
  public static let paper =
    "Granese et al., DOCTOR: A Simple Method for Detecting Misclassification Errors, NeurIPS 2021, "
    + "https://arxiv.org/abs/2106.02395"

  /// The softmax temperature T on the logits.
  public var temperature = 1.0

  /// The paper's setting.
  public init() {}

  public var problems: [SettingProblem] { temperatureProblems(temperature) }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    try checkSettings()
    let logits = try outputs.logits(for: Self.name)
    var softmax = RowSoftmax(logits, scale: 1 / temperature)
    return (0..<logits.rows).map { row in
      softmax.read(row)
      return 0 - softmax.disagreement
    }
  }
}
