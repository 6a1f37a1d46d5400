/// Kendall's rank correlation of two detectors' scores: 1 where they order all images alike.
///
/// tau-b = (concordant - discordant) / sqrt((pairs - pairs tied in x) (pairs - pairs tied in y)),
/// from exact integer counts. Detectors with |tau-b| near 1 are redundant: every ranking metric of
/// theirs is nearly the same (max-logit and energy at the logit scale, say).
///
/// Source: Kendall, "The treatment of ties in ranking problems", Biometrika 1945; counted in
/// n log n by Knight, "A computer method for calculating Kendall's tau with ungrouped data", Journal
/// of the American Statistical Association 1966. Agrees with `scipy.stats.kendalltau`.
public enum KendallTau {
  /// tau-b, from -1 to 1; nil where a detector gives all images one score.
  ///
  /// - Throws: `MetricError` unless both hold the same number of scores, at least two, without NaN.
  public static func value(_ first: [Double], _ second: [Double]) throws -> Double? {
    if first.count != second.count || first.count < 2 {
      throw MetricError(
        .mismatch(
          "a rank correlation of \(first.count) and \(second.count) scores, expected as many of "
            + "both, at least 2"))
    }
    return value(try DenseRanks(first), try DenseRanks(second))
  }

  /// tau-b of images whose scores are ranked already.
  static func value(_ first: DenseRanks, _ second: DenseRanks) -> Double? {
    let count = first.ranks.count
    let pairs = count * (count - 1) / 2
    // Sorted by the first rank, then by the second: exchanges left to sort the second alone are
    // the discordant pairs.
    var keys = [UInt64](repeating: 0, count: count)
    for i in 0..<count { keys[i] = UInt64(first.ranks[i]) << 32 | UInt64(second.ranks[i]) }
    keys.sort()
    let bothTied = tiedPairs(keys)
    var order = keys.map { UInt32(truncatingIfNeeded: $0) }
    let discordant = exchanges(sorting: &order)
    let untiedFirst = pairs - first.tiedPairs
    let untiedSecond = pairs - second.tiedPairs
    if untiedFirst == 0 || untiedSecond == 0 { return nil }
    // pairs = concordant + discordant + tied in the first or the second.
    let balance = pairs - first.tiedPairs - second.tiedPairs + bothTied - 2 * discordant
    // Equal counts divide exactly: a detector's tau with itself is 1, not nearly 1.
    if untiedFirst == untiedSecond { return Double(balance) / Double(untiedFirst) }
    return Double(balance)
      / (Double(untiedFirst).squareRoot() * Double(untiedSecond).squareRoot())
  }
}

/// The rank of every image among a detector's distinct scores.
struct DenseRanks {
  private(set) var ranks: [UInt32]
  /// The pairs of images with equal scores.
  let tiedPairs: Int

  init(_ scores: [Double]) throws {
    let keys = try SortedScores(scores, of: .inDistribution).keys
    tiedPairs = Metrics.tiedPairs(keys)
    var distinct: [UInt64] = []
    for key in keys where distinct.last != key { distinct.append(key) }
    ranks = positions(of: scores, in: distinct)
  }
}

/// The pairs of equal neighbours in a sorted list: the sum of m (m - 1) / 2 over groups of m.
private func tiedPairs(_ keys: [UInt64]) -> Int {
  var pairs = 0
  var group = 0
  for i in 1..<keys.count {
    group = keys[i] == keys[i - 1] ? group + 1 : 0
    pairs += group
  }
  return pairs
}

/// Sorts by merging and counts the pairs that stood in descending order.
private func exchanges(sorting values: inout [UInt32]) -> Int {
  var count = 0
  var scratch = values
  var width = 1
  while width < values.count {
    var start = 0
    while start < values.count {
      count += merge(
        values, into: &scratch, start: start, middle: min(start + width, values.count),
        end: min(start + 2 * width, values.count))
      start += 2 * width
    }
    swap(&values, &scratch)
    width *= 2
  }
  return count
}

/// Merges two sorted neighbours; every value taken from the right jumps over what is left of the
/// left.
private func merge(
  _ values: [UInt32], into merged: inout [UInt32], start: Int, middle: Int, end: Int
) -> Int {
  let values = values.span
  var merged = merged.mutableSpan
  var left = start
  var right = middle
  var count = 0
  for place in start..<end {
    if left < middle, right == end || values[left] <= values[right] {
      merged[place] = values[left]
      left &+= 1
    } else {
      merged[place] = values[right]
      right &+= 1
      count &+= middle &- left
    }
  }
  return count
}
