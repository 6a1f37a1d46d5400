/// A metric of confidences and right or wrong answers, by the name that configurations and tables
/// use.
public enum SelectiveMetric: Sendable, Hashable {
  /// The area under the risk-coverage curve.
  case aurc(AURC.Rule)
  /// Its excess over the smallest possible one.
  case excessAURC(AURC.Rule)
  /// The area under the generalised risk-coverage curve.
  case augrc

  /// Every metric under every convention.
  public static let all: [SelectiveMetric] =
    AURC.Rule.allCases.map(SelectiveMetric.aurc)
    + AURC.Rule.allCases.map(SelectiveMetric.excessAURC) + [.augrc]

  /// The name, with the convention where there are several: "aurc/trapezoid", "augrc".
  public var name: String {
    switch self {
    case .aurc(let rule): "aurc/\(rule.rawValue)"
    case .excessAURC(let rule): "eaurc/\(rule.rawValue)"
    case .augrc: "augrc"
    }
  }

  /// What is computed and by whom.
  public var facts: MetricFacts {
    switch self {
    case .aurc(.trapezoid):
      MetricFacts(
        positive: nil, rule: "share of errors by trapezoids over the coverages 1/n to 1",
        usedBy: ["torch-uncertainty"], quirk: "images of equal confidence count in mean order")
    case .aurc(.mean):
      MetricFacts(
        positive: nil, rule: "mean share of errors among the k most confident, k = 1 to n",
        usedBy: ["Geifman et al. 2019"], quirk: "images of equal confidence count in mean order")
    case .excessAURC(let rule):
      MetricFacts(
        positive: nil,
        rule: "aurc/\(rule.rawValue) less that of a confidence with every error last",
        usedBy: ["Geifman et al. 2019"],
        quirk: "that paper approximates the optimum by an integral; here it is summed")
    case .augrc:
      MetricFacts(
        positive: nil, rule: "chance to accept an error, averaged over the coverages 0 to 1",
        usedBy: ["fd-shifts (Traub et al. 2024)"],
        quirk: "equals (1 - AUROC_f) acc (1 - acc) + (1 - acc)^2 / 2")
    }
  }

  /// The metric's value.
  public func value(of curve: RiskCoverage) -> Double {
    switch self {
    case .aurc(let rule): AURC.value(of: curve, rule: rule)
    case .excessAURC(let rule): AURC.excess(of: curve, rule: rule)
    case .augrc: AUGRC.value(of: curve)
    }
  }
}
