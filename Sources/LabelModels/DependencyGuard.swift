/// A check of the independence that all label models here assume.
///
/// For functions that are independent given the class and have symmetric errors, the agreement of
/// a pair over the items on which both vote, e = (share that agrees - 1/C) / (1 - 1/C) with C
/// classes, is a product c_i c_j (c = (C a - 1) / (C - 1) of an accuracy a): rank one off the
/// diagonal. The best c in the sense of least squares are found by alternating over the functions;
/// a pair's residual is e - c_i c_j.
///
/// Which functions depend on each other cannot be told from votes alone; the remedy is a group, or
/// gold labels. Three functions or fewer always fit, so there nothing can be checked.
public struct DependencyGuard: Sendable, Equatable {
  /// The largest residual that independence allows.
  public var threshold: Double
  /// The joint votes that a pair needs to be judged: at 50 an agreement's standard error is at
  /// most half the usual threshold.
  public var minimumOverlap: Int

  /// Creates the check.
  public init(threshold: Double = 0.15, minimumOverlap: Int = 50) {
    self.threshold = threshold
    self.minimumOverlap = minimumOverlap
  }

  /// What the check found.
  public struct Finding: Sendable, Equatable {
    /// The pair of functions with the largest residual.
    public let pair: [Int]
    /// The largest residual, as a magnitude.
    public let largestResidual: Double
    /// Whether that is more than independence allows.
    public let isDependent: Bool
  }

  /// Checks votes; nil where fewer than four functions have pairs with enough joint votes.
  public func finding(on votes: Votes) -> Finding? {
    let agreements = self.agreements(votes)
    let judged = (0..<votes.functions).filter { i in agreements[i].contains { $0 != nil } }
    guard judged.count >= 4 else { return nil }
    let loadings = DependencyGuard.loadings(agreements)
    var largest = 0.0
    var pair = [judged[0], judged[1]]
    for i in judged {
      for j in judged where j > i {
        guard let agreement = agreements[i][j] else { continue }
        let residual = abs(agreement - loadings[i] * loadings[j])
        if residual > largest {
          largest = residual
          pair = [i, j]
        }
      }
    }
    return Finding(pair: pair, largestResidual: largest, isDependent: largest > threshold)
  }

  /// The normalised agreements of all pairs that have enough joint votes.
  private func agreements(_ votes: Votes) -> [[Double?]] {
    let chance = 1 / Double(votes.classes)
    var result = [[Double?]](
      repeating: [Double?](repeating: nil, count: votes.functions), count: votes.functions)
    for i in 0..<votes.functions {
      for j in 0..<i {
        var joint = 0
        var equal = 0
        for item in 0..<votes.items {
          let vote = votes[item, i]
          guard vote != Votes.abstain, votes[item, j] != Votes.abstain else { continue }
          joint += 1
          if vote == votes[item, j] { equal += 1 }
        }
        guard joint >= max(1, minimumOverlap) else { continue }
        let agreement = (Double(equal) / Double(joint) - chance) / (1 - chance)
        result[i][j] = agreement
        result[j][i] = agreement
      }
    }
    return result
  }

  /// The c that minimise the sum of (e_ij - c_i c_j)^2 over judged pairs, by alternating.
  private static func loadings(_ agreements: [[Double?]]) -> [Double] {
    var loadings = [Double](repeating: 0.5, count: agreements.count)
    for _ in 0..<500 {
      var moved = 0.0
      for i in agreements.indices {
        var product = 0.0
        var square = 0.0
        for (j, agreement) in agreements[i].enumerated() {
          guard let agreement else { continue }
          product += agreement * loadings[j]
          square += loadings[j] * loadings[j]
        }
        let next = square > 0 ? product / square : 0
        moved = max(moved, abs(next - loadings[i]))
        loadings[i] = next
      }
      if moved < 1e-12 { break }
    }
    return loadings
  }
}
