/// Logarithms of the softmax of each row's multiple, `[rows, classes]`, in double precision.
///
/// y_ij = s x_ij - log sum_k exp(s x_ik). Probabilities near 0 and 1 keep their digits, which draws and
/// ratios of policies need; a row without a finite largest element has no softmax and gives NaN.
///
/// - Parameters:
///   - logits: `[rows, classes]`.
///   - scale: s.
public func logSoftmax(_ logits: Matrix, scale: Double = 1) -> DoubleMatrix {
  var result = DoubleMatrix(rows: logits.rows, columns: logits.columns)
  let K = logits.columns
  logits.values.withUnsafeBufferPointer { source in
    result.values.withUnsafeMutableBufferPointer { target in
      guard let x = source.baseAddress, let y = target.baseAddress else { return }
      for r in 0..<logits.rows { logSoftmaxRow(x + r * K, y + r * K, count: K, scale: scale) }
    }
  }
  return result
}

/// Logarithms of the softmax of one row: y_j = s x_j - log sum_k exp(s x_k).
func logSoftmaxRow(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Double>, count: Int, scale: Double = 1
) {
  var top = -Double.infinity
  for j in 0..<count {
    y[j] = scale * Double(x[j])
    if y[j] > top { top = y[j] }
  }
  var sum = 0.0
  for j in 0..<count { sum += exponential(y[j] - top) }
  let normalizer = top + logarithm(sum)
  for j in 0..<count { y[j] -= normalizer }
}
