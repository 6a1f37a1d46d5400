/// What a label model says of items and of functions.
public struct LabelEstimate: Sendable, Equatable {
  /// The distribution over classes of each item, rows that sum to 1; empty for items without a
  /// vote.
  public let probabilities: [[Double]]
  /// The accuracy of each function in each domain, `[domains][functions]`.
  ///
  /// The probability that its vote is the item's class, given that it votes. Empty for models
  /// without accuracies.
  public let accuracies: [[Double]]
  /// The share of each class; empty for models without one.
  public let classShares: [Double]
  /// The log-posterior (natural logarithm, up to a constant) of the parameters before each
  /// expectation step; empty for models that are not fitted.
  public let logPosteriors: [Double]
  /// Whether the log-posterior stopped rising before the iterations ran out.
  public let hasConverged: Bool

  /// The most probable class of an item, the lowest of equal ones; nil without a vote.
  public func label(_ item: Int) -> Int? {
    let row = probabilities[item]
    guard var best = row.indices.first else { return nil }
    for k in row.indices where row[k] > row[best] { best = k }
    return best
  }

  /// The probability of an item's most probable class; nil without a vote.
  public func confidence(_ item: Int) -> Double? { probabilities[item].max() }
}
