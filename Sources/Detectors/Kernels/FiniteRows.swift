import Tensors

/// Throws for the first row that holds NaN or an infinity, naming the image it belongs to.
func checkFinite(_ matrix: DoubleMatrix, _ field: OutputField, rowsPerImage: Int = 1) throws {
  if isFinite(matrix.values.span) { return }
  for row in 0..<matrix.rows {
    guard let value = matrix.row(row).first(where: { !$0.isFinite }) else { continue }
    throw DetectorError(
      image: row / rowsPerImage,
      "\(field.rawValue) hold \(value), expected finite numbers; was the model's output overflowing "
        + "in half precision?")
  }
}

/// Whether all values are finite: zero times a number that is not is NaN and stays in the sum.
private func isFinite(_ values: Span<Double>) -> Bool {
  let whole = values.count & ~7
  var check = SIMD8<Double>.zero
  var i = 0
  while i < whole {
    // A slice of known length has no bounds checks left, and its loads become one.
    let v = values.extracting(i..<i &+ 8)
    check = check.addingProduct(
      SIMD8(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]), SIMD8(repeating: 0))
    i &+= 8
  }
  var sum = check.sum()
  while i < values.count {
    sum += values[i] * 0
    i &+= 1
  }
  return sum == 0
}
