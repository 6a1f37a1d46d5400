extension Bootstrap {
  /// The differences of each metric on some of the replicates, first minus second,
  /// `[metrics][replicates]`.
  ///
  /// Every replicate draws the same images for both detectors. The values of a range do not depend
  /// on the others, so ranges can run side by side.
  ///
  /// - Parameters:
  ///   - metrics: what to compute on each replicate.
  ///   - pair: the scores of both detectors.
  ///   - range: the replicates, within 0 ..< `replicates`; nil for all.
  public func differences(
    of metrics: [Metric], on pair: PairedScores, replicates range: Range<Int>? = nil
  ) -> [[Double]] {
    var first = pair.first
    var second = pair.second
    var values = [[Double]](repeating: [], count: metrics.count)
    for index in range ?? 0..<replicates {
      // The same numbers twice: both detectors see the same images.
      var source = ResamplingSource(seed: seed, replicate: index)
      var sameSource = source
      resample(pair.firstRanks.inDistribution, into: &first.inDistributionCounts, &source)
      resample(pair.firstRanks.outOfDistribution, into: &first.outOfDistributionCounts, &source)
      resample(pair.secondRanks.inDistribution, into: &second.inDistributionCounts, &sameSource)
      resample(
        pair.secondRanks.outOfDistribution, into: &second.outOfDistributionCounts, &sameSource)
      for (m, metric) in metrics.enumerated() {
        values[m].append(metric.value(of: first) - metric.value(of: second))
      }
    }
    return values
  }

  /// The difference of a metric between two detectors on the same images: first minus second.
  ///
  /// - Throws: `MetricError` for sets that differ in size, are empty or hold NaN, and for a level
  ///   that does not lie between 0 and 1.
  public func difference(
    of metric: Metric, first: DetectorScores, second: DetectorScores, level: Double
  ) throws -> PairedDifference {
    let pair = try PairedScores(first: first, second: second)
    return try PairedDifference(
      estimate: pair.difference(of: metric), replicates: differences(of: [metric], on: pair)[0],
      level: level)
  }
}

extension PairedDifference {
  /// The difference with its percentile interval and p-value from bootstrap replicates.
  ///
  /// The p-value is two-sided, twice the smaller share of replicates at or beyond zero with one
  /// added to both counts, at most 1; N replicates cannot give less than 2 / (N + 1).
  ///
  /// - Throws: `MetricError` if there is no replicate, and for a level that is not between 0 and 1.
  public init(estimate: Double, replicates: [Double], level: Double) throws {
    var below = 0
    var above = 0
    for difference in replicates {
      if difference <= 0 { below += 1 }
      if difference >= 0 { above += 1 }
    }
    self.init(
      estimate: estimate, interval: try Interval(percentilesOf: replicates, level: level),
      pValue: min(1, 2 * Double(min(below, above) + 1) / Double(replicates.count + 1)))
  }
}
