/// A matrix rounded to single precision and packed for scans of dot products.
///
/// A scan finds, for every query, the rows whose dot product exceeds a threshold that falls behind
/// as better rows are found. Products are compared while they are in registers and most are never
/// stored; with `sgemm` they would go through memory and the rows would be packed anew for every
/// tile of queries. Registers hold 6 queries times 16 rows, as many as AVX2's sixteen can. All
/// together a scan of 50,000 x 512 runs at 95 GFLOP/s a core where OpenBLAS's `sgemm` alone gives
/// 104 (Haswell kernels, one thread).
struct PackedRows: Sendable {
  /// The rows of a panel and the queries of a panel.
  static let panelRows = 16
  static let panelQueries = 6

  /// The number of rows.
  let rows: Int
  /// The number of columns.
  let columns: Int
  /// Panels of 16 rows, each `[columns, 16]`; the last one filled up with zeros.
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
          panel, packedQueries, queryPanel, thresholds: &thresholds, into: &products)
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

  /// The products of 16 rows with 6 queries; a bit is set for each query that a row passed.
  private func multiply(
    _ panel: Int, _ queries: [Float], _ queryPanel: Int, thresholds: inout [Float],
    into products: inout [Float]
  ) -> Int {
    panels.withUnsafeBufferPointer { rows in
      queries.withUnsafeBufferPointer { queries in
        offsets.withUnsafeBufferPointer { offsets in
          guard let rows = rows.baseAddress, let queries = queries.baseAddress,
            let offsets = offsets.baseAddress
          else { return 0 }
          return multiplyPanels(
            rows + panel * columns * Self.panelRows,
            queries + queryPanel * columns * Self.panelQueries, depth: columns,
            offsets: offsets + panel * Self.panelRows, &thresholds, queryPanel * 6, &products)
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

/// products[q, r] = offset_r + sum_i queries[i, q] rows[i, r] for 6 queries and 16 rows.
private func multiplyPanels(
  _ rows: Input, _ queries: Input, depth: Int, offsets: Input, _ thresholds: Input, _ first: Int,
  _ products: Output
) -> Int {
  let low = offsets.lanes(0)
  let high = offsets.lanes(8)
  var (a0, a1, b0, b1, c0, c1) = (low, high, low, high, low, high)
  var (d0, d1, e0, e1, f0, f1) = (low, high, low, high, low, high)
  var row = rows
  var query = queries
  for _ in 0..<depth {
    let r0 = row.lanes(0)
    let r1 = row.lanes(8)
    let a = Lanes(repeating: query[0])
    a0 = a0.addingProduct(a, r0)
    a1 = a1.addingProduct(a, r1)
    let b = Lanes(repeating: query[1])
    b0 = b0.addingProduct(b, r0)
    b1 = b1.addingProduct(b, r1)
    let c = Lanes(repeating: query[2])
    c0 = c0.addingProduct(c, r0)
    c1 = c1.addingProduct(c, r1)
    let d = Lanes(repeating: query[3])
    d0 = d0.addingProduct(d, r0)
    d1 = d1.addingProduct(d, r1)
    let e = Lanes(repeating: query[4])
    e0 = e0.addingProduct(e, r0)
    e1 = e1.addingProduct(e, r1)
    let f = Lanes(repeating: query[5])
    f0 = f0.addingProduct(f, r0)
    f1 = f1.addingProduct(f, r1)
    row += 16
    query += 6
  }
  products.store(a0, 0)
  products.store(a1, 8)
  products.store(b0, 16)
  products.store(b1, 24)
  products.store(c0, 32)
  products.store(c1, 40)
  products.store(d0, 48)
  products.store(d1, 56)
  products.store(e0, 64)
  products.store(e1, 72)
  products.store(f0, 80)
  products.store(f1, 88)
  let t = thresholds + first
  return passes(a0, a1, t[0], 1) | passes(b0, b1, t[1], 2) | passes(c0, c1, t[2], 4)
    | passes(d0, d1, t[3], 8) | passes(e0, e1, t[4], 16) | passes(f0, f1, t[5], 32)
}

/// The bit if any of sixteen products exceeds the threshold, else zero.
@inline(__always)
private func passes(_ low: Lanes, _ high: Lanes, _ threshold: Float, _ bit: Int) -> Int {
  let limit = Lanes(repeating: threshold)
  return any((low .> limit) .| (high .> limit)) ? bit : 0
}
