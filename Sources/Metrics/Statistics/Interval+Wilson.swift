extension Interval {
  /// Wilson's score interval of a share.
  ///
  /// (p + z^2 / 2n -+ z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n): the shares that a score test
  /// does not reject. The share may be a mean over repetitions on the same n images.
  ///
  /// Source: Wilson, "Probable inference, the law of succession, and statistical inference", JASA
  /// 1927; Brown, Cai, DasGupta, "Interval estimation for a binomial proportion", 2001.
  ///
  /// - Throws: `MetricError` unless the share lies within 0 and 1, at least one trial, and unless the
  ///   level lies between 0 and 1.
  public init(wilsonShare share: Double, trials: Int, level: Double) throws {
    try checkLevel(level)
    if trials < 1 || !(0...1).contains(share) {
      throw MetricError(
        .mismatch("a share of \(share) of \(trials) trials, expected 0 to 1 of at least 1"))
    }
    let z = NormalDistribution.halfWidth(level: level)
    let n = Double(trials)
    let factor = 1 / (1 + z * z / n)
    let center = (share + z * z / (2 * n)) * factor
    let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() * factor
    // Rounding must not put an end beside the share it covers.
    self.init(
      lower: share == 0 ? 0 : max(0, center - half), upper: share == 1 ? 1 : min(1, center + half),
      level: level)
  }
}
