/// The largest dot products of queries with many rows, exactly.
///
/// As in `NearestNeighbours` the rows are scanned in single precision, here scaled so that the
/// longest has unit length, and the products of all candidates are formed again in double precision.
public struct LargestProducts: Sendable {
  /// The rows `[rows, dimensions]`.
  public let rows: DoubleMatrix
  private let packed: PackedRows

  /// Prepares the rows; keeps a copy in single precision.
  public init(_ rows: DoubleMatrix) {
    self.rows = rows
    let longest = rows.norms().max() ?? 0
    packed = PackedRows(rows, times: longest > 0 ? 1 / longest : 1)
  }

  /// The k largest products of every query, scaled to unit length, in descending order:
  /// `[queries, k]`, k from 1.
  public func largest(_ k: Int, for queries: DoubleMatrix) -> DoubleMatrix {
    require(
      queries.columns == rows.columns,
      "queries of \(queries.columns) dimensions, rows of \(rows.columns)")
    require(k >= 1 && k <= rows.rows, "\(k) of \(rows.rows) rows")
    let queries = queries.normalizedRows()
    var values: [Double] = []
    values.reserveCapacity(queries.rows * k)
    let reservoirs = packed.reservoirs(of: queries, wanted: k)
    for (query, reservoir) in reservoirs.enumerated() {
      let products = reservoir.all().map { queries.product(ofRow: query, withRow: $0, of: rows) }
      values += products.sorted(by: >).prefix(k)
    }
    return DoubleMatrix(rows: queries.rows, columns: k, values: values)
  }
}
