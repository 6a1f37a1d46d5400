/// The area under the ROC curve: the chance that an in-distribution sample outscores another.
///
/// AUROC = (#{id > ood} + #{id = ood} / 2) / (n_id n_ood), the Mann-Whitney statistic with ties
/// counted half, from integer counts: the only rounding is one division. Range 0 to 1, higher is
/// better; the same whichever side is called positive. Agrees with scikit-learn's `roc_auc_score`.
///
/// Source: Hanley and McNeil, "The meaning and use of the area under a ROC curve", Radiology 1982.
public enum AUROC {
  /// The area for two sets of scores, higher = more in-distribution.
  ///
  /// - Throws: `MetricError` for an empty set or NaN.
  public static func value(inDistribution: [Double], outOfDistribution: [Double]) throws -> Double {
    value(
      of: try RankedScores(inDistribution: inDistribution, outOfDistribution: outOfDistribution))
  }

  /// The area for scores that are sorted already.
  public static func value(of scores: RankedScores) -> Double {
    let id = scores.inDistributionCounts.span
    let ood = scores.outOfDistributionCounts.span
    var idAbove = 0
    var doubledWins = 0
    for rank in 0..<id.count {
      doubledWins &+= Int(ood[rank]) &* (2 &* idAbove &+ Int(id[rank]))
      idAbove &+= Int(id[rank])
    }
    let pairs = scores.inDistributionTotal * scores.outOfDistributionTotal
    return Double(doubledWins) / Double(2 * pairs)
  }
}
