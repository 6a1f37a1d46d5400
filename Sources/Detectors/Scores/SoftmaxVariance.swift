import Configuration
import Tensors

/// Variance of the softmax of the cosines over the classes.
///
/// score = sum_c (p_c - 1 / C)^2 / C with p = softmax(s / T), `[images, classes]`, s = logits /
/// logit scale and C classes (`numpy.var`, ddof 0); T = 1. Range 0 to (C - 1) / C^2, higher = more
/// in-distribution.
///
/// C times the score is sum_c p_c^2 - 1 / C, so at the same temperature it ranks exactly as `doctor`
/// does: variance at T = 1 is `doctor` on the cosines, and at T = 1 / logit scale `doctor` itself.
///
/// Source: the score `var` of MCM's code, deeplearning-wisc/MCM `get_ood_scores_clip`, which takes
/// the softmax of cosines over T as for MCM and stores the negated variance; Ming et al., "Delving
/// into out-of-distribution detection with vision-language representations", NeurIPS 2022.
public struct SoftmaxVariance: Detector {
  public static let name = "variance"
  public static let paper =
    "Ming et al., Delving into Out-of-Distribution Detection with Vision-Language Representations "
    + "(its code's score \"var\"), NeurIPS 2022, https://arxiv.org/abs/2211.13445"

  public static let needs: Set<OutputField> = [.cosines]

  /// The softmax temperature T on the cosine similarities.
  public var temperature = 1.0

  /// The published code's setting.
  public init() {}

  public var problems: [SettingProblem] { temperatureProblems(temperature) }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    try checkSettings()
    let (matrix, unit) = try outputs.cosines(for: Self.name)
    var softmax = RowSoftmax(matrix, scale: unit / temperature)
    return (0..<matrix.rows).map { row in
      softmax.read(row)
      return softmax.variance
    }
  }
}
