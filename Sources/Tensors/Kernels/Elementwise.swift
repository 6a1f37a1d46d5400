// Element-wise kernels over flat buffers; they may run into the slack after the last element.

/// y += x.
func addInPlace(_ x: Input, _ y: Output, count: Int) {
  var i = 0
  while i < count {
    y.store(y.lanes(i) + x.lanes(i), i)
    i += 8
  }
}

/// y += a x.
func addScaled(_ x: Input, _ a: Float, _ y: Output, count: Int) {
  let k = Lanes(repeating: a)
  var i = 0
  while i < count {
    y.store(y.lanes(i).addingProduct(x.lanes(i), k), i)
    i += 8
  }
}

/// y = a x.
func scaled(_ x: Input, _ a: Float, _ y: Output, count: Int) {
  let k = Lanes(repeating: a)
  var i = 0
  while i < count {
    y.store(x.lanes(i) * k, i)
    i += 8
  }
}

/// Each row of y becomes the bias, plus the residual row where one is given.
func fillRows(_ bias: Input?, _ residual: Input?, _ y: Output, rows: Int, columns: Int) {
  guard let residual else {
    guard let bias else { return }
    for r in 0..<rows { (y + r * columns).update(from: bias, count: columns) }
    return
  }
  guard let bias else {
    y.update(from: residual, count: rows * columns)
    return
  }
  for r in 0..<rows {
    let out = y + r * columns
    let row = residual + r * columns
    for j in 0..<columns { out[j] = row[j] + bias[j] }
  }
}

/// sums_j += sum over rows of x_rj.
func addColumnSums(_ x: Input, _ sums: Output, rows: Int, columns: Int) {
  for r in 0..<rows {
    let row = x + r * columns
    for j in 0..<columns { sums[j] += row[j] }
  }
}

/// The dot product with four independent accumulators, in a fixed order.
func dot(_ a: Input, _ b: Input, count: Int) -> Float {
  var s0 = Lanes.zero
  var s1 = Lanes.zero
  let whole = count & ~15
  var i = 0
  while i < whole {
    s0 = s0.addingProduct(a.lanes(i), b.lanes(i))
    s1 = s1.addingProduct(a.lanes(i + 8), b.lanes(i + 8))
    i += 16
  }
  var sum = (s0 + s1).sum()
  while i < count {
    sum += a[i] * b[i]
    i += 1
  }
  return sum
}

/// The sum of products in double precision.
func preciseDot(_ a: Input, _ b: Input, count: Int) -> Double {
  var sum = SIMD4<Double>.zero
  let whole = count & ~3
  var i = 0
  while i < whole {
    let x = SIMD4<Double>(Double(a[i]), Double(a[i + 1]), Double(a[i + 2]), Double(a[i + 3]))
    let y = SIMD4<Double>(Double(b[i]), Double(b[i + 1]), Double(b[i + 2]), Double(b[i + 3]))
    sum += x * y
    i += 4
  }
  var total = sum.sum()
  while i < count {
    total += Double(a[i]) * Double(b[i])
    i += 1
  }
  return total
}

/// y = max(x, 0).
func reluForward(_ x: Input, _ y: Output, count: Int) {
  for i in 0..<count { y[i] = max(x[i], 0) }
}

/// The gradient where x is positive, else 0, in place; PyTorch's choice at 0.
func reluBackward(_ x: Input, _ d: Output, count: Int) {
  for i in 0..<count { d[i] = x[i] > 0 ? d[i] : 0 }
}
