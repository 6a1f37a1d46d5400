extension DoubleMatrix {
  /// The scatter of the rows around their centres, `[columns, columns]`:
  /// sum_i (x_i - c_i)(x_i - c_i)ᵀ.
  ///
  /// - Parameters:
  ///   - centers: `[groups, columns]`.
  ///   - groups: for each row the centre it belongs to; without groups all belong to the first.
  ///
  /// The differences are formed before they are multiplied, so a far centre costs no digits; rows
  /// are taken in blocks of a fixed size and order.
  public func scatter(around centers: DoubleMatrix, groups: [Int]? = nil) -> DoubleMatrix {
    require(
      centers.columns == columns,
      "rows of [\(rows), \(columns)] and centres [\(centers.rows), \(centers.columns)] differ")
    require(groups == nil || groups?.count == rows, "one group a row is needed")
    var result = DoubleMatrix(rows: columns, columns: columns)
    guard rows > 0, columns > 0 else { return result }
    let block = 256
    var differences = [Double](repeating: 0, count: block * columns)
    var first = 0
    while first < rows {
      let count = min(block, rows - first)
      for row in 0..<count {
        subtract(
          centers, row: groups?[first + row] ?? 0, fromRow: first + row, into: &differences,
          at: row * columns)
      }
      differences.withUnsafeBufferPointer { a in
        result.values.withUnsafeMutableBufferPointer { c in
          guard let a = a.baseAddress, let c = c.baseAddress else { return }
          BLAS.addScatter(n: columns, k: count, a, c)
        }
      }
      first += count
    }
    result.mirrorUpperTriangle()
    return result
  }

  private func subtract(
    _ centers: DoubleMatrix, row center: Int, fromRow row: Int, into output: inout [Double],
    at start: Int
  ) {
    let x = values.span.extracting(row * columns..<(row + 1) * columns)
    let c = centers.values.span.extracting(center * columns..<(center + 1) * columns)
    var output = output.mutableSpan
    for i in 0..<columns { output[start + i] = x[i] - c[i] }
  }

  /// Copies the part above the diagonal to the part below it.
  private mutating func mirrorUpperTriangle() {
    for i in 0..<rows {
      for j in i + 1..<max(i + 1, columns) { values[j * columns + i] = values[i * columns + j] }
    }
  }
}
