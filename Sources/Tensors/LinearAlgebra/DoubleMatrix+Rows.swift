// Sums over rows. Each is taken in eight interleaved lanes in a fixed order, so it depends on the
// row alone.

extension DoubleMatrix {
  /// The sums of the squares of every row.
  public func squaredNorms() -> [Double] {
    map { squaredNorm($0, count: columns) }
  }

  /// The Euclidean norm of every row.
  public func norms() -> [Double] { squaredNorms().map { $0.squareRoot() } }

  /// Every row divided by its norm; rows of zeros stay zero.
  public func normalizedRows() -> DoubleMatrix {
    let norms = norms()
    var result = self
    result.values.withUnsafeMutableBufferPointer { output in
      guard let start = output.baseAddress else { return }
      for row in 0..<rows where norms[row] > 0 {
        let norm = norms[row]
        let x = start + row * columns
        for i in 0..<columns { x[i] /= norm }
      }
    }
    return result
  }

  /// Every row less a vector, `[columns]`.
  public func subtracting(_ vector: [Double]) -> DoubleMatrix {
    require(vector.count == columns, "a row of \(columns) less a vector of \(vector.count)")
    return subtracting(
      rowsOf: DoubleMatrix(rows: 1, columns: columns, values: vector),
      [Int](repeating: 0, count: rows))
  }

  /// Row i less row `indices[i]` of another matrix.
  public func subtracting(rowsOf other: DoubleMatrix, _ indices: [Int]) -> DoubleMatrix {
    requirePairs(other, indices)
    var result = self
    result.values.withUnsafeMutableBufferPointer { output in
      other.values.withUnsafeBufferPointer { other in
        guard let start = output.baseAddress, let other = other.baseAddress else { return }
        for row in 0..<rows {
          let x = start + row * columns
          let y = other + indices[row] * columns
          for i in 0..<columns { x[i] -= y[i] }
        }
      }
    }
    return result
  }

  /// The dot product of row i with row `indices[i]` of another matrix.
  public func dotProducts(withRowsOf other: DoubleMatrix, _ indices: [Int]) -> [Double] {
    requirePairs(other, indices)
    return pairs(other, indices) { dot($0, $1, count: columns) }
  }

  /// The squared distance of row i to row `indices[i]` of another matrix: the sum of the squares of
  /// the differences, not the expanded form, which loses digits where rows are close.
  public func squaredDistances(toRowsOf other: DoubleMatrix, _ indices: [Int]) -> [Double] {
    requirePairs(other, indices)
    return pairs(other, indices) { squaredDifference($0, $1, count: columns) }
  }

  /// The squared distance of a row to a row of another matrix, as in `squaredDistances(toRowsOf:_:)`.
  func squaredDistance(ofRow row: Int, toRow other: Int, of matrix: DoubleMatrix) -> Double {
    withRows(row, other, of: matrix) { squaredDifference($0, $1, count: columns) }
  }

  /// The dot product of a row with a row of another matrix.
  func product(ofRow row: Int, withRow other: Int, of matrix: DoubleMatrix) -> Double {
    withRows(row, other, of: matrix) { dot($0, $1, count: columns) }
  }

  private func withRows(
    _ row: Int, _ other: Int, of matrix: DoubleMatrix, _ body: (DoubleInput, DoubleInput) -> Double
  ) -> Double {
    require(
      row < rows && other < matrix.rows && columns == matrix.columns,
      "no row \(row) of [\(rows), \(columns)] or \(other) of [\(matrix.rows), \(matrix.columns)]")
    return values.withUnsafeBufferPointer { x in
      matrix.values.withUnsafeBufferPointer { y in
        guard let x = x.baseAddress, let y = y.baseAddress else { return 0 }
        return body(x + row * columns, y + other * columns)
      }
    }
  }

  /// The mean of all rows; zeros if there are none.
  public func mean() -> [Double] {
    means(groups: [Int](repeating: 0, count: rows), count: 1).means.values
  }

  /// The mean of the rows of each group, `[count, columns]`, and the groups' sizes; the mean of an
  /// empty group is zero.
  ///
  /// - Parameter groups: for each row its group in 0 ..< count, or nil to leave it out.
  public func means(groups: [Int?], count: Int) -> (means: DoubleMatrix, sizes: [Int]) {
    require(groups.count == rows, "one group a row is needed")
    var sums = DoubleMatrix(rows: count, columns: columns)
    var sizes = [Int](repeating: 0, count: count)
    sums.values.withUnsafeMutableBufferPointer { output in
      values.withUnsafeBufferPointer { input in
        guard let output = output.baseAddress, let input = input.baseAddress else { return }
        for row in 0..<rows {
          guard let group = groups[row] else { continue }
          require(group >= 0 && group < count, "group \(group) is not in 0 ..< \(count)")
          sizes[group] += 1
          let x = input + row * columns
          let sum = output + group * columns
          for i in 0..<columns { sum[i] += x[i] }
        }
        for group in 0..<count where sizes[group] > 0 {
          let size = Double(sizes[group])
          let sum = output + group * columns
          for i in 0..<columns { sum[i] /= size }
        }
      }
    }
    return (sums, sizes)
  }

  private func requirePairs(_ other: DoubleMatrix, _ indices: [Int]) {
    require(
      columns == other.columns && indices.count == rows,
      "rows of [\(rows), \(columns)] cannot be paired with \(indices.count) of "
        + "[\(other.rows), \(other.columns)]")
    for index in indices {
      require(index >= 0 && index < other.rows, "row \(index) is not in 0 ..< \(other.rows)")
    }
  }

  /// A number for every row.
  private func map(_ body: (DoubleInput) -> Double) -> [Double] {
    values.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress else { return [Double](repeating: 0, count: rows) }
      return (0..<rows).map { body(start + $0 * columns) }
    }
  }

  /// A number for every row with its partner.
  private func pairs(
    _ other: DoubleMatrix, _ indices: [Int], _ body: (DoubleInput, DoubleInput) -> Double
  ) -> [Double] {
    other.values.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress else { return [Double](repeating: 0, count: rows) }
      var row = -1
      return map { x in
        row += 1
        return body(x, start + indices[row] * columns)
      }
    }
  }
}
