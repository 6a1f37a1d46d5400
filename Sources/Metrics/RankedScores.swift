/// Two sets of scores sorted once: how many samples of each lie at every distinct score.
///
/// Every ranking metric is a function of these counts alone, so one sort serves all of them and a
/// bootstrap replicate is the same scores with other counts. A threshold t accepts as
/// in-distribution the samples with score >= t; the thresholds are the distinct scores.
public struct RankedScores: Sendable {
  /// In-distribution samples at each distinct score, from the highest score to the lowest.
  public internal(set) var inDistributionCounts: [UInt32]
  /// Out-of-distribution samples at each distinct score, from the highest score to the lowest.
  public internal(set) var outOfDistributionCounts: [UInt32]
  /// The number of in-distribution samples.
  public let inDistributionTotal: Int
  /// The number of out-of-distribution samples.
  public let outOfDistributionTotal: Int

  /// Sorts both sets and counts the ties.
  ///
  /// - Parameters:
  ///   - inDistribution: scores of in-distribution samples, higher = more in-distribution.
  ///   - outOfDistribution: scores of out-of-distribution samples.
  /// - Throws: `MetricError` for an empty set, or for NaN with its index. Infinities are ordered.
  public init(inDistribution: [Double], outOfDistribution: [Double]) throws {
    self.init(
      inDistribution: try SortedScores(inDistribution, of: .inDistribution),
      outOfDistribution: try SortedScores(outOfDistribution, of: .outOfDistribution))
  }

  /// Counts the ties of two sets that are sorted already.
  public init(inDistribution: SortedScores, outOfDistribution: SortedScores) {
    inDistributionTotal = inDistribution.keys.count
    outOfDistributionTotal = outOfDistribution.keys.count
    inDistributionCounts = []
    outOfDistributionCounts = []
    merge(inDistribution.keys, outOfDistribution.keys)
  }

  /// The number of distinct scores.
  public var distinctCount: Int { inDistributionCounts.count }

  /// Walks two ascending key lists together and appends one pair of counts per distinct key.
  private mutating func merge(_ id: [UInt64], _ ood: [UInt64]) {
    let distinct = distinctKeys(id, ood)
    var idCounts = [UInt32](repeating: 0, count: distinct)
    var oodCounts = [UInt32](repeating: 0, count: distinct)
    var i = 0
    var j = 0
    for rank in 0..<distinct {
      let key = min(i < id.count ? id[i] : .max, j < ood.count ? ood[j] : .max)
      let firstID = i
      let firstOOD = j
      while i < id.count, id[i] == key { i &+= 1 }
      while j < ood.count, ood[j] == key { j &+= 1 }
      idCounts[rank] = UInt32(i &- firstID)
      oodCounts[rank] = UInt32(j &- firstOOD)
    }
    inDistributionCounts = idCounts
    outOfDistributionCounts = oodCounts
  }
}

/// The number of distinct keys in two ascending lists.
///
/// Counting first costs one more pass and saves the doubling of growing arrays at 10 M scores.
private func distinctKeys(_ first: [UInt64], _ second: [UInt64]) -> Int {
  var i = 0
  var j = 0
  var distinct = 0
  while i < first.count || j < second.count {
    let key = min(i < first.count ? first[i] : .max, j < second.count ? second[j] : .max)
    while i < first.count, first[i] == key { i &+= 1 }
    while j < second.count, second[j] == key { j &+= 1 }
    distinct &+= 1
  }
  return distinct
}
