/// The area under the precision-recall curve, with either side as the positive class.
///
/// Range 0 to 1, higher is better. Unlike AUROC it depends on the ratio of the two set sizes and
/// on the positive class, so both belong to the name: "in" has in-distribution samples positive and
/// lowers the threshold, "out" has out-of-distribution samples positive and raises it.
public enum AUPR {
  /// How the area between the points of the curve is taken.
  public enum Rule: String, Sendable, CaseIterable {
    /// Trapezoids under scikit-learn's curve, which starts at recall 0 with precision 1 (OpenOOD,
    /// pytorch-ood). Constant scores 10 against 10 give 0.75.
    case trapezoid
    /// Steps: sum of (R_i - R_{i-1}) P_i, scikit-learn's `average_precision_score` (MCM, LoCoOp,
    /// NegLabel). Constant scores 10 against 10 give 0.5.
    case averagePrecision
  }

  /// The area for two sets of scores, higher = more in-distribution.
  ///
  /// - Throws: `MetricError` for an empty set or NaN.
  public static func value(
    inDistribution: [Double], outOfDistribution: [Double], positive: PositiveClass, rule: Rule
  ) throws -> Double {
    let scores = try RankedScores(
      inDistribution: inDistribution, outOfDistribution: outOfDistribution)
    return value(of: scores, positive: positive, rule: rule)
  }

  /// The area for scores that are sorted already.
  public static func value(of scores: RankedScores, positive: PositiveClass, rule: Rule) -> Double {
    let area =
      switch positive {
      case .inDistribution: Areas.fromHighestScore(scores)
      case .outOfDistribution: Areas.fromLowestScore(scores)
      }
    return rule == .trapezoid ? area.trapezoid : area.steps
  }
}

/// Both areas of one precision-recall curve.
struct Areas {
  private(set) var trapezoid = 0.0
  private(set) var steps = 0.0

  private var positives = 0
  private var samples = 0
  private var precision = 1.0
  private var stepSum = CompensatedSum()
  private var trapezoidSum = CompensatedSum()

  /// In-distribution samples positive: thresholds from the highest score down.
  static func fromHighestScore(_ scores: RankedScores) -> Areas {
    var areas = Areas()
    let positive = scores.inDistributionCounts.span
    let negative = scores.outOfDistributionCounts.span
    for rank in 0..<positive.count { areas.add(Int(positive[rank]), Int(negative[rank])) }
    areas.finish(total: scores.inDistributionTotal)
    return areas
  }

  /// Out-of-distribution samples positive: thresholds from the lowest score up.
  static func fromLowestScore(_ scores: RankedScores) -> Areas {
    var areas = Areas()
    let positive = scores.outOfDistributionCounts.span
    let negative = scores.inDistributionCounts.span
    var rank = positive.count
    while rank > 0 {
      rank &-= 1
      areas.add(Int(positive[rank]), Int(negative[rank]))
    }
    areas.finish(total: scores.outOfDistributionTotal)
    return areas
  }

  /// Adds the next threshold; without a new positive the curve only falls and adds no area.
  private mutating func add(_ newPositives: Int, _ newNegatives: Int) {
    // A bootstrap replicate may leave a rank empty; the curve has no point there.
    if newPositives &+ newNegatives == 0 { return }
    positives &+= newPositives
    samples &+= newPositives &+ newNegatives
    let next = Double(positives) / Double(samples)
    if newPositives > 0 {
      stepSum.add(Double(newPositives) * next)
      trapezoidSum.add(Double(newPositives) * (0.5 * (next + precision)))
    }
    precision = next
  }

  private mutating func finish(total: Int) {
    steps = stepSum.value / Double(total)
    trapezoid = trapezoidSum.value / Double(total)
  }
}
