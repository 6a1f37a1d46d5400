/// How well a confidence finds the two kinds of failure, each apart.
///
/// A score can be good at one and useless at the other; one number for both hides which.
public struct FailureDetection: Sendable, Equatable {
  /// AUROC of rightly against wrongly classified in-distribution images; nil if either is missing.
  public let errors: Double?
  /// AUROC of rightly classified in-distribution against out-of-distribution images; nil if either
  /// is missing.
  public let outOfDistribution: Double?
  /// AUROC of wrongly classified in-distribution against out-of-distribution images; nil if either
  /// is missing.
  public let outOfDistributionAgainstErrors: Double?

  /// Compares the confidences, higher = more confident.
  ///
  /// - Throws: `MetricError` unless there are as many confidences as marks, and for NaN.
  public init(confidences: [Double], isCorrect: [Bool], outOfDistribution: [Double] = []) throws {
    if confidences.count != isCorrect.count {
      throw MetricError(
        .mismatch(
          "\(confidences.count) confidences for \(isCorrect.count) marks, expected one each"))
    }
    var right: [Double] = []
    var wrong: [Double] = []
    for (confidence, isCorrect) in zip(confidences, isCorrect) {
      if isCorrect { right.append(confidence) } else { wrong.append(confidence) }
    }
    errors = try FailureDetection.auroc(right, wrong)
    self.outOfDistribution = try FailureDetection.auroc(right, outOfDistribution)
    outOfDistributionAgainstErrors = try FailureDetection.auroc(wrong, outOfDistribution)
  }

  private static func auroc(_ above: [Double], _ below: [Double]) throws -> Double? {
    if above.isEmpty || below.isEmpty { return nil }
    return try AUROC.value(inDistribution: above, outOfDistribution: below)
  }
}
