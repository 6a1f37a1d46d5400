/// The scores of two detectors on the same images, sorted once for any number of replicates.
public struct PairedScores: Sendable {
  /// The first detector's scores, sorted.
  public let first: RankedScores
  /// The second detector's scores, sorted.
  public let second: RankedScores
  let firstRanks: SampleRanks
  let secondRanks: SampleRanks

  /// Sorts the scores of both detectors.
  ///
  /// - Throws: `MetricError` for sets that differ in size, are empty or hold NaN.
  public init(first: DetectorScores, second: DetectorScores) throws {
    try first.checkPaired(with: second)
    firstRanks = try SampleRanks(first)
    secondRanks = try SampleRanks(second)
    self.first = RankedScores(firstRanks)
    self.second = RankedScores(secondRanks)
  }

  /// The first detector's value minus the second's.
  public func difference(of metric: Metric) -> Double {
    metric.value(of: first) - metric.value(of: second)
  }
}
