/// The area under the threshold curve: how far apart the score values lie, not only their order.
///
/// With o = (max - score) / (max - min) over both sets, the mean of o over the in-distribution and
/// of 1 - o over the out-of-distribution samples, halved: the mean of false positive and false
/// negative rate over all thresholds in 0 ... 1. Range 0 to 1, lower is better. It changes under
/// monotone functions of the scores and hangs on their two extremes. The paper takes scores within
/// 0 to 1 as they are; the minimum and maximum of the evaluated samples are pytorch-ood's choice.
///
/// Source: Humblot-Renaux, Escalera, Moeslund, "Beyond AUROC & co. for evaluating
/// out-of-distribution detection performance", CVPR workshops 2023; as pytorch-ood 0.4.0 computes it.
public enum AUTC {
  /// What is computed and by whom.
  public static let facts = MetricFacts(
    positive: nil,
    rule: "mean of both sides' errors over all thresholds between the smallest and largest score",
    usedBy: ["pytorch-ood", "detectors"],
    quirk: "hangs on the two extreme scores; the paper expects scores within 0 to 1")

  /// The area for two sets of scores, higher = more in-distribution.
  ///
  /// - Throws: `MetricError` for an empty set, NaN or infinite scores, and for constant scores, which
  ///   have no range.
  public static func value(inDistribution: [Double], outOfDistribution: [Double]) throws -> Double {
    try check(inDistribution, .inDistribution)
    try check(outOfDistribution, .outOfDistribution)
    let top = max(largest(inDistribution), largest(outOfDistribution))
    let bottom = -max(largest(inDistribution, sign: -1), largest(outOfDistribution, sign: -1))
    if top == bottom {
      throw MetricError(.mismatch("autc has no value for constant scores, expected two or more"))
    }
    // Halved where the range itself would overflow.
    let scale = (top - bottom).isFinite ? 1 : 0.5
    let range = top * scale - bottom * scale
    let inside = meanDistance(inDistribution, from: top, scale: scale, range: range)
    let outside = meanDistance(outOfDistribution, from: top, scale: scale, range: range)
    return 0.5 * (inside + (1 - outside))
  }

  private static func check(_ scores: [Double], _ set: MetricError.ScoreSet) throws {
    if scores.isEmpty { throw MetricError(.empty(set)) }
    for (index, score) in scores.enumerated() where !score.isFinite {
      if score.isNaN { throw MetricError(.notANumber(set, index: index)) }
      throw MetricError(
        .mismatch(
          "\(set.rawValue) score at index \(index) is \(score), expected finite scores for autc"))
    }
  }

  private static func largest(_ scores: [Double], sign: Double = 1) -> Double {
    var largest = -Double.infinity
    for score in scores where sign * score > largest { largest = sign * score }
    return largest
  }

  private static func meanDistance(
    _ scores: [Double], from top: Double, scale: Double, range: Double
  ) -> Double {
    var sum = CompensatedSum()
    for score in scores { sum.add((top * scale - score * scale) / range) }
    return sum.value / Double(scores.count)
  }
}
