/// A metric of classified images, by the name that configurations and tables use.
public enum ClassificationMetric: Sendable, Hashable {
  /// The share of images whose class is the label.
  case accuracy
  /// The mean negative log-likelihood of the labels.
  case negativeLogLikelihood
  /// The mean over images of sum_c (p_c - [c = label])^2.
  case brier
  /// The expected calibration error of the largest probability.
  case calibrationError(CalibrationError.Bins)

  /// Every metric under every convention.
  public static let all: [ClassificationMetric] =
    [.accuracy, .negativeLogLikelihood, .brier]
    + CalibrationError.Bins.allCases.map(ClassificationMetric.calibrationError)

  /// The name, with the convention where there are several: "nll", "ece/equal-width".
  public var name: String {
    switch self {
    case .accuracy: "accuracy"
    case .negativeLogLikelihood: "nll"
    case .brier: "brier"
    case .calibrationError(let bins): "ece/\(bins.rawValue)"
    }
  }

  /// Whether a larger value is the better one.
  public var higherIsBetter: Bool { self == .accuracy }

  /// What is computed and by whom.
  public var facts: MetricFacts {
    switch self {
    case .accuracy:
      MetricFacts(
        positive: nil, rule: "share of images whose largest logit is the label's", usedBy: ["all"],
        quirk: "of equal logits the first class counts")
    case .negativeLogLikelihood:
      MetricFacts(
        positive: nil, rule: "mean of -log p of the label, in nats",
        usedBy: ["scikit-learn (log_loss)", "torch-uncertainty"],
        quirk: "p is not cut off: one confident error weighs without bound")
    case .brier:
      MetricFacts(
        positive: nil, rule: "mean of the squared errors of the probabilities, summed over classes",
        usedBy: ["scikit-learn (scale_by_half=False)", "torch-uncertainty"],
        quirk: "from 0 to 2; divided by the number of classes elsewhere")
    case .calibrationError(.equalWidth):
      MetricFacts(
        positive: nil,
        rule: "gaps of accuracy and confidence in 15 bins of equal width, open below",
        usedBy: ["Guo et al. 2017", "torchmetrics"],
        quirk:
          "biased upwards, the more the fewer images a bin has; so there is no bootstrap interval")
    case .calibrationError(.equalMass):
      MetricFacts(
        positive: nil, rule: "gaps of accuracy and confidence in 15 bins of equally many images",
        usedBy: ["Nixon et al. 2019 (adaptive calibration error of the top class)"],
        quirk: "images of equal confidence share their accuracy across a border")
    }
  }

  /// The metric's value on at least one image.
  ///
  /// - Throws: `MetricError` without any image.
  public func value(of images: Classifications) throws -> Double {
    switch self {
    case .accuracy:
      if images.count == 0 { throw MetricError(.mismatch("no images, expected at least one")) }
      var hits = 0
      for isCorrect in images.isCorrect where isCorrect { hits += 1 }
      return Double(hits) / Double(images.count)
    case .negativeLogLikelihood: return try Summary(images.logLosses).mean
    case .brier: return try Summary(images.squaredErrors).mean
    case .calibrationError(let bins):
      return try CalibrationError.value(
        confidences: images.confidences, isCorrect: images.isCorrect, bins: bins)
    }
  }
}
