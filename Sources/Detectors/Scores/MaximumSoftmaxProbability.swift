import Configuration

/// Maximum softmax probability: the classifier's confidence.
///
/// score = max_c softmax(logits / T)_c, `[images, classes]`; T = 1. Range 1 / classes to 1, higher =
/// more in-distribution. On CLIP's logits this is MCM at temperature 1 / logit scale = 0.01.
///
/// Source: Hendrycks and Gimpel, "A baseline for detecting misclassified and out-of-distribution
/// examples in neural networks", ICLR 2017. Official code: hendrycks/error-detection.
public struct MaximumSoftmaxProbability: Detector {
  public static let name = "msp"
  public static let paper =
    "Hendrycks and Gimpel, A Baseline for Detecting Misclassified and Out-of-Distribution Examples "
    + "in Neural Networks, ICLR 2017, https://arxiv.org/abs/1610.02136"

  /// The softmax temperature T on the logits.
  public var temperature = 1.0

  /// The paper's setting.
  public init() {}

  public var problems: [SettingProblem] { temperatureProblems(temperature) }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    try checkSettings()
    return softmaxRows(try outputs.logits(for: Self.name), scale: 1 / temperature)
      .map { 1 / $0.sum }
  }
}
