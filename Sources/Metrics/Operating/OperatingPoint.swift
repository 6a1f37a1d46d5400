/// Thresholds of one detector for deployment, with what they promised and what they did.
public struct OperatingPoint: Sendable, Equatable {
  /// What a set of images is to the in-distribution classes.
  public enum Role: String, Sendable, CaseIterable {
    /// In-distribution test images: the acceptance rate is the true positive rate.
    case inDistribution = "in-distribution"
    /// Out-of-distribution images: the acceptance rate is the false positive rate.
    case outOfDistribution = "out-of-distribution"
    /// Images of the in-distribution classes in other circumstances; nothing is promised for them.
    case covariateShift = "covariate-shift"
  }

  /// How many images of a set a threshold accepted.
  public struct Realised: Sendable, Equatable {
    /// The name of the set.
    public let set: String
    /// What the set is.
    public let role: Role
    /// The number of images.
    public let count: Int
    /// The number of accepted images for each threshold.
    public let accepted: [Int]

    /// Creates the counts of a set.
    public init(set: String, role: Role, count: Int, accepted: [Int]) {
      self.set = set
      self.role = role
      self.count = count
      self.accepted = accepted
    }

    /// The share of accepted images at a threshold.
    public func rate(_ index: Int) -> Double { Double(accepted[index]) / Double(count) }

    /// Clopper and Pearson's 95 % interval of the share at a threshold.
    public func interval(_ index: Int) throws -> Interval {
      try Interval(successes: accepted[index], trials: count, level: 0.95)
    }
  }

  /// The true positive rates of the field's tables.
  public static let usualLevels = [0.9, 0.95, 0.99]

  /// The detector's name, as score files and registries have it.
  public let detector: String
  /// The detector's settings in canonical form; empty for the defaults.
  public let settings: String
  /// The thresholds: every level with either guarantee.
  public let thresholds: [AcceptanceThreshold]
  /// What the thresholds did on sets with known membership.
  public private(set) var realised: [Realised]

  /// Joins what was computed before.
  ///
  /// - Throws: `MetricError` unless there is a threshold and every set has a count for each.
  public init(
    detector: String, settings: String, thresholds: [AcceptanceThreshold], realised: [Realised]
  ) throws {
    if thresholds.isEmpty || realised.contains(where: { $0.accepted.count != thresholds.count }) {
      throw MetricError(
        .mismatch(
          "an operating point with \(thresholds.count) thresholds, expected at least one and a "
            + "count of accepted images for each in every set"))
    }
    self.detector = detector
    self.settings = settings
    self.thresholds = thresholds
    self.realised = realised
  }

  /// Chooses thresholds by in-distribution validation images, of which nothing was fitted.
  ///
  /// - Parameters:
  ///   - detector: the detector's name.
  ///   - settings: the detector's settings in canonical form.
  ///   - validation: scores of in-distribution validation images, higher = more in-distribution.
  ///   - levels: the true positive rates, each between 0 and 1.
  ///   - confidence: the share of validation sets that keep a confident promise.
  /// - Throws: `MetricError` for no scores, NaN, and levels or a confidence that are not between 0
  ///   and 1.
  public init(
    detector: String, settings: String = "", validation: [Double],
    levels: [Double] = usualLevels, confidence: Double = 0.95
  ) throws {
    try checkLevel(confidence)
    for level in levels { try checkLevel(level) }
    let sorted = try SortedScores(validation, of: .inDistribution)
    let ascending = [Double](sorted.keys.reversed().map(SortedScores.score))
    try self.init(
      detector: detector, settings: settings,
      thresholds: levels.flatMap { level in
        ThresholdGuarantee.allCases.map { guarantee in
          AcceptanceThreshold(
            ascending: ascending, level: level, guarantee: guarantee, confidence: confidence)
        }
      }, realised: [])
  }

  /// Counts what the thresholds accept of a set.
  ///
  /// - Throws: `MetricError` for no scores and NaN.
  public mutating func realise(on scores: [Double], set: String, role: Role) throws {
    let side: MetricError.ScoreSet =
      role == .outOfDistribution ? .outOfDistribution : .inDistribution
    if scores.isEmpty { throw MetricError(.empty(side)) }
    if let index = scores.firstIndex(where: \.isNaN) {
      throw MetricError(.notANumber(side, index: index))
    }
    let accepted = thresholds.map { threshold in scores.count { threshold.accepts($0) } }
    realised.append(Realised(set: set, role: role, count: scores.count, accepted: accepted))
  }

  /// The threshold of a level and a guarantee; nil if it was not computed.
  public func threshold(
    level: Double, guarantee: ThresholdGuarantee
  ) -> AcceptanceThreshold? {
    thresholds.first { $0.level == level && $0.guarantee == guarantee }
  }
}
