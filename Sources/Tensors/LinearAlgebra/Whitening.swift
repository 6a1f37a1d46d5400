/// A linear map under which a covariance matrix becomes the identity on its own range.
///
/// With the eigenpairs (lambda_i, v_i) of the covariance S + ridge I, row i of L is
/// v_iᵀ / sqrt(lambda_i), so that |L x|² = xᵀ S⁺ x with the pseudo-inverse S⁺. Eigenvalues up to
/// size eps times the largest count as zero, as in `scipy.linalg.pinvh`.
public struct Whitening: Sendable {
  /// L, `[rank, dimensions]`.
  public let transform: DoubleMatrix

  /// The number of dimensions in which the covariance is not zero.
  public var rank: Int { transform.rows }

  /// Makes the map of a symmetric, positive semi-definite covariance `[dimensions, dimensions]`.
  public init(covariance: DoubleMatrix, ridge: Double = 0) {
    var matrix = covariance
    for i in 0..<matrix.rows { matrix[i, i] += ridge }
    let eigen = SymmetricEigen(matrix)
    let cutoff = Double(matrix.rows) * Double.ulpOfOne * (eigen.values.last ?? 0)
    let kept = eigen.values.indices.filter { eigen.values[$0] > cutoff }
    var transform = eigen.vectors.selecting(kept)
    for (row, index) in kept.enumerated() {
      let scale = 1 / eigen.values[index].squareRoot()
      for j in 0..<transform.columns { transform[row, j] *= scale }
    }
    self.transform = transform
  }

  /// L x for every row x of `[images, dimensions]`: `[images, rank]`.
  public func whitened(_ rows: DoubleMatrix) -> DoubleMatrix {
    rows.multiplied(byTransposeOf: transform)
  }
}
