/// Counts of adjacent symbol pairs over distinct words, kept up to date while pairs are merged.
///
/// Recounting everything after each merge would cost (merges x text); only the words that hold the
/// merged pair change, and these are looked up.
struct PairCounts {
  /// A candidate in the heap; outdated ones are recognised by their count and dropped.
  private struct Candidate {
    let count: Int
    let key: UInt64

    /// Whether this one is merged earlier: the more frequent, then the lower left, then right id.
    func goesBefore(_ other: Candidate) -> Bool {
      count != other.count ? count > other.count : key < other.key
    }
  }

  private var words: [[Int32]]
  private let frequencies: [Int]
  private var counts: [UInt64: Int] = [:]
  private var places: [UInt64: [Int32]] = [:]
  private var heap: [Candidate] = []

  init(words: [[Int32]], frequencies: [Int]) {
    self.words = words
    self.frequencies = frequencies
    for index in words.indices { add(index, sign: 1) }
    for (key, count) in counts { push(Candidate(count: count, key: key)) }
  }

  /// Takes out the most frequent pair, ties broken by the lower left id, then the lower right id.
  mutating func popMostFrequent() -> (left: Int32, right: Int32, count: Int)? {
    while let top = pop() {
      if counts[top.key] == top.count {
        let (left, right) = (UInt32(top.key >> 32), UInt32(truncatingIfNeeded: top.key))
        return (Int32(bitPattern: left), Int32(bitPattern: right), top.count)
      }
    }
    return nil
  }

  /// Replaces a pair by a new symbol in all words.
  mutating func merge(_ left: Int32, _ right: Int32, into id: Int32) {
    let key = MergeTable.key(left, right)
    var changed: Set<UInt64> = []
    // A word may be listed more than once, or not hold the pair any longer.
    for place in Set(places.removeValue(forKey: key) ?? []) {
      let index = Int(place)
      let merged = MergeTable.joined(words[index], left, right, id)
      if merged.count == words[index].count { continue }
      changed.formUnion(add(index, sign: -1))
      words[index] = merged
      changed.formUnion(add(index, sign: 1))
    }
    for key in changed {
      guard let count = counts[key] else { continue }
      if count > 0 { push(Candidate(count: count, key: key)) } else { counts[key] = nil }
    }
  }

  /// Adds or takes away one word's pairs, and returns them.
  @discardableResult
  private mutating func add(_ index: Int, sign: Int) -> [UInt64] {
    let word = words[index]
    guard word.count > 1 else { return [] }
    var keys: [UInt64] = []
    for position in 1..<word.count {
      let key = MergeTable.key(word[position - 1], word[position])
      counts[key, default: 0] += sign * frequencies[index]
      if sign > 0 { places[key, default: []].append(Int32(index)) }
      keys.append(key)
    }
    return keys
  }

  private mutating func push(_ candidate: Candidate) {
    heap.append(candidate)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].goesBefore(heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func pop() -> Candidate? {
    guard let top = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return top }
    heap[0] = last
    var parent = 0
    while true {
      var first = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child].goesBefore(heap[first]) {
        first = child
      }
      if first == parent { return top }
      heap.swapAt(parent, first)
      parent = first
    }
  }
}
