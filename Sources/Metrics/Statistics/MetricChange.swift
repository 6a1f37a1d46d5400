/// How a metric changed between two versions on the same images, judged from paired replicates.
public struct MetricChange: Sendable, Equatable {
  /// The new value minus the old one.
  public let estimate: Double
  /// The confidence interval of the change.
  public let interval: Interval
  /// The standard deviation of the replicates.
  public let standardError: Double
  /// The two-sided p-value of no change.
  public let pValue: Double

  /// The change with what its replicates say of it.
  ///
  /// The p-value is that of `PairedDifference`, whose least is 2 / (N + 1): too much for a table of
  /// many rows. Where no replicate lies at or beyond zero, it is lowered to that of a normal
  /// distribution with the replicates' mean and deviation.
  ///
  /// - Throws: `MetricError` without replicates, and for a level that is not between 0 and 1.
  public init(estimate: Double, replicates: [Double], level: Double) throws {
    let difference = try PairedDifference(
      estimate: estimate, replicates: replicates, level: level)
    let count = Double(replicates.count)
    var sum = 0.0
    for value in replicates { sum += value }
    let mean = sum / count
    var squares = 0.0
    for value in replicates { squares += (value - mean) * (value - mean) }
    let deviation = (squares / max(1, count - 1)).squareRoot()
    self.estimate = estimate
    interval = difference.interval
    standardError = deviation
    let isBeyondReach = difference.pValue <= 2 / (count + 1)
    let tail = deviation > 0 ? NormalDistribution.twoSided(mean / deviation) : 0
    pValue = isBeyondReach ? min(difference.pValue, tail) : difference.pValue
  }

  /// The change between two values of which only separate intervals are known, which is weaker.
  ///
  /// The p-value lies under 1 - level just where the intervals, taken as symmetric, do not overlap.
  public init(from old: Double, in oldInterval: Interval, to new: Double, in newInterval: Interval)
  {
    let level = oldInterval.level
    let half = (oldInterval.upper - oldInterval.lower + newInterval.upper - newInterval.lower) / 2
    let error = half / NormalDistribution.halfWidth(level: level)
    estimate = new - old
    interval = Interval(lower: new - old - half, upper: new - old + half, level: level)
    standardError = error
    pValue = error > 0 ? NormalDistribution.twoSided((new - old) / error) : new == old ? 1 : 0
  }

  /// The number of images at which a change as large as the estimate would be found.
  ///
  /// Found at a significance level with a chance of `power`, if the standard error falls with the
  /// square root of the number.
  ///
  /// - Parameters:
  ///   - count: the number of images now.
  ///   - alpha: the significance level.
  ///   - power: the chance, above a half.
  /// - Returns: nil where the estimate is 0.
  public func countNeeded(from count: Int, alpha: Double, power: Double = 0.8) -> Int? {
    guard estimate != 0, alpha > 0, alpha < 1 else { return nil }
    let quantiles =
      NormalDistribution.halfWidth(level: 1 - alpha)
      + NormalDistribution.halfWidth(level: 2 * power - 1)
    let ratio = quantiles * standardError / abs(estimate)
    let needed = Double(count) * ratio * ratio
    return needed < 1e15 ? max(count + 1, Int(needed.rounded(.up))) : nil
  }
}
