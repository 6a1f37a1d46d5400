/// A matrix rounded to single precision and packed for scans of dot products.
///
/// A scan finds, for every query, the rows whose dot product exceeds a threshold that falls behind
/// as better rows are found. Products are compared while they are in registers and most are never
/// stored; with `sgemm` they would go through memory and the rows would be packed anew for every
/// tile of queries. Registers hold 4 queries times 24 rows, as many as AVX2's sixteen can. A scan of
/// 50,000 x 512 by 128 queries, all told, runs at up to 94 GFLOP/s a core, where OpenBLAS's `sgemm`
/// alone gives 104 (Haswell kernels, one thread).
struct PackedRows: Sendable {
  /// The rows of a panel and the queries of a panel.
  static let panelRows = 24
  static let panelQueries = 4

  /// The number of rows.
  let rows: Int
  /// The number of columns.
  let columns: Int
  /// Panels of 24 rows, each `[columns, 24]`; the last one filled up with zeros.
  private let panels: [Float]
  /// What is added to each row's product; minus infinity for the rows that fill up the last panel.
  private let offsets: [Float]

  /// Packs the rows times a factor; without offsets they are zero.
  init(_ matrix: DoubleMatrix, times factor: Double = 1, offsets: [Float]? = nil) {
    rows = matrix.rows
    columns = matrix.columns
    panels = packed(
      matrix, panel: Self.panelRows, times: factor)
    let filled = (rows + Self.panelRows - 1) / Self.panelRows * Self.panelRows
    self.offsets =
      (offsets ?? [Float](repeating: 0, count: rows))
      + [Float](repeating: -.infinity, count: filled - rows)
  }

  /// An upper bound of the error of a product of vectors whose norms are at most one.
  ///
  /// Rounding both factors costs 2u and the additions columns * u with u = 2^-24, in whatever order
  /// (Higham, "Accuracy and stability of numerical algorithms", section 3.1); twice that is on the
  /// safe side of the second-order terms and of the offset.
  var errorBound: Float { Float(columns + 8) * 0x1p-23 }

  /// For every query all rows that can be among those with the `wanted` largest products.
  ///
  /// - Parameter queries: `[queries, columns]`, with norms of at most one.
  func reservoirs(of queries: DoubleMatrix, wanted: Int) -> [Reservoir] {
    var reservoirs = [Reservoir](
      repeating: Reservoir(wanted: wanted, error: errorBound), count: queries.rows)
    scan(queries, into: &reservoirs)
    return reservoirs
  }

  private func scan(_ queries: DoubleMatrix, into reservoirs: inout [Reservoir]) {
    let width = Self.panelQueries
    let packedQueries = packed(queries, panel: width, times: 1)
    let queryPanels = (queries.rows + width - 1) / width
    // The queries that fill up the last panel never pass.
    var thresholds = [Float](repeating: .infinity, count: queryPanels * width)
    for query in 0..<queries.rows { thresholds[query] = reservoirs[query].threshold }
    var products = [Float](repeating: 0, count: width * Self.panelRows)
    for panel in 0..<offsets.count / Self.panelRows {
      for queryPanel in 0..<queryPanels {
        let first = queryPanel * width
        let passed = multiply(
          panel, packedQueries, queryPanel, thresholds: thresholds, into: &products)
        guard passed != 0 else { continue }
        for query in 0..<width where passed & (1 << query) != 0 {
          let start = query * Self.panelRows
          for row in 0..<Self.panelRows where products[start + row] > thresholds[first + query] {
            reservoirs[first + query].append(
              Candidate(key: products[start + row], row: Int32(panel * Self.panelRows + row)))
          }
          thresholds[first + query] = reservoirs[first + query].threshold
        }
      }
    }
  }

