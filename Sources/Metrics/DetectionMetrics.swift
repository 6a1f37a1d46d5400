/// Every ranking metric of one detector on one pair of sets, from a single sort.
///
/// Its coded form is the JSON object that `ood metrics --json` prints.
public struct DetectionMetrics: Codable, Sendable, Equatable {
  /// Area under the ROC curve.
  public let auroc: Double
  /// Area under the precision-recall curve (trapezoids), in-distribution samples positive.
  public let auprIn: Double
  /// Area under the precision-recall curve (trapezoids), out-of-distribution samples positive.
  public let auprOut: Double
  /// Average precision (steps), in-distribution samples positive.
  public let apIn: Double
  /// Average precision (steps), out-of-distribution samples positive.
  public let apOut: Double
  /// False positive rate at 95 % true positive rate, by the name of the `FPR95Convention`.
  public let fpr95: [String: Double]
  /// Smallest balanced error of a threshold.
  public let detectionError: Double
  /// The number of in-distribution samples.
  public let inDistributionCount: Int
  /// The number of out-of-distribution samples.
  public let outOfDistributionCount: Int

  /// Sorts the scores (higher = more in-distribution) and evaluates every metric.
  ///
  /// - Throws: `MetricError` for an empty set or NaN.
  public init(inDistribution: [Double], outOfDistribution: [Double]) throws {
    self.init(
      try RankedScores(inDistribution: inDistribution, outOfDistribution: outOfDistribution))
  }

  /// Evaluates every metric on sorted scores.
  public init(_ scores: RankedScores) {
    auroc = AUROC.value(of: scores)
    let idPositive = Areas.fromHighestScore(scores)
    let oodPositive = Areas.fromLowestScore(scores)
    auprIn = idPositive.trapezoid
    auprOut = oodPositive.trapezoid
    apIn = idPositive.steps
    apOut = oodPositive.steps
    var rates: [String: Double] = [:]
    for convention in FPR95Convention.allCases {
      rates[convention.rawValue] = FPR95.value(of: scores, convention: convention)
    }
    fpr95 = rates
    detectionError = DetectionError.value(of: scores)
    inDistributionCount = scores.inDistributionTotal
    outOfDistributionCount = scores.outOfDistributionTotal
  }

  private enum CodingKeys: String, CodingKey {
    case auroc
    case auprIn = "aupr_in"
    case auprOut = "aupr_out"
    case apIn = "ap_in"
    case apOut = "ap_out"
    case fpr95
    case detectionError = "detection_error"
    case inDistributionCount = "n_id"
    case outOfDistributionCount = "n_ood"
  }
}
