import Metrics

/// What plots show of a unit's scores: counts on fixed grids, so that they can be drawn, averaged and
/// checked without the scores.
///
/// Higher scores are more in-distribution, which is the positive class. All counts are exact values
/// of the step functions; see the functions of `Metrics` that are named below.
public struct ScoreCurves: Sendable, Equatable {
  /// The curves of one detector.
  public struct Detector: Sendable, Equatable {
    /// The detector as in `ResultRow`.
    public var detector: String
    /// The highest threshold that accepts at least 95 % of the in-distribution test images
    /// (`FPR95.threshold`); nil where it is infinite.
    public var threshold: Double?
    /// The bins that all histograms of the detector share.
    public var bins: ScoreBins
    /// In-distribution test images in each bin (`ScoreBins.counts`).
    public var histogram: [Int]
    /// For each coverage the number of in-distribution images that are accepted
    /// (`RiskCoverage.accepted`).
    public var covered: [Int]
    /// For each coverage the number of wrongly classified images among them.
    public var errors: [Int]
    /// The area under the whole risk-coverage curve, `aurc/trapezoid`.
    public var area: Double
    /// The curves that need other images.
    public var splits: [Split]
  }

  /// The curves of one detector on one split.
  public struct Split: Sendable, Equatable {
    /// The split as in `ResultRow`.
    public var split: String
    /// For each false positive rate the number of in-distribution images that are accepted
    /// (`RankedScores.acceptedInDistribution`).
    public var accepted: [Int]
    /// Images of the split in each bin.
    public var histogram: [Int]
  }

  /// The false positive rates of the ROC curves: 0, ten a decade from 0.0001 on, 0.02 apart from 0.1.
  public var rates: [Double]
  /// The coverages of the risk-coverage curves: 0.02 apart.
  public var coverages: [Double]
  /// The detectors in the order of the record.
  public var detectors: [Detector]

  /// Gathers the curves of detectors that were made on the usual grids.
  public init(_ detectors: [Detector]) {
    rates = ScoreCurves.usualRates
    coverages = ScoreCurves.usualCoverages
    self.detectors = detectors
  }
}

extension ScoreCurves {
  /// The number of bins of a histogram.
  static let binCount = 40

  /// The usual false positive rates; decimals, so that every text of them is short.
  static let usualRates: [Double] = {
    // Preferred numbers R10: even steps on a logarithmic axis.
    let steps = [100, 125, 160, 200, 250, 315, 400, 500, 630, 800]
    let decades = [1e6, 1e5, 1e4].flatMap { unit in steps.map { Double($0) / unit } }
    return [0] + decades + (5...50).map { Double($0) / 50 }
  }()

  /// The usual coverages.
  static let usualCoverages = (1...50).map { Double($0) / 50 }
}

extension ScoreCurves.Detector {
  /// Computes the curves of a detector.
  ///
  /// - Parameters:
  ///   - detector: its name as in `ResultRow`.
  ///   - inDistribution: its scores of the in-distribution test images.
  ///   - isCorrect: whether the classifier is right about each of them.
  ///   - splits: its scores of the images of each split.
  /// - Throws: `MetricError` for an empty set, for NaN, and for other numbers of marks than scores.
  public init(
    detector: String, inDistribution: [Double], isCorrect: [Bool],
    splits: [(name: String, scores: [Double])]
  ) throws {
    self.detector = detector
    let threshold = try FPR95.threshold(inDistribution: inDistribution)
    self.threshold = threshold.isFinite ? threshold : nil
    let bins = try ScoreBins(
      covering: [inDistribution] + splits.map(\.scores), count: ScoreCurves.binCount)
    self.bins = bins
    histogram = try bins.counts(of: inDistribution)
    let risk = try RiskCoverage(confidences: inDistribution, isCorrect: isCorrect)
    let points = try risk.accepted(atCoverages: ScoreCurves.usualCoverages)
    covered = points.map(\.images)
    errors = points.map(\.errors)
    area = AURC.value(of: risk, rule: .trapezoid)
    let sorted = try SortedScores(inDistribution, of: .inDistribution)
    self.splits = try splits.map { name, scores in
      let ranked = RankedScores(
        inDistribution: sorted,
        outOfDistribution: try SortedScores(scores, of: .outOfDistribution))
      return ScoreCurves.Split(
        split: name,
        accepted: try ranked.acceptedInDistribution(atFalsePositiveRates: ScoreCurves.usualRates),
        histogram: try bins.counts(of: scores))
    }
  }

  /// The number of in-distribution test images.
  public var count: Int { histogram.reduce(0, +) }
}
