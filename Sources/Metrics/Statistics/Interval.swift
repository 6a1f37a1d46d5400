/// A confidence interval.
public struct Interval: Codable, Sendable, Equatable {
  /// The lower end.
  public let lower: Double
  /// The upper end.
  public let upper: Double
  /// The confidence level, such as 0.95.
  public let level: Double

  /// Creates an interval from its ends.
  public init(lower: Double, upper: Double, level: Double) {
    self.lower = lower
    self.upper = upper
    self.level = level
  }

  /// The central share of replicated values: the percentile interval of a bootstrap.
  ///
  /// The ends are interpolated linearly between neighbouring values, as `numpy.percentile` does.
  ///
  /// - Throws: `MetricError` if there is no value, and for a level that is not between 0 and 1.
  public init(percentilesOf values: [Double], level: Double) throws {
    try checkLevel(level)
    if values.isEmpty {
      throw MetricError(.mismatch("no replicates for an interval, expected at least 1"))
    }
    let sorted = values.sorted()
    func quantile(_ share: Double) -> Double {
      let position = share * Double(sorted.count - 1)
      let index = min(Int(position), sorted.count - 1)
      let next = min(index + 1, sorted.count - 1)
      return sorted[index] + (sorted[next] - sorted[index]) * (position - Double(index))
    }
    self.init(lower: quantile((1 - level) / 2), upper: quantile((1 + level) / 2), level: level)
  }

  /// Whether a value lies in the interval, its ends included.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}

/// Throws unless the level of an interval lies between 0 and 1.
func checkLevel(_ level: Double) throws {
  if !(level > 0 && level < 1) {
    throw MetricError(.mismatch("confidence level is \(level), expected a number between 0 and 1"))
  }
}
