import Tensors
import Testing

@Suite("Products of double-precision matrices")
struct ProductTests {
  @Test(
    "equal the definition",
    arguments: [
      (1, 1, 1), (3, 5, 7), (64, 10, 33), (65, 1, 16), (130, 40, 24), (2, 0, 3), (0, 2, 3),
    ])
  func definition(rows: Int, columns: Int, depth: Int) {
    let a = randomMatrix(rows, depth, seed: 1)
    let b = randomMatrix(depth, columns, seed: 2)
    let expected = plainProduct(a, b)
    #expect(largestDifference(a.multiplied(by: b), expected) < 1e-13)
    #expect(largestDifference(a.multiplied(byTransposeOf: b.transposed()), expected) < 1e-13)
  }

  @Test("of no columns are zero")
  func empty() {
    let product = DoubleMatrix(rows: 2, columns: 0).multiplied(
      by: DoubleMatrix(rows: 0, columns: 3))
    #expect(product == DoubleMatrix(rows: 2, columns: 3))
  }

  // OpenBLAS alone fails this: its kernels for the last rows of a product round otherwise.
  @Test(
    "have the same bits for a row wherever it stands in whatever batch",
    arguments: [(512, 512), (512, 1000), (33, 7), (768, 10), (48, 1)])
  func batchInvariance(depth: Int, columns: Int) {
    let rows = randomMatrix(130, depth, seed: 3)
    let other = randomMatrix(columns, depth, seed: 4)
    let whole = rows.multiplied(byTransposeOf: other)
    let factor = other.transposed()
    let wholeOfPlain = rows.multiplied(by: factor)
    for count in [1, 2, 7, 63, 64, 65, 129] {
      for first in stride(from: 0, through: 130 - count, by: max(1, (130 - count) / 3)) {
        let part = rows.selecting(first..<first + count)
        #expect(
          part.multiplied(byTransposeOf: other) == whole.selecting(first..<first + count))
        #expect(part.multiplied(by: factor) == wholeOfPlain.selecting(first..<first + count))
      }
    }
    // One row at every position of a block.
    let same = rows.selecting([Int](repeating: 5, count: 130)).multiplied(byTransposeOf: other)
    for row in 0..<130 { #expect(same.row(row) == whole.row(5)) }
  }
}

@Suite("Rows of double-precision matrices")
struct RowTests {
  private let matrix = DoubleMatrix(rows: 3, columns: 2, values: [3, 4, 0, 0, -5, 12])

  @Test("have norms, and unit length unless they are zero")
  func norms() {
    #expect(matrix.norms() == [5, 0, 13])
    #expect(matrix.normalizedRows().values == [0.6, 0.8, 0, 0, -5.0 / 13, 12.0 / 13])
  }

  @Test("are paired with rows of another matrix")
  func pairs() {
    let other = DoubleMatrix(rows: 2, columns: 2, values: [1, 1, 2, 0])
    #expect(matrix.dotProducts(withRowsOf: other, [0, 1, 1]) == [7, 0, -10])
    #expect(matrix.squaredDistances(toRowsOf: other, [0, 1, 1]) == [13, 4, 193])
    #expect(matrix.subtracting(rowsOf: other, [0, 1, 1]).values == [2, 3, -2, 0, -7, 12])
    #expect(matrix.subtracting([1, 2]).values == [2, 2, -1, -2, -6, 10])
  }

  @Test("have means by group; an empty group's is zero, a row without a group is left out")
  func means() {
    let (means, sizes) = matrix.means(groups: [2, nil, 2], count: 3)
    #expect(sizes == [0, 0, 2])
    #expect(means.values == [0, 0, 0, 0, -1, 8])
    #expect(matrix.mean() == [-2.0 / 3, 16.0 / 3])
  }
}
