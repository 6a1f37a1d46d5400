import Tensors
import Testing

@Suite("Nearest neighbours and largest products")
struct NeighbourTests {
  /// All squared distances of unit vectors by the definition, sorted.
  private func distances(_ rows: DoubleMatrix, _ queries: DoubleMatrix) -> [[Double]] {
    let rows = rows.normalizedRows()
    let queries = queries.normalizedRows()
    return (0..<queries.rows).map { query in
      (0..<rows.rows).map { row in
        var sum = 0.0
        for i in 0..<rows.columns {
          let difference = queries[query, i] - rows[row, i]
          sum += difference * difference
        }
        return sum.squareRoot()
      }.sorted()
    }
  }

  private func check(_ rows: DoubleMatrix, _ queries: DoubleMatrix, _ ks: [Int]) {
    let neighbours = NearestNeighbours(rows)
    let expected = distances(rows, queries)
    for k in ks {
      let found = neighbours.distances(from: queries, toNeighbour: k)
      for query in 0..<queries.rows {
        let reference = expected[query][k - 1]
        #expect(abs(found[query] - reference) <= 1e-12 * reference, "k = \(k), query \(query)")
      }
    }
  }

  @Test(
    "are those of a comparison with every row",
    arguments: [(1, 3), (15, 1), (16, 8), (400, 24), (999, 65)])
  func definition(rows: Int, columns: Int) {
    check(
      randomMatrix(rows, columns, seed: 12), randomMatrix(13, columns, seed: 13),
      [1, 2, 50, rows].filter { $0 <= rows })
  }

  @Test("are found among rows that differ by less than single precision shows")
  func close() {
    let one = randomMatrix(1, 40, seed: 14)
    let rows = DoubleMatrix(
      rows: 700, columns: 40,
      values: randomMatrix(700, 40, seed: 15, scale: 1e-7).values.indices.map { i in
        one.values[i % 40] + 1e-7 * Double(i * 7919 % 1009) / 1009
      })
    check(rows, rows.selecting([3, 500]), [2, 7, 350, 700])
    check(rows, one, [1, 350])
  }

  @Test("of equal rows, rows of zeros and queries of zeros")
  func degenerate() {
    var rows = randomMatrix(5, 10, seed: 16).selecting((0..<600).map { $0 % 5 })
    for i in 0..<7 { for j in 0..<10 { rows[i * 31, j] = 0 } }
    var queries = rows.selecting([0, 1, 2, 3])
    for j in 0..<10 { queries[3, j] = -queries[3, j] }
    check(rows, queries, [1, 7, 8, 100, 119, 121, 600])
  }

  @Test("have the same bits in every batch")
  func batches() {
    let neighbours = NearestNeighbours(randomMatrix(300, 20, seed: 17))
    let queries = randomMatrix(20, 20, seed: 18)
    let whole = neighbours.distances(from: queries, toNeighbour: 9)
    for query in 0..<20 {
      let alone = neighbours.distances(from: queries.selecting([query]), toNeighbour: 9)
      #expect(alone == [whole[query]])
    }
    #expect(neighbours.distances(from: queries.selecting([]), toNeighbour: 9).isEmpty)
  }

  @Test("the largest products are those of all, in order", arguments: [1e-3, 1, 1e30])
  func products(scale: Double) {
    let rows = randomMatrix(400, 24, seed: 19, scale: scale)
    let queries = randomMatrix(5, 24, seed: 20)
    let all = queries.normalizedRows().multiplied(byTransposeOf: rows)
    let found = LargestProducts(rows).largest(10, for: queries)
    for query in 0..<5 {
      let expected = all.row(query).sorted(by: >).prefix(10)
      for (a, b) in zip(found.row(query), expected) { #expect(abs(a - b) <= 1e-14 * 10 * scale) }
    }
  }
}
