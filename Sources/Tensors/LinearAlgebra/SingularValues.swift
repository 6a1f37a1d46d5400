import COpenBLAS

/// The thin singular value decomposition A = left diag(values) right, by LAPACK's `dgesdd`.
public struct SingularValues {
  /// `[rows, rank]`, orthonormal columns; rank is the smaller side of A.
  public let left: DoubleMatrix
  /// From the largest to the smallest, none negative.
  public let values: [Double]
  /// `[rank, columns]`, orthonormal rows.
  public let right: DoubleMatrix

  /// Decomposes a matrix of finite numbers.
  public init(_ matrix: DoubleMatrix) {
    _ = BLAS.singleThreaded
    let rank = min(matrix.rows, matrix.columns)
    var a = matrix.values
    var left = DoubleMatrix(rows: matrix.rows, columns: rank)
    var values = [Double](repeating: 0, count: rank)
    var right = DoubleMatrix(rows: rank, columns: matrix.columns)
    require(rank > 0, "a [\(matrix.rows), \(matrix.columns)] matrix has no singular values")
    // Fortran sees the row-major matrix transposed: its U is our right factor, its Vᵀ our left one.
    var m = blasint(matrix.columns)
    var n = blasint(matrix.rows)
    var k = blasint(rank)
    var integers = [blasint](repeating: 0, count: 8 * rank)
    var info: blasint = 0
    var work = [0.0]
    for isQuery in [true, false] {
      var workCount = blasint(isQuery ? -1 : work.count)
      dgesdd_(
        "S", &m, &n, &a, &m, &values, &right.values, &m, &left.values, &k, &work, &workCount,
        &integers, &info, 1)
      if isQuery { work = [Double](repeating: 0, count: Int(work[0])) }
    }
    require(info == 0, "dgesdd failed with \(info); does the matrix hold NaN or an infinity?")
    (self.left, self.values, self.right) = (left, values, right)
  }
}
