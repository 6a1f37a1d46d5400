/// For every sample the rank of its score among the distinct scores, 0 = highest.
///
/// What resampling and pairing need: draws of samples become counts at ranks without a new sort.
struct SampleRanks {
  private(set) var inDistribution: [UInt32]
  private(set) var outOfDistribution: [UInt32]
  let distinctCount: Int

  /// The ranks behind sorted scores; the order of samples within a set is lost.
  init(_ scores: RankedScores) {
    inDistribution = expanded(scores.inDistributionCounts)
    outOfDistribution = expanded(scores.outOfDistributionCounts)
    distinctCount = scores.distinctCount
  }

  /// The ranks in the order of the samples.
  init(_ scores: DetectorScores) throws {
    let id = try SortedScores(scores.inDistribution, of: .inDistribution).keys
    let ood = try SortedScores(scores.outOfDistribution, of: .outOfDistribution).keys
    var distinct: [UInt64] = []
    distinct.reserveCapacity(id.count + ood.count)
    var i = 0
    var j = 0
    while i < id.count || j < ood.count {
      let key = min(i < id.count ? id[i] : .max, j < ood.count ? ood[j] : .max)
      distinct.append(key)
      while i < id.count, id[i] == key { i += 1 }
      while j < ood.count, ood[j] == key { j += 1 }
    }
    inDistribution = positions(of: scores.inDistribution, in: distinct)
    outOfDistribution = positions(of: scores.outOfDistribution, in: distinct)
    distinctCount = distinct.count
  }
}

/// Every rank as often as its count says.
private func expanded(_ counts: [UInt32]) -> [UInt32] {
  var ranks: [UInt32] = []
  for rank in 0..<counts.count {
    for _ in 0..<counts[rank] { ranks.append(UInt32(rank)) }
  }
  return ranks
}

/// The place of each score's key in an ascending list that holds it.
func positions(of scores: [Double], in distinct: [UInt64]) -> [UInt32] {
  var ranks = [UInt32](repeating: 0, count: scores.count)
  for i in 0..<scores.count {
    let key = SortedScores.key(of: scores[i])
    var lower = 0
    var upper = distinct.count
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if distinct[middle] <= key { lower = middle } else { upper = middle }
    }
    ranks[i] = UInt32(lower)
  }
  return ranks
}

extension RankedScores {
  /// The counts of samples at their ranks.
  init(_ ranks: SampleRanks) {
    inDistributionTotal = ranks.inDistribution.count
    outOfDistributionTotal = ranks.outOfDistribution.count
    inDistributionCounts = [UInt32](repeating: 0, count: ranks.distinctCount)
    outOfDistributionCounts = [UInt32](repeating: 0, count: ranks.distinctCount)
    for rank in ranks.inDistribution { inDistributionCounts[Int(rank)] += 1 }
    for rank in ranks.outOfDistribution { outOfDistributionCounts[Int(rank)] += 1 }
  }
}
