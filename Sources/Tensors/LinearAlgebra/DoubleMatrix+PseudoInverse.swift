extension DoubleMatrix {
  /// The Moore-Penrose inverse, `[columns, rows]`.
  ///
  /// By the singular value decomposition (`dgesdd`); singular values up to max(rows, columns) eps
  /// times the largest count as zero, as in `scipy.linalg.pinv` and `torch.linalg.pinv`.
  public func pseudoInverse() -> DoubleMatrix {
    let rank = min(rows, columns)
    guard rank > 0 else { return DoubleMatrix(rows: columns, columns: rows) }
    let parts = SingularValues(self)
    var right = parts.right
    let cutoff =
      Double(max(rows, columns)) * Double.ulpOfOne * (parts.values.first ?? 0)
    // Row i of `right` and column i of `left` belong to singular value i: A⁺ = rightᵀ (1/s) leftᵀ.
    for i in 0..<rank {
      let scale = parts.values[i] > cutoff ? 1 / parts.values[i] : 0
      for j in 0..<columns { right[i, j] *= scale }
    }
    return right.transposed().multiplied(byTransposeOf: parts.left)
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
