#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Student's t distribution for whole degrees of freedom.
enum StudentDistribution {
  /// P(|T| <= t) for t >= 0: a finite trigonometric sum.
  ///
  /// Source: Abramowitz and Stegun, "Handbook of mathematical functions", 26.7.3 and 26.7.4.
  static func central(_ t: Double, degreesOfFreedom: Int) -> Double {
    let angle = atan(t / Double(degreesOfFreedom).squareRoot())
    let square = cos(angle) * cos(angle)
    let isOdd = degreesOfFreedom % 2 == 1
    var term = isOdd ? cos(angle) : 1
    var sum = degreesOfFreedom == 1 ? 0 : term
    var k = isOdd ? 2 : 1
    while k < degreesOfFreedom - 2 {
      term *= Double(k) / Double(k + 1) * square
      sum += term
      k += 2
    }
    return isOdd ? 2 / Double.pi * (angle + sin(angle) * sum) : sin(angle) * sum
  }

  /// The t > 0 with P(|T| <= t) = level.
  static func halfWidth(level: Double, degreesOfFreedom: Int) -> Double {
    root(below: 1e9) { central($0, degreesOfFreedom: degreesOfFreedom) >= level }
  }
}

extension Summary {
  /// The interval of the mean over seeds by Student's t with n - 1 degrees of freedom.
  ///
  /// Nil for a single value. It covers the spread over seeds, not the sampling of test images.
  ///
  /// - Throws: `MetricError` unless the level lies between 0 and 1.
  public func interval(level: Double) throws -> Interval? {
    try checkLevel(level)
    guard let standardDeviation else { return nil }
    let t = StudentDistribution.halfWidth(level: level, degreesOfFreedom: count - 1)
    let half = t * standardDeviation / Double(count).squareRoot()
    return Interval(lower: mean - half, upper: mean + half, level: level)
  }
}
