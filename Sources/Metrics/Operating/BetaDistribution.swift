#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The beta distribution, and with it the tails of the binomial.
enum BetaDistribution {
  /// The regularised incomplete beta function I_x(a, b) = P(Beta(a, b) <= x), for a, b > 0.
  ///
  /// P(Binomial(n, p) >= k) = I_p(k, n - k + 1). A continued fraction by Lentz's method, on the side
  /// of the mean where it converges fast. Relative error below 1e-9 up to a + b = 10^6, from the
  /// logarithms of the gamma function.
  ///
  /// Source: Abramowitz and Stegun, "Handbook of mathematical functions", 26.5.8.
  static func cumulative(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let front = exp(
      logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x))
    return x < (a + 1) / (a + b + 2)
      ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
  }

  /// The x with P(Beta(a, b) <= x) = share, by bisection to the last bit.
  static func quantile(_ share: Double, _ a: Double, _ b: Double) -> Double {
    root(below: 1) { cumulative($0, a, b) >= share }
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    // Keeps Lentz's quotients from dividing by zero.
    func nonzero(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
    var c = 1.0
    var d = 1 / nonzero(1 - (a + b) * x / (a + 1))
    var result = d
    // It takes about the square root of max(a, b) steps.
    for step in 1...100_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonzero(1 + even * d)
      c = nonzero(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonzero(1 + odd * d)
      c = nonzero(1 + odd / c)
      let change = d * c
      result *= change
      if abs(change - 1) < 1e-16 { break }
    }
    return result
  }

  private static func logGamma(_ x: Double) -> Double {
    #if canImport(Glibc)
      // `lgamma` itself writes the sign to a global.
      return Glibc.lgamma(x).0
    #else
      return Darwin.lgamma(x)
    #endif
  }
}

extension Interval {
  /// The exact interval of a share by Clopper and Pearson, from successes among trials.
  ///
  /// It covers the true share at least as often as the level says, for any number of trials.
  ///
  /// Source: Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case
  /// of the binomial", Biometrika 1934.
  ///
  /// - Throws: `MetricError` unless 0 <= successes <= trials, at least one trial, and unless the level
  ///   lies between 0 and 1.
  public init(successes: Int, trials: Int, level: Double) throws {
    try checkLevel(level)
    if trials < 1 || !(0...trials).contains(successes) {
      throw MetricError(
        .mismatch("\(successes) of \(trials) trials, expected 0 to \(trials) of at least 1"))
    }
    let tail = 0.5 * (1 - level)
    let k = Double(successes)
    let rest = Double(trials - successes)
    self.init(
      lower: successes == 0 ? 0 : BetaDistribution.quantile(tail, k, rest + 1),
      upper: rest == 0 ? 1 : BetaDistribution.quantile(1 - tail, k + 1, rest), level: level)
  }
}
