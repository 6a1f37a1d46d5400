import COpenBLAS

/// Matrix products through OpenBLAS, always on one thread: parallelism is over fixed shards, so
/// that no result depends on the number of threads.
enum BLAS {
  /// Evaluated once, before the first product.
  static let singleThreaded: Void = openblas_set_num_threads(1)

  /// C = alpha op(A) op(B) + beta C with C [m, n] and inner size k; leading dimensions are given.
  static func product(
    transposeA: Bool = false, transposeB: Bool = false, m: Int, n: Int, k: Int, alpha: Float = 1,
    _ a: Input, lda: Int, _ b: Input, ldb: Int, beta: Float = 0, _ c: Output, ldc: Int
  ) {
    _ = singleThreaded
    cblas_sgemm(
      CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
      blasint(m), blasint(n), blasint(k), alpha, a, blasint(lda), b, blasint(ldb), beta, c,
      blasint(ldc))
  }

  /// The name of OpenBLAS's kernels on this processor, such as "Zen"; part of the provenance.
  static var kernelName: String { String(cString: openblas_get_corename()) }

  /// OpenBLAS's version and build options.
  static var buildDescription: String {
    String(cString: openblas_get_config()).split(separator: " ").joined(separator: " ")
  }
}

/// Facts about the matrix library that enter a record's provenance.
public enum MatrixLibrary {
  /// The name of OpenBLAS's kernels on this processor, such as "Zen".
  public static var kernelName: String { BLAS.kernelName }

  /// OpenBLAS's version and build options.
  public static var buildDescription: String { BLAS.buildDescription }
}
