/// A dense row-major matrix of double-precision numbers: what detectors compute with.
///
/// Models and their training work in single precision (`Matrix`, `Tensor`); scores are made from
/// outputs in double precision, where the probabilities of a thousand classes still differ.
public struct DoubleMatrix: Sendable, Equatable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The elements in row-major order, `rows * columns` of them.
  public var values: [Double]

  /// Creates a matrix from its elements in row-major order.
  public init(rows: Int, columns: Int, values: [Double]) {
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
      rows: rows, columns: columns, values: [Double](repeating: 0, count: rows * columns))
  }

  /// Creates a matrix from single-precision numbers, exactly.
  public init(_ matrix: Matrix) { self.init(matrix, rows: 0..<matrix.rows) }

  /// Creates a matrix from some rows of single-precision numbers, exactly.
  public init(_ matrix: Matrix, rows: Range<Int>) {
    let source = matrix.values.span.extracting(
      rows.lowerBound * matrix.columns..<rows.upperBound * matrix.columns)
    let values = [Double](unsafeUninitializedCapacity: source.count) { buffer, count in
      for i in 0..<source.count { buffer[i] = Double(source[i]) }
      count = source.count
    }
    self.init(rows: rows.count, columns: matrix.columns, values: values)
  }

  /// The element at a row and a column.
  @inlinable
  public subscript(row: Int, column: Int) -> Double {
    get { values[row * columns + column] }
    set { values[row * columns + column] = newValue }
  }

  /// The elements of one row.
  @inlinable
  public func row(_ index: Int) -> ArraySlice<Double> {
    values[index * columns..<(index + 1) * columns]
  }

  /// Some rows, in the given order.
  public func selecting(_ indices: some Sequence<Int>) -> DoubleMatrix {
    var values: [Double] = []
    var count = 0
    for index in indices {
      values.append(contentsOf: row(index))
      count += 1
    }
    return DoubleMatrix(rows: count, columns: columns, values: values)
  }
}
