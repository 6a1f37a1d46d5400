/// A metric of two sets of scores, by the name that configurations and tables use.
public enum Metric: Sendable, Hashable {
  /// Area under the ROC curve.
  case auroc
  /// Area under the precision-recall curve: positive class and rule.
  case aupr(PositiveClass, AUPR.Rule)
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

  /// Positive class, rule, published code and known quirk.
  public var facts: MetricFacts {
    switch self {
    case .auroc:
      MetricFacts(
        positive: nil,
        rule: "chance that an in-distribution sample outscores another, ties counted half",
        usedBy: ["all"], quirk: nil)
    case .aupr(let positive, .trapezoid):
      MetricFacts(
        positive: positive,
        rule: "trapezoids under the precision-recall curve from recall 0 at precision 1",
        usedBy: ["OpenOOD", "pytorch-ood", "ood-metrics"],
        quirk: "depends on the sizes of the sets; ties raise it: constant scores, 10 of each, "
          + "give 0.75")
    case .aupr(let positive, .averagePrecision):
      MetricFacts(
        positive: positive, rule: "average precision, steps under the precision-recall curve",
        usedBy: positive == .inDistribution
          ? ["MCM", "LoCoOp", "GL-MCM", "NegLabel", "energy_ood"] : ["NegLabel"],
        quirk: "depends on the sizes of the sets; papers print it as AUPR; constant scores, 10 of "
          + "each, give 0.5")
    case .fpr95(let convention): convention.facts
    case .detectionError:
      MetricFacts(
        positive: nil, rule: "smallest mean of both sides' errors over the thresholds",
        usedBy: ["ODIN", "detectors"],
        quirk: "both sides weigh the same, whatever their sizes; optimised on the sample, so too "
          + "small, and its intervals cover less than they say")
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
