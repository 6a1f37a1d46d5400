/// Which detectors of a table order the images alike, by Kendall's tau-b of every pair.
public struct Redundancy: Sendable, Equatable {
  /// Two detectors whose scores order the images alike or, with a negative tau, in reverse.
  public struct Pair: Sendable, Equatable {
    /// The index of the first detector.
    public let first: Int
    /// The index of the second detector, larger than the first.
    public let second: Int
    /// Their tau-b.
    public let tau: Double
  }

  /// From this |tau-b| on, two detectors are called redundant: one pair in 2,000 ordered otherwise.
  public static let threshold = 0.999

  /// tau-b of every pair, symmetric; nil where a detector gives all images one score.
  public let tau: [[Double?]]

  /// Correlates the scores of detectors on the same images, `[detectors][images]`.
  ///
  /// - Throws: `MetricError` unless all hold the same number of scores, at least two, without NaN.
  public init(_ scores: [[Double]]) throws {
    let counts = Set(scores.map(\.count))
    if counts.count > 1 || (counts.first ?? 2) < 2 {
      throw MetricError(
        .mismatch(
          "rank correlations of \(counts.sorted()) scores, expected as many of every detector, "
            + "at least 2"))
    }
    let ranks = try scores.map { try DenseRanks($0) }
    var tau = [[Double?]](
      repeating: [Double?](repeating: nil, count: ranks.count), count: ranks.count)
    for i in ranks.indices {
      for j in i..<ranks.count {
        tau[i][j] = KendallTau.value(ranks[i], ranks[j])
        tau[j][i] = tau[i][j]
      }
    }
    self.tau = tau
  }

  /// The redundant pairs, in the order of the detectors.
  public var redundantPairs: [Pair] {
    var pairs: [Pair] = []
    for i in tau.indices {
      for j in tau.indices where i < j {
        guard let value = tau[i][j], abs(value) >= Redundancy.threshold else { continue }
        pairs.append(Pair(first: i, second: j, tau: value))
      }
    }
    return pairs
  }
}
