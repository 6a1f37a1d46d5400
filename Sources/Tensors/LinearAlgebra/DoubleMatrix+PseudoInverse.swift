import COpenBLAS

extension DoubleMatrix {
  /// The Moore-Penrose inverse, `[columns, rows]`.
  ///
  /// By the singular value decomposition (`dgesdd`); singular values up to max(rows, columns) eps
  /// times the largest count as zero, as in `scipy.linalg.pinv` and `torch.linalg.pinv`.
  public func pseudoInverse() -> DoubleMatrix {
    let rank = min(rows, columns)
    guard rank > 0 else { return DoubleMatrix(rows: columns, columns: rows) }
    var parts = SingularValues(self)
    let cutoff =
      Double(max(rows, columns)) * Double.ulpOfOne * (parts.values.first ?? 0)
    // Row i of `right` and column i of `left` belong to singular value i: A⁺ = rightᵀ (1/s) leftᵀ.
    for i in 0..<rank {
      let scale = parts.values[i] > cutoff ? 1 / parts.values[i] : 0
      for j in 0..<columns { parts.right[i, j] *= scale }
    }
    return parts.right.transposed().multiplied(byTransposeOf: parts.left)
  }

  /// The matrix with rows and columns exchanged.
  public func transposed() -> DoubleMatrix {
    var result = DoubleMatrix(rows: columns, columns: rows)
    for i in 0..<rows {
      for j in 0..<columns { result.values[j * rows + i] = values[i * columns + j] }
    }
    return result
  }
}

/// A = left diag(values) right with orthonormal columns and rows.
private struct SingularValues {
  var left: DoubleMatrix
  var values: [Double]
  var right: DoubleMatrix

  init(_ matrix: DoubleMatrix) {
    _ = BLAS.singleThreaded
    let rank = min(matrix.rows, matrix.columns)
    var a = matrix.values
    left = DoubleMatrix(rows: matrix.rows, columns: rank)
    values = [Double](repeating: 0, count: rank)
    right = DoubleMatrix(rows: rank, columns: matrix.columns)
    // Fortran sees the row-major matrix transposed: its U is our right factor, its Vᵀ our left one.
    var m = blasint(matrix.columns)
    var n = blasint(matrix.rows)
    var k = blasint(rank)
    var integers = [blasint](repeating: 0, count: 8 * rank)
    var info: blasint = 0
    var work = [0.0]
    for isQuery in [true, false] {
      var workCount = blasint(isQuery ? -1 : work.count)
      dgesdd_(
        "S", &m, &n, &a, &m, &values, &right.values, &m, &left.values, &k, &work, &workCount,
        &integers, &info, 1)
      if isQuery { work = [Double](repeating: 0, count: Int(work[0])) }
    }
    require(info == 0, "dgesdd failed with \(info); does the matrix hold NaN or an infinity?")
  }
}
