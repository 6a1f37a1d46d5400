import Tensors

/// The largest value of every row.
func rowMaxima(_ matrix: DoubleMatrix) -> [Double] {
  let values = matrix.values.span
  return (0..<matrix.rows).map { row in
    let start = row * matrix.columns
    return maximum(values.extracting(start..<start + matrix.columns))
  }
}

/// The largest value of a row.
func maximum(_ row: Span<Double>) -> Double {
  let whole = row.count & ~7
  var top = SIMD8<Double>(repeating: -.infinity)
  var i = 0
  while i < whole {
    // A slice of known length has no bounds checks left, and its loads become one.
    let v = row.extracting(i..<i &+ 8)
    let lanes = SIMD8(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7])
    top.replace(with: lanes, where: lanes .> top)
    i &+= 8
  }
  var result = -Double.infinity
  for lane in 0..<8 where top[lane] > result { result = top[lane] }
  while i < row.count {
    if row[i] > result { result = row[i] }
    i &+= 1
  }
  return result
}

/// The sum in eight interleaved lanes: fixed order, four times as fast as one chain.
func sum(_ values: Span<Double>) -> Double {
  let whole = values.count & ~7
  var lanes = SIMD8<Double>.zero
  var i = 0
  while i < whole {
    let v = values.extracting(i..<i &+ 8)
    lanes += SIMD8(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7])
    i &+= 8
  }
  var total = lanes.sum()
  while i < values.count {
    total += values[i]
    i &+= 1
  }
  return total
}

/// The sum of the products of two vectors, in the lanes of `sum`.
func sumOfProducts(_ a: Span<Double>, _ b: Span<Double>) -> Double {
  guard a.count == b.count else { fatalError("vectors differ in length") }
  let whole = a.count & ~7
  var lanes = SIMD8<Double>.zero
  var i = 0
  while i < whole {
    let v = a.extracting(i..<i &+ 8)
    let w = b.extracting(i..<i &+ 8)
    lanes = lanes.addingProduct(
      SIMD8(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]),
      SIMD8(w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7]))
    i &+= 8
  }
  var total = lanes.sum()
  while i < a.count {
    total.addProduct(a[i], b[i])
    i &+= 1
  }
  return total
}

/// sum_i (a_i - x)^2, in the lanes of `sum`.
func sumOfSquares(_ a: Span<Double>, minus x: Double) -> Double {
  let whole = a.count & ~7
  var lanes = SIMD8<Double>.zero
  var i = 0
  while i < whole {
    let v = a.extracting(i..<i &+ 8)
    let difference = SIMD8(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]) - x
    lanes = lanes.addingProduct(difference, difference)
    i &+= 8
  }
  var total = lanes.sum()
  while i < a.count {
    total.addProduct(a[i] - x, a[i] - x)
    i &+= 1
  }
  return total
}

/// sum_i |a_i s - x|, in the lanes of `sum`.
func sumOfMagnitudes(_ a: Span<Double>, times s: Double = 1, minus x: Double = 0) -> Double {
  let whole = a.count & ~7
  var lanes = SIMD8<Double>.zero
  var i = 0
  while i < whole {
    let v = a.extracting(i..<i &+ 8)
    let difference = SIMD8(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]) * s - x
    lanes += difference.replacing(with: -difference, where: difference .< 0)
    i &+= 8
  }
  var total = lanes.sum()
  while i < a.count {
    total += (a[i] * s - x).magnitude
    i &+= 1
  }
  return total
}
