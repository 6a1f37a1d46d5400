/// Any metric by name, whatever it is computed from: what tables, records and listings can show.
public struct MetricDescription: Sendable, Equatable {
  /// What a metric is computed from.
  public enum Input: String, Sendable, CaseIterable {
    /// The order of an in-distribution and an out-of-distribution set of scores: `Metric`.
    case scores = "two sets of scores"
    /// The values of two sets of scores: `AUTC`.
    case scoreValues = "two sets of score values"
    /// Logits and labels: `ClassificationMetric`.
    case classifications = "logits and labels"
    /// Confidences and right or wrong answers: `SelectiveMetric`.
    case confidences = "confidences and right answers"
  }

  /// The name, with the convention where there are several.
  public let name: String
  /// What it is computed from.
  public let input: Input
  /// Whether a larger value is the better one.
  public let higherIsBetter: Bool
  /// Positive class, rule, published code and known quirk.
  public let facts: MetricFacts

  /// Every metric under every convention.
  public static let all: [MetricDescription] =
    Metric.all.map {
      MetricDescription(
        name: $0.name, input: .scores, higherIsBetter: $0.higherIsBetter, facts: $0.facts)
    } + [
      MetricDescription(
        name: "autc", input: .scoreValues, higherIsBetter: false, facts: AUTC.facts)
    ]
    + ClassificationMetric.all.map {
      MetricDescription(
        name: $0.name, input: .classifications, higherIsBetter: $0.higherIsBetter, facts: $0.facts)
    }
    + SelectiveMetric.all.map {
      MetricDescription(name: $0.name, input: .confidences, higherIsBetter: false, facts: $0.facts)
    }

  /// The convention that a bare name means.
  private static let defaults = [
    "fpr95": "fpr95/id-nearest", "ece": "ece/equal-width", "aurc": "aurc/trapezoid",
    "eaurc": "eaurc/trapezoid",
  ]

  /// The metric of a name; "fpr95", "ece", "aurc" and "eaurc" alone mean their first conventions.
  public init?(name: String) {
    let full = MetricDescription.defaults[name] ?? name
    guard let found = MetricDescription.all.first(where: { $0.name == full }) else { return nil }
    self = found
  }

  private init(name: String, input: Input, higherIsBetter: Bool, facts: MetricFacts) {
    self.name = name
    self.input = input
    self.higherIsBetter = higherIsBetter
    self.facts = facts
  }

  /// Direction, positive class, rule and published code in one line.
  public var summary: String {
    "\(higherIsBetter ? "higher" : "lower") is better; \(facts.summary)"
  }
}
