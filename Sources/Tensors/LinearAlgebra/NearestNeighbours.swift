/// Exact Euclidean distances to the k-th nearest of many rows, all scaled to unit length.
///
/// All products are scanned in single precision; the few rows whose order the rounding errors leave
/// open are compared again in double precision by the sum of the squared differences. So the result
/// equals that of the definition in double precision, and single-precision rounding never shows.
public struct NearestNeighbours: Sendable {
  /// The rows, each divided by its norm; rows of zeros stay zero.
  public let unitRows: DoubleMatrix
  private let packed: PackedRows

  /// Prepares the rows `[rows, dimensions]`; keeps a copy in double and one in single precision.
  public init(_ rows: DoubleMatrix) {
    unitRows = rows.normalizedRows()
    // |q - r|² = |q|² + 1 - 2 q·r for a unit row, |q|² for a row of zeros: as if q·r were a half.
    let offsets = unitRows.squaredNorms().map { Float($0 > 0 ? 0 : 0.5) }
    packed = PackedRows(unitRows, offsets: offsets)
  }

  /// The distance of every query, scaled to unit length, to its k-th nearest row, k from 1.
  public func distances(from queries: DoubleMatrix, toNeighbour k: Int) -> [Double] {
    require(
      queries.columns == unitRows.columns,
      "queries of \(queries.columns) dimensions, rows of \(unitRows.columns)")
    require(k >= 1 && k <= unitRows.rows, "neighbour \(k) of \(unitRows.rows) rows")
    let queries = queries.normalizedRows()
    return packed.reservoirs(of: queries, wanted: k).enumerated().map { query, reservoir in
      let (nearer, open) = reservoir.around()
      // Which of the open rows comes (k - nearer)-th is decided in double precision.
      let squares = open.map { queries.squaredDistance(ofRow: query, toRow: $0, of: unitRows) }
      return squares.sorted()[k - 1 - nearer].squareRoot()
    }
  }
}
