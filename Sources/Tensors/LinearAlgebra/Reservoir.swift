/// A row that may be among the best for a query, with its approximate product.
struct Candidate {
  let key: Float
  let row: Int32
}

/// The candidates for the k largest products of one query, from a stream of approximate products.
///
/// With an error of at most e a product, every row among the true best k has an approximate product
/// of at least s - 2e, where s is the k-th largest approximate one: k rows have true products of
/// s - e or more. So the threshold s - 2e, with s of the products seen so far, loses none.
struct Reservoir {
  /// Only products above it are candidates.
  private(set) var threshold = -Float.infinity
  private(set) var candidates: [Candidate] = []
  private let wanted: Int
  private let margin: Float
  private var capacity: Int

  /// A reservoir for the `wanted` largest of products with errors of at most `error`.
  init(wanted: Int, error: Float) {
    self.wanted = wanted
    margin = 2 * error
    capacity = max(4 * wanted, 64)
    candidates.reserveCapacity(capacity)
  }

  /// Takes a product above the threshold.
  mutating func append(_ candidate: Candidate) {
    candidates.append(candidate)
    guard candidates.count == capacity else { return }
    compact()
    // Many equal rows are all candidates; room for as many again keeps the cost linear.
    capacity = max(capacity, 2 * candidates.count)
  }

  /// The rows that may be the k-th best, and how many are better than the k-th for certain.
  func around() -> (better: Int, open: [Int]) {
    let last = lastKey()
    let open = candidates.filter { abs($0.key - last) <= margin }
    return (candidates.count { $0.key > last + margin }, open.map { Int($0.row) })
  }

  /// The rows that may be among the k best.
  func all() -> [Int] {
    let last = lastKey()
    return candidates.filter { $0.key >= last - margin }.map { Int($0.row) }
  }

  /// The k-th largest approximate product of those seen.
  private func lastKey() -> Float {
    var keys = candidates.map(\.key)
    return largest(wanted, of: &keys)
  }

  /// Raises the threshold and drops what it excludes.
  private mutating func compact() {
    threshold = (lastKey() - margin).nextDown
    candidates.removeAll { $0.key <= threshold }
  }
}

/// The k-th largest number, k from 1; reorders the numbers (Hoare's selection).
func largest(_ k: Int, of values: inout [Float]) -> Float {
  var low = 0
  var high = values.count - 1
  let target = k - 1
  while low < high {
    let pivot = values[(low + high) / 2]
    var i = low
    var j = high
    while i <= j {
      while values[i] > pivot { i += 1 }
      while values[j] < pivot { j -= 1 }
      if i <= j {
        values.swapAt(i, j)
        i += 1
        j -= 1
      }
    }
    if target <= j {
      high = j
    } else if target >= i {
      low = i
    } else {
      break
    }
  }
  return values[target]
}
