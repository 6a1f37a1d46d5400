// Reductions over double-precision vectors in eight interleaved lanes: a fixed order, and four times
// as fast as one chain of additions.

extension UnsafePointer<Double> {
  /// Eight consecutive elements.
  @inline(__always)
  func lanes(_ offset: Int) -> SIMD8<Double> {
    UnsafeRawPointer(self + offset).loadUnaligned(as: SIMD8<Double>.self)
  }
}

/// sum_i a_i b_i.
func dot(_ a: DoubleInput, _ b: DoubleInput, count: Int) -> Double {
  var lanes = SIMD8<Double>.zero
  let whole = count & ~7
  var i = 0
  while i < whole {
    lanes = lanes.addingProduct(a.lanes(i), b.lanes(i))
    i &+= 8
  }
  var total = lanes.sum()
  while i < count {
    total = total.addingProduct(a[i], b[i])
    i &+= 1
  }
  return total
}

/// sum_i a_i².
func squaredNorm(_ a: DoubleInput, count: Int) -> Double { dot(a, a, count: count) }

/// sum_i (a_i - b_i)².
func squaredDifference(_ a: DoubleInput, _ b: DoubleInput, count: Int) -> Double {
  var lanes = SIMD8<Double>.zero
  let whole = count & ~7
  var i = 0
  while i < whole {
    let difference = a.lanes(i) - b.lanes(i)
    lanes = lanes.addingProduct(difference, difference)
    i &+= 8
  }
  var total = lanes.sum()
  while i < count {
    let difference = a[i] - b[i]
    total = total.addingProduct(difference, difference)
    i &+= 1
  }
  return total
}
