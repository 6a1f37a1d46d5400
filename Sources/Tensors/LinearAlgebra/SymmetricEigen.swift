import COpenBLAS

/// The eigenvalues and eigenvectors of a symmetric matrix: A = sum_i lambda_i v_i v_iᵀ.
///
/// By LAPACK's divide and conquer (`dsyevd`). The sign of a vector is arbitrary, and so is the basis
/// of a repeated eigenvalue's space: use them only where neither matters, as in norms of
/// projections.
public struct SymmetricEigen: Sendable {
  /// The eigenvalues in ascending order.
  public let values: [Double]
  /// The orthonormal eigenvectors, one a row, in the order of the values.
  public let vectors: DoubleMatrix

  /// Decomposes a symmetric matrix of finite numbers, of which one triangle is read.
  public init(_ matrix: DoubleMatrix) {
    require(
      matrix.rows == matrix.columns, "[\(matrix.rows), \(matrix.columns)] is not symmetric")
    var vectors = matrix
    var values = [Double](repeating: 0, count: matrix.rows)
    if !values.isEmpty { decompose(&vectors.values, &values) }
    self.values = values
    self.vectors = vectors
  }
}

/// Overwrites a symmetric matrix with its eigenvectors.
private func decompose(_ matrix: inout [Double], _ values: inout [Double]) {
  _ = BLAS.singleThreaded
  var size = blasint(values.count)
  var info: blasint = 0
  var work = [0.0]
  var integers: [blasint] = [0]
  // The first call, with lengths of -1, asks for the lengths of the work space.
  for isQuery in [true, false] {
    var workCount = blasint(isQuery ? -1 : work.count)
    var integerCount = blasint(isQuery ? -1 : integers.count)
    dsyevd_(
      "V", "U", &size, &matrix, &size, &values, &work, &workCount, &integers, &integerCount, &info,
      1, 1)
    guard isQuery else { break }
    work = [Double](repeating: 0, count: Int(work[0]))
    integers = [blasint](repeating: 0, count: Int(integers[0]))
  }
  require(info == 0, "dsyevd failed with \(info); does the matrix hold NaN or an infinity?")
}
