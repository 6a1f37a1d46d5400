/// What a paper means by "FPR95"; the rules differ by up to 45 points on the same scores.
///
/// Below, TPR and FPR hold for the positive class of the rule, at the thresholds that are distinct
/// scores. Every table that shows FPR95 names its convention.
public enum FPR95Convention: String, Sendable, CaseIterable, Codable {
  /// In-distribution samples positive: FPR at the threshold whose TPR is nearest to 0.95.
  ///
  /// Of equally near thresholds the one with the largest TPR, then the largest FPR, holds;
  /// thresholds below the first with TPR 1 are not considered. A TPR under 0.95 is possible. Used by
  /// MCM, LoCoOp, GL-MCM, NegLabel, COOkeD and the energy code (`get_measures`).
  case idNearest = "id-nearest"
  /// In-distribution samples positive: the smallest FPR with TPR >= 0.95. Used by `detectors`.
  case idAtLeast = "id-at-least"
  /// Out-of-distribution samples positive: the smallest FPR with TPR >= 0.95, that is the share of
  /// in-distribution samples rejected when 95 % of the others are caught. Used by OpenOOD (exact
  /// here, where its dropped ROC points are not) and pytorch-ood.
  case oodAtLeast = "ood-at-least"
  /// In-distribution samples positive: the ROC curve interpolated linearly at TPR 0.95.
  ///
  /// Where the curve is flat at exactly 0.95 the largest FPR holds, as `numpy.interp` gives it.
  /// Used by ood-metrics and, but for that plateau, CLIPN.
  case interpolated

  /// Positive class, rule, published code and known quirk.
  public var facts: MetricFacts {
    switch self {
    case .idNearest:
      MetricFacts(
        positive: .inDistribution,
        rule: "FPR at the distinct score whose TPR is nearest to 95 %, the larger TPR of two",
        usedBy: ["MCM", "LoCoOp", "GL-MCM", "NegLabel", "COOkeD", "energy_ood"],
        quirk: "the TPR may lie under 95 %; on small or tied sets it may be far from it")
    case .idAtLeast:
      MetricFacts(
        positive: .inDistribution, rule: "smallest FPR of a distinct score with TPR >= 95 %",
        usedBy: ["detectors"],
        quirk: "that code drops collinear ROC points first, which can print a larger rate")
    case .oodAtLeast:
      MetricFacts(
        positive: .outOfDistribution,
        rule: "in-distribution samples rejected when at least 95 % of the others are caught",
        usedBy: ["OpenOOD", "OpenOOD-VLM", "pytorch-ood"],
        quirk: "another quantity than the three others; OpenOOD drops collinear ROC points first: "
          + "100 tied levels print 1.00 where the exact rate is 0.95")
    case .interpolated:
      MetricFacts(
        positive: .inDistribution, rule: "ROC curve interpolated linearly at TPR 95 %",
        usedBy: ["ood-metrics", "CLIPN"],
        quirk: "under ties no threshold reaches this rate")
    }
  }
}
