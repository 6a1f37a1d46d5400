/// The smallest error of a threshold when both sides are equally likely.
///
/// min over t of (P(id < t) + P(ood >= t)) / 2. Range 0 to 0.5, lower is better; 1 minus it is the
/// "detection accuracy". The infinite threshold, which rejects all, is a candidate.
///
/// Source: Liang, Li, Srikant, "Enhancing the reliability of out-of-distribution image detection in
/// neural networks" (ODIN), ICLR 2018, section 4.2, minimised over the threshold as its code and Lee
/// et al. (2018) do.
public enum DetectionError {
  /// The error for two sets of scores, higher = more in-distribution.
  ///
  /// - Throws: `MetricError` for an empty set or NaN.
  public static func value(inDistribution: [Double], outOfDistribution: [Double]) throws -> Double {
    value(
      of: try RankedScores(inDistribution: inDistribution, outOfDistribution: outOfDistribution))
  }

  /// The error for scores that are sorted already.
  public static func value(of scores: RankedScores) -> Double {
    let best = bestThreshold(scores)
    // TPR - FPR over the common denominator stays an integer, so no threshold is lost to rounding.
    let idTotal = scores.inDistributionTotal
    let oodTotal = scores.outOfDistributionTotal
    return 0.5
      * (1 - Double(best.id * oodTotal - best.ood * idTotal) / Double(idTotal * oodTotal))
  }

  /// The standard error over the sampling of images: that of the best threshold, taken as fixed.
  ///
  /// sqrt(TPR (1 - TPR) / n_id + FPR (1 - FPR) / n_ood) / 2. At the optimum a small shift of the
  /// threshold changes nothing to first order, so its own spread does not count.
  public static func standardError(of scores: RankedScores) -> Double {
    let best = bestThreshold(scores)
    func variance(_ count: Int, _ total: Int) -> Double {
      let rate = Double(count) / Double(total)
      return rate * (1 - rate) / Double(total)
    }
    return 0.5
      * (variance(best.id, scores.inDistributionTotal)
      + variance(best.ood, scores.outOfDistributionTotal)).squareRoot()
  }

  /// What the best threshold accepts; nothing at the infinite one.
  private static func bestThreshold(_ scores: RankedScores) -> Counts {
    let id = scores.inDistributionCounts.span
    let ood = scores.outOfDistributionCounts.span
    let idTotal = scores.inDistributionTotal
    let oodTotal = scores.outOfDistributionTotal
    var best = Counts()
    var largest = 0
    var curve = Counts()
    for rank in 0..<id.count {
      curve.add(id[rank], ood[rank])
      let gain = curve.id &* oodTotal &- curve.ood &* idTotal
      if gain > largest { (largest, best) = (gain, curve) }
    }
    return best
  }
}
