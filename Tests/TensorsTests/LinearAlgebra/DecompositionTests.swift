import Tensors
import Testing

@Suite("Scatter, eigenvectors and pseudo-inverses")
struct DecompositionTests {
  @Test("scatter equals the definition, however far the centres", arguments: [0, 1e6])
  func scatter(shift: Double) {
    let rows = randomMatrix(300, 9, seed: 5)
    let centers = randomMatrix(3, 9, seed: 6)
    let groups = (0..<300).map { $0 % 3 }
    let differences = rows.subtracting(rowsOf: centers, groups)
    let expected = plainProduct(differences.transposed(), differences)
    var movedRows = rows
    var movedCenters = centers
    for i in movedRows.values.indices { movedRows.values[i] += shift }
    for i in movedCenters.values.indices { movedCenters.values[i] += shift }
    let found = movedRows.scatter(around: movedCenters, groups: groups)
    // Moving by 1e6 rounds the rows to 1e-10; the squares of the centres would be wrong by 1e-4.
    #expect(largestDifference(found, expected) < (shift == 0 ? 1e-11 : 1e-6))
    #expect(found == found.transposed())
  }

  @Test("eigenvalues and eigenvectors of a matrix worked out by hand")
  func byHand() {
    let eigen = SymmetricEigen(DoubleMatrix(rows: 2, columns: 2, values: [2, 1, 1, 2]))
    #expect(abs(eigen.values[0] - 1) < 1e-15 && abs(eigen.values[1] - 3) < 1e-15)
    #expect(abs(abs(eigen.vectors[1, 0]) - 0.5.squareRoot()) < 1e-15)
    #expect(SymmetricEigen(DoubleMatrix(rows: 0, columns: 0)).values.isEmpty)
  }

  @Test("eigenvectors are orthonormal and build the matrix again", arguments: [1, 2, 17, 130])
  func rebuilds(size: Int) {
    let root = randomMatrix(size, size, seed: 7)
    let matrix = root.multiplied(byTransposeOf: root)
    let eigen = SymmetricEigen(matrix)
    #expect(eigen.values == eigen.values.sorted())
    var identity = DoubleMatrix(rows: size, columns: size)
    for i in 0..<size { identity[i, i] = 1 }
    #expect(
      largestDifference(eigen.vectors.multiplied(byTransposeOf: eigen.vectors), identity) < 1e-13)
    var scaled = eigen.vectors
    for i in 0..<size { for j in 0..<size { scaled[i, j] *= eigen.values[i] } }
    let rebuilt = scaled.transposed().multiplied(by: eigen.vectors)
    #expect(largestDifference(rebuilt, matrix) < 1e-12 * Double(size) * Double(size))
  }

  @Test(
    "a pseudo-inverse fulfils Penrose's four conditions",
    arguments: [(1, 1, 1), (5, 8, 5), (8, 5, 5), (40, 30, 12), (12, 40, 3), (3, 2, 0)])
  func penrose(rows: Int, columns: Int, rank: Int) {
    let a = randomMatrix(rows, rank, seed: 8).multiplied(by: randomMatrix(rank, columns, seed: 9))
    let inverse = a.pseudoInverse()
    let left = a.multiplied(by: inverse)
    let right = inverse.multiplied(by: a)
    #expect(largestDifference(left.multiplied(by: a), a) < 1e-11)
    #expect(largestDifference(right.multiplied(by: inverse), inverse) < 1e-11)
    #expect(largestDifference(left, left.transposed()) < 1e-11)
    #expect(largestDifference(right, right.transposed()) < 1e-11)
  }

  @Test("whitening measures by the pseudo-inverse of the covariance", arguments: [12, 5, 0])
  func whitening(rank: Int) {
    let root = randomMatrix(12, rank, seed: 10)
    let covariance = root.multiplied(byTransposeOf: root)
    let whitening = Whitening(covariance: covariance)
    #expect(whitening.rank == rank)
    let rows = randomMatrix(20, 12, seed: 11)
    let inverse = covariance.pseudoInverse()
    let expected = rows.multiplied(by: inverse).dotProducts(withRowsOf: rows, Array(0..<20))
    for (found, expected) in zip(whitening.whitened(rows).squaredNorms(), expected) {
      #expect(abs(found - expected) < 1e-9 * abs(expected) + 1e-12)
    }
  }

  @Test("a ridge is added to the diagonal")
  func ridge() {
    let whitening = Whitening(covariance: DoubleMatrix(rows: 2, columns: 2), ridge: 0.25)
    let norms = whitening.whitened(DoubleMatrix(rows: 1, columns: 2, values: [3, 4])).squaredNorms()
    #expect(norms == [100])
  }
}
