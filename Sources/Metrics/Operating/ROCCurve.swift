extension RankedScores {
  /// The ROC curve on a grid: in-distribution samples accepted at each false positive rate.
  ///
  /// In-distribution is the positive class. At a rate f it is the largest count that any threshold t
  /// with FPR(t) <= f accepts, t being a distinct score or above all of them: the step function
  /// itself, nothing is interpolated. A rate is reached if the rounded quotient is at most f, as 2 of
  /// 100 are 0.02.
  ///
  /// - Parameter rates: ascending false positive rates from 0 to 1.
  /// - Returns: a count for each rate; divided by `inDistributionTotal`, the true positive rates.
  /// - Throws: `MetricError` for rates that do not ascend or are outside of 0 to 1.
  public func acceptedInDistribution(atFalsePositiveRates rates: [Double]) throws -> [Int] {
    try checkGrid(rates, of: "false positive rates")
    let id = inDistributionCounts.span
    let ood = outOfDistributionCounts.span
    var accepted: [Int] = []
    accepted.reserveCapacity(rates.count)
    var counts = Counts()
    var rank = 0
    for rate in rates {
      while rank < id.count {
        var next = counts
        next.add(id[rank], ood[rank])
        if Double(next.ood) / Double(outOfDistributionTotal) > rate { break }
        counts = next
        rank &+= 1
      }
      accepted.append(counts.id)
    }
    return accepted
  }
}

/// Throws unless shares ascend strictly within 0 to 1.
func checkGrid(_ shares: [Double], of name: String) throws {
  let ascends = zip(shares, shares.dropFirst()).allSatisfy { $0 < $1 }
  if !ascends || !shares.allSatisfy({ $0 >= 0 && $0 <= 1 }) {
    throw MetricError(.mismatch("\(name) must ascend from 0 to 1"))
  }
}
