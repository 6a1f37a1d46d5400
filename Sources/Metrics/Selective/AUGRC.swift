/// The area under the generalised risk-coverage curve: the chance to meet an accepted error.
///
/// The curve joins (coverage, generalised risk) at the distinct confidences by straight lines from
/// (0, 0). Equal to (1 - AUROC_f) acc (1 - acc) + (1 - acc)^2 / 2 with AUROC_f that of right against
/// wrong images, ties half. Range 0 to 1/2, lower is better; from integer counts.
///
/// Source: Traub et al., "Overcoming common flaws in the evaluation of selective classification
/// systems", NeurIPS 2024.
public enum AUGRC {
  /// The area.
  public static func value(of curve: RiskCoverage) -> Double {
    var doubled = 0
    var errors = 0
    for rank in 0..<curve.counts.distinctCount {
      let wrong = Int(curve.counts.outOfDistributionCounts[rank])
      let size = Int(curve.counts.inDistributionCounts[rank]) + wrong
      doubled += size * (2 * errors + wrong)
      errors += wrong
    }
    return Double(doubled) / (2 * Double(curve.count) * Double(curve.count))
  }
}
