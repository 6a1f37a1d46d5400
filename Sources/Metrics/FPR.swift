/// The false positive rate at a true positive rate, under a named convention.
///
/// Range 0 to 1, lower is better.
public enum FPR {
  /// The rate for two sets of scores, higher = more in-distribution.
  ///
  /// - Parameter level: the true positive rate, between 0 and 1.
  /// - Throws: `MetricError` for an empty set or NaN, and for a level that is not between 0 and 1.
  public static func value(
    inDistribution: [Double], outOfDistribution: [Double], convention: FPR95Convention,
    level: Double
  ) throws -> Double {
    if !(level > 0 && level < 1) {
      throw MetricError(
        .mismatch("true positive rate is \(level), expected a number between 0 and 1"))
    }
    let scores = try RankedScores(
      inDistribution: inDistribution, outOfDistribution: outOfDistribution)
    return value(of: scores, convention: convention, level: level)
  }

  /// The rate for scores that are sorted already, at a level between 0 and 1.
  static func value(
    of scores: RankedScores, convention: FPR95Convention, level: Double
  ) -> Double {
    switch convention {
    case .idNearest: nearest(scores, level)
    case .idAtLeast: atLeast(scores, level)
    case .oodAtLeast: rejectedWhenCaught(scores, level)
    case .interpolated: interpolated(scores, level)
    }
  }

  /// The published code scans from full recall to low recall and takes the first minimum.
  private static func nearest(_ scores: RankedScores, _ level: Double) -> Double {
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

  private static func atLeast(_ scores: RankedScores, _ level: Double) -> Double {
    let id = scores.inDistributionCounts.span
    let ood = scores.outOfDistributionCounts.span
    let needed = smallestCount(of: scores.inDistributionTotal, reaching: level)
    var curve = Counts()
    var rank = 0
    while curve.id < needed {
      curve.add(id[rank], ood[rank])
      rank &+= 1
    }
    return Double(curve.ood) / Double(scores.outOfDistributionTotal)
  }

  private static func rejectedWhenCaught(_ scores: RankedScores, _ level: Double) -> Double {
    let id = scores.inDistributionCounts.span
    let ood = scores.outOfDistributionCounts.span
    let needed = smallestCount(of: scores.outOfDistributionTotal, reaching: level)
    var curve = Counts()
    var rank = id.count
    while curve.ood < needed {
      rank &-= 1
      curve.add(id[rank], ood[rank])
    }
    return Double(curve.id) / Double(scores.inDistributionTotal)
  }

  /// The last point at or under the level and the next one span the segment, as in `numpy.interp`.
  private static func interpolated(_ scores: RankedScores, _ level: Double) -> Double {
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
}

/// The smallest count whose share of a total is at least a level between 0 and 1.
///
/// Decided by the rounded quotient, as published code does and as the decimal level is meant: 19 of
/// 20 reach 0.95, though the binary number 0.95 is no exact 19/20.
func smallestCount(of total: Int, reaching level: Double) -> Int {
  func reaches(_ count: Int) -> Bool { Double(count) / Double(total) >= level }
  var count = min(total, Int((level * Double(total)).rounded(.up)))
  while count > 0, reaches(count - 1) { count -= 1 }
  while count < total, !reaches(count) { count += 1 }
  return count
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
