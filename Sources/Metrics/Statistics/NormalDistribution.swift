#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The standard normal distribution.
enum NormalDistribution {
  /// P(|Z| >= |z|): the p-value of a two-sided test.
  static func twoSided(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

  /// The z > 0 with P(|Z| <= z) = level.
  ///
  /// Bisection to the last bit: 60 calls of `erfc`, and no table of coefficients to trust.
  static func halfWidth(level: Double) -> Double {
    root(below: 40) { twoSided($0) <= 1 - level }
  }
}

/// The smallest x from zero to a bound, to the last bit, from which a monotone condition holds.
func root(below bound: Double, _ holds: (Double) -> Bool) -> Double {
  var lower = 0.0
  var upper = bound
  while true {
    let middle = lower + (upper - lower) / 2
    if middle <= lower || middle >= upper { return upper }
    if holds(middle) { upper = middle } else { lower = middle }
  }
}
