/// What a paper must state about a metric so that its numbers can be compared.
public struct MetricFacts: Sendable, Equatable {
  /// The samples that count as positive; nil where exchanging the sides changes nothing, or where
  /// there are no two sides.
  public let positive: PositiveClass?
  /// What is computed, in words.
  public let rule: String
  /// The published code that prints this number under the metric's name.
  public let usedBy: [String]
  /// What surprises readers, or how published code deviates; nil where nothing is known.
  public let quirk: String?

  /// The facts in one line: positive class, rule, published code.
  public var summary: String {
    let positive = positive.map { "\($0.words) samples positive: " } ?? ""
    let users = usedBy.isEmpty ? "" : " (\(usedBy.joined(separator: ", ")))"
    return positive + rule + users
  }
}
