/// A dense row-major matrix of single-precision numbers: the value that modules hand to each other.
///
/// Training works on `Tensor`s (pooled buffers with gradients); features, logits and head weights
/// leave it as `Matrix`.
public struct Matrix: Sendable, Equatable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The elements in row-major order, `rows * columns` of them.
  public var values: [Float]

  /// Creates a matrix from its elements in row-major order.
  public init(rows: Int, columns: Int, values: [Float]) {
    require(
      values.count == rows * columns,
      "a \(rows) x \(columns) matrix needs \(rows * columns) values, got \(values.count)")
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// Creates a matrix of zeros.
  public init(rows: Int, columns: Int) {
    self.init(
      rows: rows, columns: columns, values: [Float](repeating: 0, count: rows * columns))
  }

  /// The element at a row and a column.
  @inlinable
  public subscript(row: Int, column: Int) -> Float {
    get { values[row * columns + column] }
    set { values[row * columns + column] = newValue }
  }

  /// The elements of one row.
  @inlinable
  public func row(_ index: Int) -> ArraySlice<Float> {
    values[index * columns..<(index + 1) * columns]
  }

  /// Some rows, in the given order.
  public func selecting(_ indices: some Collection<Int>) -> Matrix {
    var chosen: [Float] = []
    chosen.reserveCapacity(indices.count * columns)
    for index in indices { chosen += row(index) }
    return Matrix(rows: indices.count, columns: columns, values: chosen)
  }
}
