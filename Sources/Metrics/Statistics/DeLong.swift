#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The variance of AUROC over the sampling of test images, without resampling.
///
/// For each sample the placement is the share of the other set that it outscores, ties half;
/// variance = var(placements of id) / n_id + var(placements of ood) / n_ood with divisors n - 1.
///
/// Source: DeLong, DeLong, Clarke-Pearson, "Comparing the areas under two or more correlated
/// receiver operating characteristic curves", Biometrics 1988; placements from sorted scores as in
/// Sun and Xu, IEEE Signal Processing Letters 2014.
public struct DeLong: Sendable, Equatable {
  /// The area under the ROC curve.
  public let auroc: Double
  /// The variance of the area.
  public let variance: Double

  /// Estimates the variance from sorted scores.
  ///
  /// - Throws: `MetricError` unless both sets have at least two samples.
  public init(_ scores: RankedScores) throws {
    try checkCounts(scores)
    let placements = Placements(scores)
    auroc = AUROC.value(of: scores)
    variance =
      weightedVariance(placements.inDistribution, scores.inDistributionCounts)
      / Double(scores.inDistributionTotal)
      + weightedVariance(placements.outOfDistribution, scores.outOfDistributionCounts)
      / Double(scores.outOfDistributionTotal)
  }

  /// The standard error of the area.
  public var standardError: Double { variance.squareRoot() }

  /// The interval auroc +- z standard errors, cut to the range of the area, as pROC's `ci.auc` gives it.
  ///
  /// - Throws: `MetricError` unless the level lies between 0 and 1.
  public func interval(level: Double) throws -> Interval {
    try checkLevel(level)
    let half = NormalDistribution.halfWidth(level: level) * standardError
    return Interval(lower: max(0, auroc - half), upper: min(1, auroc + half), level: level)
  }

  /// The interval that is symmetric in log(auroc / (1 - auroc)); covers better near 0 and 1.
  ///
  /// At an area of exactly 0 or 1 the logarithm has no value and the interval is that point.
  ///
  /// - Throws: `MetricError` unless the level lies between 0 and 1.
  public func logitInterval(level: Double) throws -> Interval {
    try checkLevel(level)
    if auroc <= 0 || auroc >= 1 { return Interval(lower: auroc, upper: auroc, level: level) }
    let half =
      NormalDistribution.halfWidth(level: level) * standardError / (auroc * (1 - auroc))
    let center = log(auroc / (1 - auroc))
    return Interval(
      lower: 1 / (1 + exp(half - center)), upper: 1 / (1 + exp(-half - center)), level: level)
  }

  /// The difference of two detectors' areas on the same images, first minus second, with a z test.
  ///
  /// The variance includes the covariance of the placements. Equal areas have p-value 1, also
  /// where the variance is zero.
  ///
  /// - Throws: `MetricError` for sets that differ in size, have less than two samples or hold NaN,
  ///   and for a level that does not lie between 0 and 1.
  public static func difference(
    first: DetectorScores, second: DetectorScores, level: Double
  ) throws -> PairedDifference {
    try checkLevel(level)
    try first.checkPaired(with: second)
    let ranks = (try SampleRanks(first), try SampleRanks(second))
    let scores = (RankedScores(ranks.0), RankedScores(ranks.1))
    try checkCounts(scores.0)
    let placements = (Placements(scores.0), Placements(scores.1))
    let id = varianceOfDifference(
      placements.0.inDistribution, ranks.0.inDistribution,
      placements.1.inDistribution, ranks.1.inDistribution)
    let ood = varianceOfDifference(
      placements.0.outOfDistribution, ranks.0.outOfDistribution,
      placements.1.outOfDistribution, ranks.1.outOfDistribution)
    let variance =
      id / Double(scores.0.inDistributionTotal) + ood / Double(scores.0.outOfDistributionTotal)
    let estimate = AUROC.value(of: scores.0) - AUROC.value(of: scores.1)
    let error = variance.squareRoot()
    let half = NormalDistribution.halfWidth(level: level) * error
    return PairedDifference(
      estimate: estimate,
      interval: Interval(lower: estimate - half, upper: estimate + half, level: level),
      pValue: estimate == 0 ? 1 : NormalDistribution.twoSided(estimate / error))
  }
}

/// The share of the other set that a sample at each rank outscores or is outscored by.
private struct Placements {
  /// The share of out-of-distribution samples below an in-distribution sample of the rank.
  private(set) var inDistribution: [Double]
  /// The share of in-distribution samples above an out-of-distribution sample of the rank.
  private(set) var outOfDistribution: [Double]

  init(_ scores: RankedScores) {
    let count = scores.distinctCount
    inDistribution = [Double](repeating: 0, count: count)
    outOfDistribution = [Double](repeating: 0, count: count)
    var above = Counts()
    for rank in 0..<count {
      let id = Int(scores.inDistributionCounts[rank])
      let ood = Int(scores.outOfDistributionCounts[rank])
      // Doubled counts keep the half of a tie whole.
      let below = 2 * (scores.outOfDistributionTotal - above.ood) - ood
      inDistribution[rank] = Double(below) / Double(2 * scores.outOfDistributionTotal)
      outOfDistribution[rank] = Double(2 * above.id + id) / Double(2 * scores.inDistributionTotal)
      above.id += id
      above.ood += ood
    }
  }
}

private func checkCounts(_ scores: RankedScores) throws {
  if min(scores.inDistributionTotal, scores.outOfDistributionTotal) < 2 {
    throw MetricError(
      .mismatch(
        "\(scores.inDistributionTotal) in-distribution and \(scores.outOfDistributionTotal) "
          + "out-of-distribution scores have no variance, expected at least 2 of each"))
  }
}

/// The sample variance (divisor n - 1) of values that occur as often as their counts.
private func weightedVariance(_ values: [Double], _ counts: [UInt32]) -> Double {
  var total = 0.0
  var sum = CompensatedSum()
  for i in 0..<values.count {
    total += Double(counts[i])
    sum.add(Double(counts[i]) * values[i])
  }
  let mean = sum.value / total
  var squares = CompensatedSum()
  for i in 0..<values.count {
    squares.add(Double(counts[i]) * (values[i] - mean) * (values[i] - mean))
  }
  return squares.value / (total - 1)
}

/// The sample variance of the paired differences of two detectors' placements.
///
/// Equal to var + var - 2 cov, without the cancellation.
private func varianceOfDifference(
  _ first: [Double], _ firstRanks: [UInt32], _ second: [Double], _ secondRanks: [UInt32]
) -> Double {
  let differences = firstRanks.indices.map {
    first[Int(firstRanks[$0])] - second[Int(secondRanks[$0])]
  }
  return weightedVariance(differences, [UInt32](repeating: 1, count: differences.count))
}
