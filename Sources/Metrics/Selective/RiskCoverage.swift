/// How the errors of a classifier fall as it answers less: the input of selective prediction.
///
/// A threshold accepts the images with confidence >= t; coverage is their share of all images, the
/// selective risk the share of errors among them, the generalised risk their errors as a share of
/// all images. Thresholds are the distinct confidences: images of equal confidence are accepted
/// together, so the order of the images does not matter.
///
/// Source: Geifman and El-Yaniv, "Selective classification for deep neural networks", NeurIPS 2017.
public struct RiskCoverage: Sendable {
  /// One threshold of the curve.
  public struct Point: Sendable, Equatable {
    /// The smallest confidence that is accepted.
    public let threshold: Double
    /// The share of images that are accepted.
    public let coverage: Double
    /// The share of errors among the accepted images.
    public let selectiveRisk: Double
    /// The accepted errors as a share of all images.
    public let generalizedRisk: Double
  }

  /// Right and wrong images at each distinct confidence, from the highest down.
  let counts: RankedScores
  private let keys: [UInt64]

  /// Sorts the images by confidence.
  ///
  /// - Parameters:
  ///   - confidences: any scores, higher = more confident; infinities are ordered.
  ///   - isCorrect: whether the answer to each image is right.
  ///   - outOfDistribution: confidences of images without a right answer, whose acceptance is an
  ///     error.
  /// - Throws: `MetricError` unless there are as many confidences as marks, at least one, and for
  ///   NaN.
  public init(
    confidences: [Double], isCorrect: [Bool], outOfDistribution: [Double] = []
  ) throws {
    if confidences.count != isCorrect.count || confidences.isEmpty {
      throw MetricError(
        .mismatch(
          "\(confidences.count) confidences for \(isCorrect.count) marks, expected one a mark and "
            + "at least one"))
    }
    var right: [Double] = []
    var wrong: [Double] = []
    for (index, confidence) in confidences.enumerated() {
      // Found here, because the indices are lost when right and wrong are parted.
      if confidence.isNaN { throw MetricError(.notANumber(.inDistribution, index: index)) }
      if isCorrect[index] { right.append(confidence) } else { wrong.append(confidence) }
    }
    if let index = outOfDistribution.firstIndex(where: \.isNaN) {
      throw MetricError(.notANumber(.outOfDistribution, index: index))
    }
    let accepted = try SortedScores(possiblyEmpty: right, of: .inDistribution)
    let errors = try SortedScores(possiblyEmpty: wrong + outOfDistribution, of: .inDistribution)
    counts = RankedScores(inDistribution: accepted, outOfDistribution: errors)
    var distinct: [UInt64] = []
    for key in (accepted.keys + errors.keys).sorted() where distinct.last != key {
      distinct.append(key)
    }
    keys = distinct
  }

  /// The number of images.
  public var count: Int { counts.inDistributionTotal + counts.outOfDistributionTotal }

  /// The number of images whose acceptance is an error.
  public var errorCount: Int { counts.outOfDistributionTotal }

  /// The curve, from the highest threshold to full coverage.
  public var points: [Point] {
    var accepted = Counts()
    return keys.indices.map { rank in
      accepted.add(counts.inDistributionCounts[rank], counts.outOfDistributionCounts[rank])
      let size = accepted.id + accepted.ood
      return Point(
        threshold: SortedScores.score(of: keys[rank]),
        coverage: Double(size) / Double(count),
        selectiveRisk: Double(accepted.ood) / Double(size),
        generalizedRisk: Double(accepted.ood) / Double(count))
    }
  }

  /// The curve on a grid: of each coverage c, what the highest threshold with coverage >= c accepts.
  ///
  /// Points of the curve itself, nothing is interpolated: without ties the ceil(c n) most confident
  /// images, with ties the whole group that reaches c. A coverage is reached if the rounded quotient
  /// is at least c, as 2 of 100 are 0.02.
  ///
  /// - Parameter coverages: ascending shares of the images from 0 to 1.
  /// - Returns: for each coverage the images that are accepted and the errors among them; their
  ///   quotient is the selective risk.
  /// - Throws: `MetricError` for coverages that do not ascend or are outside of 0 to 1.
  public func accepted(atCoverages coverages: [Double]) throws -> [(images: Int, errors: Int)] {
    try checkGrid(coverages, of: "coverages")
    var counts = Counts()
    var rank = 0
    return coverages.map { coverage in
      // The first threshold accepts some image: without any there is no risk.
      while rank < keys.count,
        rank == 0 || Double(counts.id + counts.ood) / Double(count) < coverage
      {
        counts.add(
          self.counts.inDistributionCounts[rank], self.counts.outOfDistributionCounts[rank])
        rank += 1
      }
      return (counts.id + counts.ood, counts.ood)
    }
  }
}
