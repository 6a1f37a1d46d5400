/// Alternative sequences of character classes: as much of regular expressions as ftfy's rules need.
struct ScalarPattern: Sendable {
  /// Tried in order; the first that fits counts, as in a regular expression.
  let alternatives: [[ScalarClass]]

  init(_ alternatives: [[ScalarClass]]) {
    self.alternatives = alternatives
  }

  /// The number of elements that the first fitting alternative covers, or nil.
  func length(in points: [UInt32], at start: Int) -> Int? {
    alternatives.first { Self.fits($0, points, start) }?.count
  }

  /// Whether the pattern occurs anywhere.
  func occurs(in points: [UInt32]) -> Bool {
    points.indices.contains { length(in: points, at: $0) != nil }
  }

  /// The text with every match replaced, from the left, without overlaps.
  func replacing(
    in points: [UInt32], with replacement: (ArraySlice<UInt32>) -> [UInt32]
  ) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(points.count)
    var index = 0
    while index < points.count {
      if let length = length(in: points, at: index) {
        result += replacement(points[index..<index + length])
        index += length
      } else {
        result.append(points[index])
        index += 1
      }
    }
    return result
  }

  private static func fits(_ classes: [ScalarClass], _ points: [UInt32], _ start: Int) -> Bool {
    guard start + classes.count <= points.count else { return false }
    for (offset, wanted) in classes.enumerated() where !wanted.contains(points[start + offset]) {
      return false
    }
    return true
  }
}
