/// Student's t-test of the hypothesis that two rows of a table do not differ over their seeds.
///
/// t = mean(d) / (sd(d) / sqrt(n)) of the differences d seed by seed, with n - 1 degrees of freedom.
/// It judges the spread over seeds, not the sampling of test images.
public struct PairedTTest: Sendable, Equatable {
  /// The mean of first minus second.
  public let difference: Double
  /// The statistic.
  public let t: Double
  /// The number of pairs less one.
  public let degreesOfFreedom: Int
  /// The two-sided p-value, to 1e-15.
  public let pValue: Double

  /// Compares two sides pair by pair; a side without spread makes it the one-sample test.
  ///
  /// Nil where nothing can be tested: fewer than two pairs, a number that is not finite, or
  /// differences that are all equal but for rounding. The last gives no scale to judge by: scipy's
  /// p-value of 0 would call any such accident of coarse metrics significant.
  public init?(_ pairs: [(first: Double, second: Double)]) {
    let differences = pairs.map { $0.first - $0.second }
    guard differences.allSatisfy(\.isFinite), let summary = try? Summary(differences),
      let deviation = summary.standardDeviation
    else { return nil }
    let scale = pairs.reduce(0) { max($0, abs($1.first), abs($1.second)) }
    guard deviation > 1e-12 * scale else { return nil }
    difference = summary.mean
    t = summary.mean / (deviation / Double(summary.count).squareRoot())
    degreesOfFreedom = summary.count - 1
    pValue = max(
      0, 1 - StudentDistribution.central(abs(t), degreesOfFreedom: degreesOfFreedom))
  }
}
