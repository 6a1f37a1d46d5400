/// A fault of the scores or labels given to a metric.
public struct MetricError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, for callers that know the file and the line of each score.
  public enum Reason: Sendable, Equatable {
    /// A set has no scores.
    case empty(ScoreSet)
    /// The score at an index of a set is NaN.
    case notANumber(ScoreSet, index: Int)
    /// The arguments do not fit each other, or hold too few items.
    case mismatch(String)
  }

  /// The two sides that a detector separates.
  public enum ScoreSet: String, Sendable, Equatable {
    /// Scores of in-distribution samples.
    case inDistribution = "in-distribution"
    /// Scores of out-of-distribution samples.
    case outOfDistribution = "out-of-distribution"
  }

  /// What is wrong.
  public let reason: Reason

  /// Creates the error for a reason.
  public init(_ reason: Reason) { self.reason = reason }

  public var description: String {
    switch reason {
    case .empty(let set):
      "no \(set.rawValue) scores, expected at least one; both sets are needed for every metric"
    case .notANumber(let set, let index):
      "\(set.rawValue) score at index \(index) is NaN, expected a number or an infinity; "
        + "look for a division by zero in the detector"
    case .mismatch(let message): message
    }
  }
}
