/// Bins of equal width in which the scores of several sets are counted, so that they can be compared.
///
/// They reach from the lowest 0.5 % to the highest 99.5 % point of any set, so that a single far
/// score does not squeeze all others into one bin; the two outermost bins hold all beyond,
/// infinities too.
public struct ScoreBins: Sendable, Equatable {
  /// The lower edge of the first bin.
  public let lower: Double
  /// The upper edge of the last bin.
  public let upper: Double
  /// The number of bins.
  public let count: Int

  /// Creates bins from their outer edges.
  ///
  /// - Throws: `MetricError` unless `lower < upper`, both finite, and there is a bin.
  public init(lower: Double, upper: Double, count: Int) throws {
    guard lower < upper, (upper - lower).isFinite, count > 0 else {
      throw MetricError(
        .mismatch("\(count) bins from \(lower) to \(upper), expected some of a positive width"))
    }
    self.lower = lower
    self.upper = upper
    self.count = count
  }

  /// Creates bins for sets of scores.
  ///
  /// Of n finite scores in order the points are those at floor(n / 200) from either end, no
  /// interpolation. Scores that are all equal lie in the middle of bins around them.
  ///
  /// - Throws: `MetricError` for NaN, naming the index.
  public init(covering sets: [[Double]], count: Int) throws {
    var lower = Double.infinity
    var upper = -Double.infinity
    for set in sets {
      // Ascending keys are descending scores.
      let keys = try SortedScores(possiblyEmpty: set, of: .inDistribution).keys
      let finite = keys.filter { SortedScores.score(of: $0).isFinite }
      guard !finite.isEmpty else { continue }
      let cut = finite.count / 200
      lower = min(lower, ScoreBins.bounded(SortedScores.score(of: finite[finite.count - 1 - cut])))
      upper = max(upper, ScoreBins.bounded(SortedScores.score(of: finite[cut])))
    }
    if !(lower < upper) {
      let middle = lower.isFinite ? lower : 0
      let half = max(1, middle.magnitude) / 2
      (lower, upper) = (middle - half, middle + half)
    }
    try self.init(lower: lower, upper: upper, count: count)
  }

  /// The lower edge of bin i; of `count`, the upper edge of the last one.
  public func edge(_ index: Int) -> Double {
    index == count ? upper : lower + (upper - lower) * (Double(index) / Double(count))
  }

  /// How many scores lie in each bin: edge(i) <= score < edge(i + 1), all beyond in the outermost.
  ///
  /// - Throws: `MetricError` for NaN, naming the index.
  public func counts(of scores: [Double]) throws -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    for (index, score) in scores.enumerated() {
      if score.isNaN { throw MetricError(.notANumber(.inDistribution, index: index)) }
      counts[bin(of: score)] += 1
    }
    return counts
  }

  private func bin(of score: Double) -> Int {
    if score < edge(1) { return 0 }
    if score >= edge(count - 1) { return count - 1 }
    var bin = Int((score - lower) / (upper - lower) * Double(count))
    // The quotient may be rounded across an edge.
    while score < edge(bin) { bin -= 1 }
    while score >= edge(bin + 1) { bin += 1 }
    return bin
  }

  /// Far enough from the largest number for a difference of two.
  private static func bounded(_ score: Double) -> Double { min(max(score, -1e300), 1e300) }
}
