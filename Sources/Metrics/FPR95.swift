/// The false positive rate at 95 % true positive rate, under a named convention.
///
/// Range 0 to 1, lower is better.
public enum FPR95 {
  /// The true positive rate that gives the metric its name.
  public static let level = 0.95

  /// The rate for two sets of scores, higher = more in-distribution.
  ///
  /// - Throws: `MetricError` for an empty set or NaN.
  public static func value(
    inDistribution: [Double], outOfDistribution: [Double], convention: FPR95Convention
  ) throws -> Double {
    let scores = try RankedScores(
      inDistribution: inDistribution, outOfDistribution: outOfDistribution)
    return value(of: scores, convention: convention)
  }

  /// The rate for scores that are sorted already.
  public static func value(of scores: RankedScores, convention: FPR95Convention) -> Double {
    switch convention {
    case .idNearest: nearest(scores)
    case .idAtLeast: atLeast(scores)
    case .oodAtLeast: rejectedWhenCaught(scores)
    case .interpolated: interpolated(scores)
    }
  }

  /// The published code scans from full recall to low recall and takes the first minimum.
  private static func nearest(_ scores: RankedScores) -> Double {
    let id = scores.inDistributionCounts.span
    let ood = scores.outOfDistributionCounts.span
    var curve = Counts()
    var nearest = Double.infinity
    var falsePositives = 0
    for rank in 0..<id.count {
      curve.add(id[rank], ood[rank])
      // The distance is rounded as NumPy rounds it: with 10 samples 0.9 is nearer than 1.
      let distance = abs(Double(curve.id) / Double(scores.inDistributionTotal) - level)
      if distance > nearest { break }
      nearest = distance
      falsePositives = curve.ood
      if curve.id == scores.inDistributionTotal { break }
    }
    return Double(falsePositives) / Double(scores.outOfDistributionTotal)
  }

  private static func atLeast(_ scores: RankedScores) -> Double {
    let id = scores.inDistributionCounts.span
    let ood = scores.outOfDistributionCounts.span
    let needed = smallestCount(of: scores.inDistributionTotal)
    var curve = Counts()
    var rank = 0
    while curve.id < needed {
      curve.add(id[rank], ood[rank])
      rank &+= 1
    }
    return Double(curve.ood) / Double(scores.outOfDistributionTotal)
  }

  private static func rejectedWhenCaught(_ scores: RankedScores) -> Double {
    let id = scores.inDistributionCounts.span
    let ood = scores.outOfDistributionCounts.span
    let needed = smallestCount(of: scores.outOfDistributionTotal)
    var curve = Counts()
    var rank = id.count
    while curve.ood < needed {
      rank &-= 1
      curve.add(id[rank], ood[rank])
    }
    return Double(curve.id) / Double(scores.inDistributionTotal)
  }

  /// The last point at or under the level and the next one span the segment, as in `numpy.interp`.
  private static func interpolated(_ scores: RankedScores) -> Double {
    let id = scores.inDistributionCounts.span
    let ood = scores.outOfDistributionCounts.span
    let idTotal = Double(scores.inDistributionTotal)
    let oodTotal = Double(scores.outOfDistributionTotal)
    var below = Counts()
    var above = Counts()
    for rank in 0..<id.count {
      above.add(id[rank], ood[rank])
      if Double(above.id) / idTotal > level { break }
      below = above
    }
    let rate = Double(below.ood) / oodTotal
    let slope =
      (Double(above.ood) / oodTotal - rate)
      / (Double(above.id) / idTotal - Double(below.id) / idTotal)
    return slope * (level - Double(below.id) / idTotal) + rate
  }

  /// The smallest count whose share of the total is at least the level.
  private static func smallestCount(of total: Int) -> Int {
    // 95 % in integers; `Double(count) / Double(total) >= 0.95` decides the same way.
    (total * 19 + 19) / 20
  }
}

/// Samples accepted so far along a walk over the distinct scores.
struct Counts {
  var id = 0
  var ood = 0

  /// Adds the samples of one distinct score.
  @inline(__always)
  mutating func add(_ newID: UInt32, _ newOOD: UInt32) {
    id &+= Int(newID)
    ood &+= Int(newOOD)
  }
}
