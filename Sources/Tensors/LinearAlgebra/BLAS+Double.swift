import COpenBLAS

/// Pointers into double-precision matrices.
typealias DoubleInput = UnsafePointer<Double>
typealias DoubleOutput = UnsafeMutablePointer<Double>

extension BLAS {
  /// C = A op(B) with A [m, k], C [m, n] and op(B) [k, n], all row-major without gaps.
  static func product(
    m: Int, n: Int, k: Int, _ a: DoubleInput, _ b: DoubleInput, transposeB: Bool, _ c: DoubleOutput
  ) {
    _ = singleThreaded
    cblas_dgemm(
      CblasRowMajor, CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans, blasint(m), blasint(n),
      blasint(k), 1, a, blasint(k), b, blasint(transposeB ? k : n), 0, c, blasint(n))
  }

  /// The upper triangle of C [n, n] += Aᵀ A with A [k, n], row-major without gaps.
  static func addScatter(n: Int, k: Int, _ a: DoubleInput, _ c: DoubleOutput) {
    _ = singleThreaded
    cblas_dsyrk(
      CblasRowMajor, CblasUpper, CblasTrans, blasint(n), blasint(k), 1, a, blasint(n), 1, c,
      blasint(n))
  }
}
