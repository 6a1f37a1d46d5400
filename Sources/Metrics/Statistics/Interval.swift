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

  /// Whether a value lies in the interval, its ends included.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}

/// Throws unless the level of an interval lies between 0 and 1.
func checkLevel(_ level: Double) throws {
  if !(level > 0 && level < 1) {
    throw MetricError(.mismatch("confidence level is \(level), expected a number between 0 and 1"))
  }
}
