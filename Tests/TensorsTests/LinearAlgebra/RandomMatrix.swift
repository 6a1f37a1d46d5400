import RandomStreams
import Tensors

/// A matrix of normal numbers times a scale, plus a shift.
func randomMatrix(
  _ rows: Int, _ columns: Int, seed: UInt64, scale: Double = 1, shift: Double = 0
) -> DoubleMatrix {
  var random = RandomSource(seed: seed, purpose: "linear algebra tests")
  let values = random.normals(rows * columns, standardDeviation: 1)
  return DoubleMatrix(
    rows: rows, columns: columns, values: values.map { Double($0) * scale + shift })
}

/// The largest difference of two matrices of one shape.
func largestDifference(_ a: DoubleMatrix, _ b: DoubleMatrix) -> Double {
  guard a.rows == b.rows, a.columns == b.columns else { return .infinity }
  return zip(a.values, b.values).map { abs($0 - $1) }.max() ?? 0
}

/// A B by the definition.
func plainProduct(_ a: DoubleMatrix, _ b: DoubleMatrix) -> DoubleMatrix {
  var result = DoubleMatrix(rows: a.rows, columns: b.columns)
  for i in 0..<a.rows {
    for j in 0..<b.columns {
      var sum = 0.0
      for k in 0..<a.columns { sum += a[i, k] * b[k, j] }
      result[i, j] = sum
    }
  }
  return result
}
