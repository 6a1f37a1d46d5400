/// Bootstrap over test images, stratified: both sets are resampled apart and keep their sizes.
///
/// The scores are sorted once; a replicate only changes the counts at the ranks. It covers the
/// sampling of test images; the spread over training seeds is `Summary.interval`.
///
/// Source: Efron and Tibshirani, "An introduction to the bootstrap", 1993, chapters 13 and 16.
public struct Bootstrap: Sendable {
  /// The number of replicates.
  public let replicates: Int
  /// The seed; replicate r of a seed draws the same samples on every machine.
  public let seed: UInt64

  /// Creates a bootstrap plan.
  ///
  /// - Throws: `MetricError` for less than one replicate.
  public init(replicates: Int, seed: UInt64) throws {
    if replicates < 1 {
      throw MetricError(
        .mismatch("\(replicates) bootstrap replicates, expected at least 1; 1000 is usual"))
    }
    self.replicates = replicates
    self.seed = seed
  }

  /// The values of each metric on some of the replicates, `[metrics][replicates]`.
  ///
  /// The values of a range do not depend on the others, so ranges can run side by side.
  ///
  /// - Parameters:
  ///   - metrics: what to compute on each replicate.
  ///   - scores: the sorted scores.
  ///   - range: the replicates, within 0 ..< `replicates`; nil for all.
  public func values(
    of metrics: [Metric], on scores: RankedScores, replicates range: Range<Int>? = nil
  ) -> [[Double]] {
    let ranks = SampleRanks(scores)
    var replicate = scores
    var values = [[Double]](repeating: [], count: metrics.count)
    for index in range ?? 0..<replicates {
      var source = ResamplingSource(seed: seed, replicate: index)
      resample(ranks.inDistribution, into: &replicate.inDistributionCounts, &source)
      resample(ranks.outOfDistribution, into: &replicate.outOfDistributionCounts, &source)
      for (m, metric) in metrics.enumerated() { values[m].append(metric.value(of: replicate)) }
    }
    return values
  }

  /// The percentile interval of each metric.
  ///
  /// - Throws: `MetricError` unless the level lies between 0 and 1.
  public func intervals(
    of metrics: [Metric], on scores: RankedScores, level: Double
  ) throws -> [Interval] {
    try checkLevel(level)
    return values(of: metrics, on: scores).map { percentileInterval($0, level: level) }
  }

  /// The difference of a metric between two detectors on the same images: first minus second.
  ///
  /// Every replicate draws the same images for both. The p-value is two-sided, twice the smaller
  /// share of replicates at or beyond zero with one added to both counts, at most 1.
  ///
  /// - Throws: `MetricError` for sets that differ in size, are empty or hold NaN, and for a level
  ///   that does not lie between 0 and 1.
  public func difference(
    of metric: Metric, first: DetectorScores, second: DetectorScores, level: Double
  ) throws -> PairedDifference {
    try checkLevel(level)
    try first.checkPaired(with: second)
    let ranks = (try SampleRanks(first), try SampleRanks(second))
    var scores = (RankedScores(ranks.0), RankedScores(ranks.1))
    let estimate = metric.value(of: scores.0) - metric.value(of: scores.1)
    var differences: [Double] = []
    for index in 0..<replicates {
      // The same numbers twice: both detectors see the same images.
      var source = ResamplingSource(seed: seed, replicate: index)
      var sameSource = source
      resample(ranks.0.inDistribution, into: &scores.0.inDistributionCounts, &source)
      resample(ranks.0.outOfDistribution, into: &scores.0.outOfDistributionCounts, &source)
      resample(ranks.1.inDistribution, into: &scores.1.inDistributionCounts, &sameSource)
      resample(ranks.1.outOfDistribution, into: &scores.1.outOfDistributionCounts, &sameSource)
      differences.append(metric.value(of: scores.0) - metric.value(of: scores.1))
    }
    var below = 0
    var above = 0
    for difference in differences {
      if difference <= 0 { below += 1 }
      if difference >= 0 { above += 1 }
    }
    return PairedDifference(
      estimate: estimate, interval: percentileInterval(differences, level: level),
      pValue: min(1, 2 * Double(min(below, above) + 1) / Double(replicates + 1)))
  }
}

/// Draws as many samples as there are, with replacement, and counts them at their ranks.
private func resample(
  _ ranks: [UInt32], into counts: inout [UInt32], _ source: inout ResamplingSource
) {
  let ranks = ranks.span
  var counts = counts.mutableSpan
  for rank in 0..<counts.count { counts[rank] = 0 }
  let bound = UInt64(ranks.count)
  var generator = source
  for _ in 0..<ranks.count { counts[Int(ranks[generator.below(bound)])] &+= 1 }
  source = generator
}

/// The central share of the values, its ends interpolated linearly as `numpy.percentile` does.
private func percentileInterval(_ values: [Double], level: Double) -> Interval {
  let sorted = values.sorted()
  func quantile(_ share: Double) -> Double {
    let position = share * Double(sorted.count - 1)
    let index = min(Int(position), sorted.count - 1)
    let next = min(index + 1, sorted.count - 1)
    return sorted[index] + (sorted[next] - sorted[index]) * (position - Double(index))
  }
  return Interval(
    lower: quantile((1 - level) / 2), upper: quantile((1 + level) / 2), level: level)
}
