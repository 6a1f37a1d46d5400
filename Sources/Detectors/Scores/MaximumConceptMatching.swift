import Configuration

/// Maximum concept matching: the largest softmax probability of the cosine similarities.
///
/// score = max_c softmax(s / T)_c with s = logits / logit scale, `[images, classes]`; T = 1. Range
/// 1 / classes to 1, higher = more in-distribution. At T = 1 / logit scale it equals `msp`.
///
/// Source: Ming, Cai, Gu, Sun, Li, Li, "Delving into out-of-distribution detection with
/// vision-language representations", NeurIPS 2022, equation 2. Official code: deeplearning-wisc/MCM,
/// `get_ood_scores_clip`, which stores the negated score and takes whole temperatures only.
public struct MaximumConceptMatching: Detector {
  public static let name = "mcm"
  public static let paper =
    "Ming et al., Delving into Out-of-Distribution Detection with Vision-Language Representations, "
    + "NeurIPS 2022, https://arxiv.org/abs/2211.13445"

  public static let needs: Set<OutputField> = [.cosines]

  /// The softmax temperature T on the cosine similarities.
  public var temperature = 1.0

  /// The paper's setting.
  public init() {}

  public var problems: [SettingProblem] { temperatureProblems(temperature) }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    try checkSettings()
    let (matrix, unit) = try outputs.cosines(for: Self.name)
    return softmaxRows(matrix, scale: unit / temperature).map { 1 / $0.sum }
  }
}
