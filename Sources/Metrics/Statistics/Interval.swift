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
    try checkReplicates(values)
    let sorted = values.sorted()
    func quantile(_ share: Double) -> Double {
      let position = share * Double(sorted.count - 1)
      let index = min(Int(position), sorted.count - 1)
      let next = min(index + 1, sorted.count - 1)
      return sorted[index] + (sorted[next] - sorted[index]) * (position - Double(index))
    }
    self.init(
      lower: quantile((1 - level) / 2), upper: quantile((1 + level) / 2), level: level)
  }

  /// The interval of a metric that is optimised on each sample, from its bootstrap replicates.
  ///
  /// estimate - bias -+ z standardError with bias = mean of the replicates - estimate. Such a metric
  /// comes out too good, on replicates twice over: percentiles would miss the truth too often.
  ///
  /// Source: Efron and Tibshirani, "An introduction to the bootstrap", 1993, section 10.6.
  ///
  /// - Throws: `MetricError` if there is no value, and for a level that is not between 0 and 1.
  public init(
    correctingBiasOf values: [Double], estimate: Double, standardError: Double, level: Double
  ) throws {
    try checkLevel(level)
    try checkReplicates(values)
    var sum = CompensatedSum()
    for value in values { sum.add(value) }
    let center = 2 * estimate - sum.value / Double(values.count)
    let half = NormalDistribution.halfWidth(level: level) * standardError
    self.init(lower: center - half, upper: center + half, level: level)
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

/// Throws without a replicate.
private func checkReplicates(_ values: [Double]) throws {
  if values.isEmpty {
    throw MetricError(.mismatch("no replicates for an interval, expected at least 1"))
  }
}
