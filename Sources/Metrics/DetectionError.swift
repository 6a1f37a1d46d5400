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
    let id = scores.inDistributionCounts.span
    let ood = scores.outOfDistributionCounts.span
    let idTotal = scores.inDistributionTotal
    let oodTotal = scores.outOfDistributionTotal
    // TPR - FPR over the common denominator stays an integer, so no threshold is lost to rounding.
    var best = 0
    var curve = Counts()
    for rank in 0..<id.count {
      curve.add(id[rank], ood[rank])
      best = max(best, curve.id &* oodTotal &- curve.ood &* idTotal)
    }
    return 0.5 * (1 - Double(best) / Double(idTotal * oodTotal))
  }
}