  /// The products of 24 rows with 4 queries; a bit is set for each query that a row passed.
  private func multiply(
    _ panel: Int, _ queries: [Float], _ queryPanel: Int, thresholds: [Float],
    into products: inout [Float]
  ) -> Int {
    panels.withUnsafeBufferPointer { rows in
      queries.withUnsafeBufferPointer { queries in
        offsets.withUnsafeBufferPointer { offsets in
          thresholds.withUnsafeBufferPointer { thresholds in
            guard let rows = rows.baseAddress, let queries = queries.baseAddress,
              let offsets = offsets.baseAddress, let thresholds = thresholds.baseAddress
            else { return 0 }
            return multiplyPanels(
              rows + panel * columns * Self.panelRows,
              queries + queryPanel * columns * Self.panelQueries, depth: columns,
              offsets: offsets + panel * Self.panelRows,
              thresholds + queryPanel * Self.panelQueries, &products)
          }
        }
      }
    }
  }
}

/// The rows times a factor in single precision, in panels `[columns, panel]`.
private func packed(_ matrix: DoubleMatrix, panel: Int, times factor: Double) -> [Float] {
  let columns = matrix.columns
  let panels = (matrix.rows + panel - 1) / panel
  var result = [Float](repeating: 0, count: panels * panel * columns)
  result.withUnsafeMutableBufferPointer { output in
    matrix.values.withUnsafeBufferPointer { input in
      guard let output = output.baseAddress, let input = input.baseAddress else { return }
      for row in 0..<matrix.rows {
        let x = input + row * columns
        let y = output + row / panel * panel * columns + row % panel
        for i in 0..<columns { y[i * panel] = Float(x[i] * factor) }
      }
    }
  }
  return result
}

/// products[q, r] = offset_r + sum_i queries[i, q] rows[i, r] for 4 queries and 24 rows.
private func multiplyPanels(
  _ rows: Input, _ queries: Input, depth: Int, offsets: Input, _ thresholds: Input,
  _ products: Output
) -> Int {
  let (low, middle, high) = (offsets.lanes(0), offsets.lanes(8), offsets.lanes(16))
  var (a0, a1, a2, b0, b1, b2) = (low, middle, high, low, middle, high)
  var (c0, c1, c2, d0, d1, d2) = (low, middle, high, low, middle, high)
  var row = rows
  var query = queries
  for _ in 0..<depth {
    let r0 = row.lanes(0)
    let r1 = row.lanes(8)
    let r2 = row.lanes(16)
    let a = Lanes(repeating: query[0])
    a0 = a0.addingProduct(a, r0)
    a1 = a1.addingProduct(a, r1)
    a2 = a2.addingProduct(a, r2)
    let b = Lanes(repeating: query[1])
    b0 = b0.addingProduct(b, r0)
    b1 = b1.addingProduct(b, r1)
    b2 = b2.addingProduct(b, r2)
    let c = Lanes(repeating: query[2])
    c0 = c0.addingProduct(c, r0)
    c1 = c1.addingProduct(c, r1)
    c2 = c2.addingProduct(c, r2)
    let d = Lanes(repeating: query[3])
    d0 = d0.addingProduct(d, r0)
    d1 = d1.addingProduct(d, r1)
    d2 = d2.addingProduct(d, r2)
    row += PackedRows.panelRows
    query += PackedRows.panelQueries
  }
  let t = thresholds
  return store(a0, a1, a2, products, above: t[0], 1)
    | store(b0, b1, b2, products + 24, above: t[1], 2)
    | store(c0, c1, c2, products + 48, above: t[2], 4)
    | store(d0, d1, d2, products + 72, above: t[3], 8)
}

/// Stores the products of a query; the bit if any of them exceeds the threshold, else zero.
@inline(__always)
private func store(
  _ low: Lanes, _ middle: Lanes, _ high: Lanes, _ products: Output, above threshold: Float,
  _ bit: Int
) -> Int {
  products.store(low, 0)
  products.store(middle, 8)
  products.store(high, 16)
  let limit = Lanes(repeating: threshold)
  return any((low .> limit) .| (middle .> limit) .| (high .> limit)) ? bit : 0
}
