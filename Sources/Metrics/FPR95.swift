/// The false positive rate at 95 % true positive rate, under a named convention.
///
/// Range 0 to 1, lower is better.
public enum FPR95 {
  /// The true positive rate that gives the metric its name.
  public static let level = 0.95

  /// The rate for two sets of scores, higher = more in-distribution.
  ///
  /// - Throws: `MetricError` for an empty set or NaN.
  public static func value(
    inDistribution: [Double], outOfDistribution: [Double], convention: FPR95Convention
  ) throws -> Double {
    try FPR.value(
      inDistribution: inDistribution, outOfDistribution: outOfDistribution, convention: convention,
      level: level)
  }

  /// The rate for scores that are sorted already.
  public static func value(of scores: RankedScores, convention: FPR95Convention) -> Double {
    FPR.value(of: scores, convention: convention, level: level)
  }

  /// The threshold of `id-at-least`: the highest in-distribution score t of which at least 95 % of the
  /// in-distribution samples have a score >= t.
  ///
  /// Of the four conventions the only one with a threshold of its own for all
  /// out-of-distribution sets; the share of a set at or above it is that set's `fpr95/id-at-least`.
  ///
  /// - Throws: `MetricError` for an empty set or NaN.
  public static func threshold(inDistribution: [Double]) throws -> Double {
    let keys = try SortedScores(inDistribution, of: .inDistribution).keys
    return SortedScores.score(of: keys[smallestCount(of: keys.count, reaching: level) - 1])
  }
}
