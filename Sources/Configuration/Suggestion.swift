/// Finds the name a user probably meant.
public enum Suggestion {
  /// The nearest known name as a question, or nil if none is near.
  public static func hint(for name: String, among known: [String]) -> String? {
    let wanted = folded(name)
    let distances = known.map { (distance(wanted, folded($0)), $0) }
    guard let best = distances.min(by: { $0.0 < $1.0 }), best.0 <= max(1, wanted.count / 3) else {
      return nil
    }
    return "did you mean '\(best.1)'?"
  }

  /// Case and separators are the usual mistakes: `learningRate` is nearly `learning_rate`.
  private static func folded(_ name: String) -> [Character] {
    Array(name.lowercased()).filter { $0 != "_" && $0 != "-" && $0 != " " }
  }

  /// The Levenshtein distance with swaps of neighbours counted once.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var previous: [Int] = []
    var row = Array(0...right.count)
    for i in left.indices {
      var next = [i + 1] + row.dropFirst().map { _ in 0 }
      for j in right.indices {
        let substitution = row[j] + (left[i] == right[j] ? 0 : 1)
        next[j + 1] = min(substitution, row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          next[j + 1] = min(next[j + 1], previous[j - 1] + 1)
        }
      }
      previous = row
      row = next
    }
    return row[right.count]
  }
}
