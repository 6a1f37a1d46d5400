/// A rule of published code that prints another number under a known name and is not offered here.
///
/// Text only: these rules are approximations or mistakes, and a number of theirs in a paper cannot
/// be compared with any of ours.
public struct UnadoptedRule: Sendable, Equatable {
  /// The code that has the rule.
  public let code: String
  /// The metric whose name it carries.
  public let metric: String
  /// What it computes instead.
  public let rule: String

  /// The known rules, found by reading and running the code.
  public static let all: [UnadoptedRule] = [
    UnadoptedRule(
      code: "knn-ood", metric: "fpr95",
      rule: "threshold is the in-distribution score of rank round(0.05 n), and only "
        + "out-of-distribution scores strictly above it count: constant scores give 0"),
    UnadoptedRule(
      code: "oodeel", metric: "fpr95",
      rule: "every fourth sorted score is a threshold, and the FPR of the first with TPR under "
        + "95 % holds, so it is too small: constant scores give 0"),
    UnadoptedRule(
      code: "ODIN (facebookresearch)", metric: "fpr95",
      rule: "mean FPR of the thresholds with a TPR of 94.95 to 95.05 %; divides by zero if none"),
    UnadoptedRule(
      code: "knn-ood, NegPrompt (lineage of CSI and ARPL)", metric: "aupr-in, aupr-out",
      rule: "AUIN and AUOUT end the precision-recall curve at precision 0.5"),
    UnadoptedRule(
      code: "detectors", metric: "aupr-out",
      rule: "out-of-distribution positive but the scores are not negated: 0.205 in a case whose "
        + "value is 0.760"),
    UnadoptedRule(
      code: "ood-metrics 1.1.2", metric: "detection-error",
      rule: "weighs either side's error by the share of the other side"),
    UnadoptedRule(
      code: "pytorch-ood before 0.4 (torchmetrics)", metric: "auroc, aupr-in, aupr-out, fpr95",
      rule: "scores outside 0 to 1 pass a sigmoid in single precision first, which ties large "
        + "scores: an AUROC of 0.93 becomes 0.5"),
  ]
}
