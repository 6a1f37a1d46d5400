/// Reorders numbers so that the one at a place is what sorting would put there, with none larger
/// before and none smaller behind it (Hoare's selection); linear time on average.
func select(_ place: Int, in values: inout [Double]) {
  var low = 0
  var high = values.count - 1
  while low < high {
    let pivot = values[low + (high - low) / 2]
    var i = low
    var j = high
    while i <= j {
      while values[i] < pivot { i += 1 }
      while values[j] > pivot { j -= 1 }
      if i <= j {
        values.swapAt(i, j)
        i += 1
        j -= 1
      }
    }
    if place <= j {
      high = j
    } else if place >= i {
      low = i
    } else {
      return
    }
  }
}

/// The percentile of numbers with linear interpolation between neighbours in the sorted order: the
/// default of `numpy.percentile`, to the bit.
///
/// - Parameter percent: from 0 to 100; there must be a number.
func percentile(_ percent: Double, of values: [Double]) -> Double {
  var values = values
  let position = Double(values.count - 1) * (percent / 100)
  let below = min(Int(position), values.count - 1)
  select(below, in: &values)
  let a = values[below]
  guard below + 1 < values.count else { return a }
  var b = Double.infinity
  for i in (below + 1)..<values.count where values[i] < b { b = values[i] }
  let fraction = position - Double(below)
  // NumPy interpolates from the nearer end.
  return fraction < 0.5 ? a + (b - a) * fraction : b - (b - a) * (1 - fraction)
}

/// Which entries of a row are among its largest; the first of equal ones.
struct LargestEntries {
  /// For each entry whether it belongs to the largest.
  private(set) var isKept: [Bool] = []
  private var scratch: [Double] = []

  /// Finds the `count` largest entries of a row, from 1 to all.
  mutating func find(_ count: Int, in row: ArraySlice<Double>) {
    scratch.replaceSubrange(scratch.startIndex..., with: row)
    let place = scratch.count - count
    select(place, in: &scratch)
    let threshold = scratch[place]
    var spare = count
    for value in row where value > threshold { spare -= 1 }
    isKept.removeAll(keepingCapacity: true)
    for value in row {
      let isTie = value == threshold && spare > 0
      if isTie { spare -= 1 }
      isKept.append(isTie || value > threshold)
    }
  }
}
