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

  /// Walks two ascending key lists together and counts both at each distinct key.
  ///
  /// One key a step without a branch on the data: which list comes next cannot be predicted. The
  /// counts start as long as both lists together, which is what they need where nothing ties.
  private mutating func merge(_ id: [UInt64], _ ood: [UInt64]) {
    var idCounts = [UInt32](repeating: 0, count: id.count + ood.count)
    var oodCounts = idCounts
    let distinct = count(id, ood, &idCounts, &oodCounts)
    idCounts.removeLast(idCounts.count - distinct)
    oodCounts.removeLast(oodCounts.count - distinct)
    inDistributionCounts = idCounts
    outOfDistributionCounts = oodCounts
  }
}

/// Adds every key of two ascending lists to its side's count and returns the number of distinct keys.
private func count(
  _ first: [UInt64], _ second: [UInt64], _ firstCounts: inout [UInt32],
  _ secondCounts: inout [UInt32]
) -> Int {
  let first = first.span
  let second = second.span
  var firstCounts = firstCounts.mutableSpan
  var secondCounts = secondCounts.mutableSpan
  var i = 0
  var j = 0
  var rank = -1
  // No score has this key, the highest of a negative NaN.
  var last = UInt64.max
  while i < first.count, j < second.count {
    let a = first[i]
    let b = second[j]
    let isFirst = a <= b
    let key = isFirst ? a : b
    rank &+= key == last ? 0 : 1
    last = key
    firstCounts[rank] &+= isFirst ? 1 : 0
    secondCounts[rank] &+= isFirst ? 0 : 1
    i &+= isFirst ? 1 : 0
    j &+= isFirst ? 0 : 1
  }
  while i < first.count {
    rank &+= first[i] == last ? 0 : 1
    last = first[i]
    firstCounts[rank] &+= 1
    i &+= 1
  }
  while j < second.count {
    rank &+= second[j] == last ? 0 : 1
    last = second[j]
    secondCounts[rank] &+= 1
    j &+= 1
  }
  return rank + 1
}
