/// Symbols and merge rules of a byte-pair encoding, by token id.
///
/// A word's bytes become symbols, the last one marked as the end of the word; then the pair with the
/// lowest rank is merged wherever it occurs, until no known pair is left.
struct MergeTable: Sendable {
  struct Merge: Sendable {
    /// The position in the list of merges; the lowest applies first.
    let rank: Int
    /// The id of the joined symbol.
    let id: Int32
  }

  /// The id of each byte inside a word.
  let inner: [Int32]
  /// The id of each byte at the end of a word.
  let final: [Int32]
  private(set) var merges: [UInt64: Merge]

  init(inner: [Int32], final: [Int32], capacity: Int) {
    self.inner = inner
    self.final = final
    merges = [:]
    merges.reserveCapacity(capacity)
  }

  static func key(_ left: Int32, _ right: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
  }

  /// Adds a rule unless the pair has one of lower rank already.
  mutating func add(_ left: Int32, _ right: Int32, _ merge: Merge) {
    let key = Self.key(left, right)
    if merges[key] == nil { merges[key] = merge }
  }

  /// The unmerged symbols of a word.
  func symbols(of word: [UInt8]) -> [Int32] {
    guard let last = word.last else { return [] }
    var symbols = word.map { inner[Int($0)] }
    symbols[symbols.count - 1] = final[Int(last)]
    return symbols
  }

  /// The token ids of a word given as UTF-8 bytes.
  func encode(_ word: [UInt8]) -> [Int32] {
    var symbols = symbols(of: word)
    while symbols.count > 1, let best = lowestRankedPair(in: symbols) {
      symbols = Self.joined(symbols, best.left, best.right, best.id)
    }
    return symbols
  }

  private func lowestRankedPair(
    in symbols: [Int32]
  ) -> (left: Int32, right: Int32, id: Int32)? {
    var best: (left: Int32, right: Int32, id: Int32)?
    var bestRank = Int.max
    for index in 1..<symbols.count {
      let (left, right) = (symbols[index - 1], symbols[index])
      if let merge = merges[Self.key(left, right)], merge.rank < bestRank {
        bestRank = merge.rank
        best = (left, right, merge.id)
      }
    }
    return best
  }

  /// Replaces every occurrence of a pair, from the left, by the joined symbol.
  static func joined(_ symbols: [Int32], _ left: Int32, _ right: Int32, _ id: Int32) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(symbols.count - 1)
    var index = 0
    while index < symbols.count {
      if index + 1 < symbols.count, symbols[index] == left, symbols[index + 1] == right {
        result.append(id)
        index += 2
      } else {
        result.append(symbols[index])
        index += 1
      }
    }
    return result
  }
}
