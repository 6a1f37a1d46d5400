/// The scores of one set in order, sorted once for comparisons with any number of other sets.
///
/// Held as integers: smaller key = higher score, equal key = equal score. Radix sort on the bit pattern: exact under ties, linear time, one scratch copy. Infinities take
/// their place at the ends and -0 equals +0.
public struct SortedScores: Sendable {
  /// The keys in ascending order, thus the scores from highest to lowest.
  private(set) var keys: [UInt64]

  /// Sorts the scores of a set.
  ///
  /// - Throws: `MetricError` for an empty set and for NaN, naming the index.
  public init(_ scores: [Double], of set: MetricError.ScoreSet) throws {
    if scores.isEmpty { throw MetricError(.empty(set)) }
    try self.init(possiblyEmpty: scores, of: set)
  }

  /// Sorts the scores of a set that may be empty.
  init(possiblyEmpty scores: [Double], of set: MetricError.ScoreSet) throws {
    keys = [UInt64](repeating: 0, count: scores.count)
    let differing = try SortedScores.fill(&keys, with: scores, of: set)
    // Below this size filling the digit tables costs more than comparing.
    if keys.count < 512 {
      keys.sort()
    } else if differing != 0 {
      SortedScores.radixSort(&keys, differing: differing)
    }
  }

  /// Writes the keys of scores and returns the bits in which any two of them differ.
  private static func fill(
    _ keys: inout [UInt64], with scores: [Double], of set: MetricError.ScoreSet
  ) throws -> UInt64 {
    let source = scores.span
    var target = keys.mutableSpan
    guard target.count == source.count, let first = scores.first else { return 0 }
    let reference = key(of: first)
    var differing: UInt64 = 0
    var faults = 0
    for i in 0..<source.count {
      let score = source[i]
      faults &+= score == score ? 0 : 1
      let key = key(of: score)
      differing |= key ^ reference
      target[i] = key
    }
    if faults > 0 {
      throw MetricError(.notANumber(set, index: scores.firstIndex { $0.isNaN } ?? 0))
    }
    return differing
  }

  /// The key of a score; order-reversing, and one value for both zeros.
  static func key(of score: Double) -> UInt64 {
    let bits = (score == 0 ? 0 : score).bitPattern
    // Negative numbers already sort downwards by magnitude; positive ones are flipped.
    return bits >> 63 == 1 ? bits : ~bits & (UInt64.max >> 1)
  }

  /// The score of a key, positive for both zeros.
  static func score(of key: UInt64) -> Double {
    Double(bitPattern: key >> 63 == 1 ? key : ~key & (UInt64.max >> 1))
  }

  /// Sorts by the leading digits that differ, from the lowest of them up, then whatever they tie.
  ///
  /// The 40 bits from the highest one that differs tell all but a few in a million scores apart, so
  /// sorting by all 64 would be three passes wasted. Scores that were single precision have zero
  /// bits at the end, and digits that all keys share are skipped too.
  private static func radixSort(_ keys: inout [UInt64], differing: UInt64) {
    let highest = 64 - differing.leadingZeroBitCount
    let lowest = max(0, highest - passes * width)
    var scratch = [UInt64](repeating: 0, count: keys.count)
    var offsets = histograms(keys, from: lowest)
    for pass in 0..<passes {
      let shift = UInt64(lowest + pass * width)
      if shift >= 64 || (differing >> shift) & mask == 0 { continue }
      var offset = 0
      for bucket in pass * buckets..<(pass + 1) * buckets {
        let size = offsets[bucket]
        offsets[bucket] = offset
        offset += size
      }
      scatter(keys, into: &scratch, &offsets, base: pass * buckets, shift: shift)
      swap(&keys, &scratch)
    }
    if differing & (1 << UInt64(lowest) - 1) != 0 { sortTied(&keys, above: UInt64(lowest)) }
  }

  /// How many keys have each value of each digit; one table a pass.
  private static func histograms(_ keys: [UInt64], from lowest: Int) -> [Int] {
    var histograms = [Int](repeating: 0, count: passes * buckets)
    let source = keys.span
    var table = histograms.mutableSpan
    for i in 0..<source.count {
      var rest = source[i] &>> UInt64(lowest)
      for pass in 0..<passes {
        table[pass &* buckets &+ Int(truncatingIfNeeded: rest & mask)] &+= 1
        rest &>>= UInt64(width)
      }
    }
    return histograms
  }

  /// Moves each key to the next free place of its digit.
  private static func scatter(
    _ keys: [UInt64], into sorted: inout [UInt64], _ offsets: inout [Int], base: Int, shift: UInt64
  ) {
    let source = keys.span
    var target = sorted.mutableSpan
    var next = offsets.mutableSpan
    for i in 0..<source.count {
      let key = source[i]
      let slot = base &+ Int(truncatingIfNeeded: (key &>> shift) & mask)
      let place = next[slot]
      target[place] = key
      next[slot] = place &+ 1
    }
  }

  /// Sorts every run of keys that agree from a bit upwards; most runs are of one key.
  private static func sortTied(_ keys: inout [UInt64], above lowest: UInt64) {
    var start = 0
    while start < keys.count {
      let leading = keys[start] &>> lowest
      var end = start &+ 1
      while end < keys.count, keys[end] &>> lowest == leading { end &+= 1 }
      if end &- start > 1 { sortRun(&keys, start..<end) }
      start = end
    }
  }

  /// Sorts a run of keys in its place; saturated scores, a hair below 1, make long ones.
  private static func sortRun(_ keys: inout [UInt64], _ range: Range<Int>) {
    if range.count < 512 { return keys[range].sort() }
    var run = Array(keys[range])
    var differing: UInt64 = 0
    for key in run { differing |= key ^ run[0] }
    if differing == 0 { return }
    radixSort(&run, differing: differing)
    keys.replaceSubrange(range, with: run)
  }

  // Eight bits: with eleven, two passes fewer, the scattered writes outrun the TLB and 10 M scores
  // take 30 % longer.
  private static let width = 8
  private static let passes = 5
  private static let buckets = 1 << 8
  private static let mask: UInt64 = 1 << 8 - 1
}
