/// Matrix products in blocks of a fixed number of rows, the last one filled up with zeros.
///
/// OpenBLAS chooses kernels and loop orders by the sizes of a product, so the same row can come out
/// with other last bits in a larger batch. Here every call has the same sizes whatever the batch:
/// a row's result depends on that row and the other factor alone.
extension DoubleMatrix {
  /// The rows of a block: large enough for OpenBLAS to reach nine tenths of its speed.
  static let blockRows = 64

  /// A Bᵀ, `[rows, other.rows]`: the dot products of the rows with the other matrix's rows.
  public func multiplied(byTransposeOf other: DoubleMatrix) -> DoubleMatrix {
    require(
      columns == other.columns,
      "rows of [\(rows), \(columns)] and [\(other.rows), \(other.columns)] differ in length")
    return product(other, transposed: true, columns: other.rows)
  }

  /// A B, `[rows, other.columns]`.
  public func multiplied(by other: DoubleMatrix) -> DoubleMatrix {
    require(
      columns == other.rows,
      "[\(rows), \(columns)] times [\(other.rows), \(other.columns)] is no product")
    return product(other, transposed: false, columns: other.columns)
  }

  private func product(
    _ other: DoubleMatrix, transposed: Bool, columns width: Int
  ) -> DoubleMatrix {
    guard rows > 0, width > 0, columns > 0 else { return DoubleMatrix(rows: rows, columns: width) }
    let block = Self.blockRows
    let whole = rows / block * block
    let result = [Double](unsafeUninitializedCapacity: rows * width) { output, count in
      values.withUnsafeBufferPointer { a in
        other.values.withUnsafeBufferPointer { b in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = output.baseAddress else {
            return
          }
          func multiply(_ a: DoubleInput, _ c: DoubleOutput) {
            BLAS.product(m: block, n: width, k: columns, a, b, transposeB: transposed, c)
          }
          for row in stride(from: 0, to: whole, by: block) {
            multiply(a + row * columns, c + row * width)
          }
          guard whole < rows else { return }
          withPadded(a + whole * columns, count: (rows - whole) * columns, to: block * columns) {
            padded in
            withUnsafeTemporaryAllocation(of: Double.self, capacity: block * width) { scratch in
              guard let scratch = scratch.baseAddress else { return }
              multiply(padded, scratch)
              (c + whole * width).initialize(from: scratch, count: (rows - whole) * width)
            }
          }
        }
      }
      count = rows * width
    }
    return DoubleMatrix(rows: rows, columns: width, values: result)
  }
}

/// Calls the body with a copy of some numbers that zeros fill up to a capacity.
private func withPadded(
  _ source: DoubleInput, count: Int, to capacity: Int, _ body: (DoubleInput) -> Void
) {
  withUnsafeTemporaryAllocation(of: Double.self, capacity: capacity) { padded in
    guard let start = padded.baseAddress else { return }
    start.initialize(from: source, count: count)
    (start + count).initialize(repeating: 0, count: capacity - count)
    body(start)
  }
}
