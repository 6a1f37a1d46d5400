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
    try self.init(values, from: { (1 - level) / 2 }, to: { (1 + level) / 2 }, level: level)
  }

  /// The bias-corrected percentile interval of a bootstrap.
  ///
  /// With p the share of replicates below the estimate, ties half, and z0 = quantile(p) of the
  /// standard normal, the ends are the replicates' quantiles at Phi(2 z0 -+ z). Equal to the
  /// percentile interval where the estimate is the replicates' median. A metric that is optimised on
  /// the sample, as the detection error is over thresholds, comes out too good, on replicates twice
  /// over, and plain percentiles then miss the truth too often.
  ///
  /// Source: Efron, "Nonparametric standard errors and confidence intervals", Canadian Journal of
  /// Statistics 1981.
  ///
  /// - Throws: `MetricError` if there is no value, and for a level that is not between 0 and 1.
  public init(
    biasCorrectedPercentilesOf values: [Double], estimate: Double, level: Double
  ) throws {
    var doubledBelow = 0
    for value in values { doubledBelow += value < estimate ? 2 : value == estimate ? 1 : 0 }
    // Half a replicate from either end, where the quantile would be infinite.
    let share = min(
      max(0.5 * Double(doubledBelow), 0.5), max(Double(values.count) - 0.5, 0.5))
    let shift = 2 * NormalDistribution.quantile(share / Double(max(1, values.count)))
    try self.init(
      values,
      from: { NormalDistribution.below(shift - NormalDistribution.halfWidth(level: level)) },
      to: { NormalDistribution.below(shift + NormalDistribution.halfWidth(level: level)) },
      level: level)
  }

  private init(
    _ values: [Double], from lower: () -> Double, to upper: () -> Double, level: Double
  ) throws {
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
    self.init(lower: quantile(lower()), upper: quantile(upper()), level: level)
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
