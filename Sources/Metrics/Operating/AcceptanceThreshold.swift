/// What is promised about the true positive rate of a threshold from finitely many images.
public enum ThresholdGuarantee: String, Sendable, CaseIterable, Codable {
  /// The rate is at least the level on average over validation sets (split conformal prediction).
  ///
  /// A single validation set may miss it; with n images the deviation is about
  /// sqrt(level (1 - level) / n).
  case marginal
  /// The rate is at least the level for all but a small share of validation sets (Clopper and
  /// Pearson's bound, "probably approximately correct").
  case confident
}

/// A threshold on a score that accepts a promised share of in-distribution images.
///
/// In-distribution is the positive class: an image is accepted where its score >= the threshold. The
/// promise holds for images drawn as the validation images were, independently of everything that
/// was fitted, with no assumption about the scores; ties only raise the rate.
public struct AcceptanceThreshold: Sendable, Equatable {
  /// The true positive rate that is promised.
  public let level: Double
  /// In what sense it is promised.
  public let guarantee: ThresholdGuarantee
  /// The share of validation sets that keep a confident promise; nil for a marginal one.
  public let confidence: Double?
  /// The smallest accepted score; nil accepts everything.
  public let threshold: Double?
  /// The rank k of the threshold among the validation scores from the lowest up; 0 accepts
  /// everything.
  public let rank: Int
  /// The number of validation images.
  public let validationCount: Int

  /// Creates a threshold that was computed before.
  public init(
    level: Double, guarantee: ThresholdGuarantee, confidence: Double?, threshold: Double?,
    rank: Int,
    validationCount: Int
  ) {
    self.level = level
    self.guarantee = guarantee
    self.confidence = confidence
    self.threshold = threshold
    self.rank = rank
    self.validationCount = validationCount
  }

  /// The k-th smallest of n validation scores, with the largest k that keeps the promise.
  ///
  /// Marginal: P(score < s_(k)) <= k / (n + 1), so k = floor((n + 1) (1 - level)). Confident: the rate
  /// at s_(k) is at least Beta(n - k + 1, k) distributed, so k is the largest with
  /// P(Binomial(n, 1 - level) >= k) >= confidence. Without such k >= 1 there are too few images and
  /// everything is accepted, which keeps the promise but rejects nothing.
  ///
  /// Source: Vovk, Gammerman, Shafer, "Algorithmic learning in a random world", 2005; Vovk,
  /// "Conditional validity of inductive conformal predictors", ACML 2012, proposition 2.
  ///
  /// - Parameters:
  ///   - ascending: the validation scores from the lowest to the highest, without NaN.
  ///   - level: the true positive rate, between 0 and 1.
  ///   - guarantee: the kind of promise.
  ///   - confidence: the share of validation sets that keep a confident promise.
  init(ascending: [Double], level: Double, guarantee: ThresholdGuarantee, confidence: Double) {
    let count = ascending.count
    let rank =
      switch guarantee {
      case .marginal: count + 1 - smallestCount(of: count + 1, reaching: level)
      case .confident: confidentRank(count, level: level, confidence: confidence)
      }
    // Minus infinity accepts everything; infinity, which no file can hold, is replaced by the
    // largest finite number, which accepts no less.
    let score = rank == 0 ? -.infinity : ascending[rank - 1]
    self.init(
      level: level, guarantee: guarantee, confidence: guarantee == .marginal ? nil : confidence,
      threshold: score == -.infinity ? nil : min(score, .greatestFiniteMagnitude), rank: rank,
      validationCount: count)
  }

  /// Whether a score is accepted as in-distribution; NaN is not.
  public func accepts(_ score: Double) -> Bool {
    guard let threshold else { return !score.isNaN }
    return score >= threshold
  }

  /// The fewest validation images with which something can be rejected.
  public var smallestValidationCount: Int {
    var count = 1
    while true {
      let rank =
        switch guarantee {
        case .marginal: count + 1 - smallestCount(of: count + 1, reaching: level)
        case .confident: confidentRank(count, level: level, confidence: confidence ?? 0)
        }
      if rank > 0 { return count }
      count += 1
    }
  }
}

/// The largest k with P(Binomial(n, 1 - level) >= k) >= confidence, by bisection: the chance falls
/// with k.
private func confidentRank(_ count: Int, level: Double, confidence: Double) -> Int {
  var kept = 0
  var missed = count + 1
  while missed - kept > 1 {
    let k = (kept + missed) / 2
    let chance = BetaDistribution.cumulative(1 - level, Double(k), Double(count - k + 1))
    if chance >= confidence { kept = k } else { missed = k }
  }
  return kept
}
