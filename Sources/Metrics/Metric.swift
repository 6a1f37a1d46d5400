/// A metric of two sets of scores, by the name that configurations and tables use.
public enum Metric: Sendable, Hashable {
  /// Area under the ROC curve.
  case auroc
  /// Area under the precision-recall curve: positive class and rule.
  case aupr(AUPR.Positive, AUPR.Rule)
  /// False positive rate at 95 % true positive rate.
  case fpr95(FPR95Convention)
  /// Smallest balanced error of a threshold.
  case detectionError

  /// Every metric under every convention.
  public static let all: [Metric] =
    [
      .auroc, .aupr(.inDistribution, .trapezoid), .aupr(.outOfDistribution, .trapezoid),
      .aupr(.inDistribution, .averagePrecision), .aupr(.outOfDistribution, .averagePrecision),
    ] + FPR95Convention.allCases.map(Metric.fpr95) + [.detectionError]

  /// The name, with the convention where there are several: "auroc", "ap-in", "fpr95/id-nearest".
  public var name: String {
    switch self {
    case .auroc: "auroc"
    case .aupr(let positive, .trapezoid): "aupr-\(positive.rawValue)"
    case .aupr(let positive, .averagePrecision): "ap-\(positive.rawValue)"
    case .fpr95(let convention): "fpr95/\(convention.rawValue)"
    case .detectionError: "detection-error"
    }
  }

  /// The metric of a name; "fpr95" alone means the default convention, `id-nearest`.
  public init?(name: String) {
    if name == "fpr95" {
      self = .fpr95(.idNearest)
    } else if let metric = Metric.all.first(where: { $0.name == name }) {
      self = metric
    } else {
      return nil
    }
  }

  /// Whether a larger value is the better one.
  public var higherIsBetter: Bool {
    switch self {
    case .auroc, .aupr: true
    case .fpr95, .detectionError: false
    }
  }

  /// The metric's value.
  public func value(of scores: RankedScores) -> Double {
    switch self {
    case .auroc: AUROC.value(of: scores)
    case .aupr(let positive, let rule): AUPR.value(of: scores, positive: positive, rule: rule)
    case .fpr95(let convention): FPR95.value(of: scores, convention: convention)
    case .detectionError: DetectionError.value(of: scores)
    }
  }
}
