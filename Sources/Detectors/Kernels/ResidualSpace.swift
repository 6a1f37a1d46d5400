import Tensors

/// The directions in which training features hardly vary: what `vim` and `residual` learn.
///
/// With the origin o = -W⁺ b, at which the head gives zero logits (as nearly as it can), the
/// principal space is spanned by the eigenvectors of sum_i (z_i - o)(z_i - o)ᵀ with the largest
/// eigenvalues, and the residual of an image is the part of z - o outside of it.
struct ResidualSpace: Sendable {
  /// The number of dimensions of the principal space.
  let principalDimensions: Int
  private let origin: [Double]
  /// An orthonormal basis of the rest, one vector a row.
  private let basis: DoubleMatrix

  /// Fits the space; 0 dimensions stand for the rule of `defaultDimensions`.
  ///
  /// - Throws: `DetectorError` unless the principal space has fewer dimensions than the features.
  init(
    _ features: DoubleMatrix, head: LinearHead, dimensions: Int, for detector: String
  ) throws {
    let all = features.columns
    principalDimensions =
      dimensions > 0 ? dimensions : Self.defaultDimensions(features: all, images: features.rows)
    guard principalDimensions < all else {
      throw DetectorError(
        "\(detector): a principal space of \(principalDimensions) dimensions leaves no residual of "
          + "features of shape \(features.shapeText); lower dimensions")
    }
    origin = Self.origin(of: head)
    let center = DoubleMatrix(rows: 1, columns: all, values: origin)
    let eigen = SymmetricEigen(features.scatter(around: center))
    // Within the space of eigenvalue zero LAPACK's basis is arbitrary, so it is taken whole.
    let cutoff = Double(all) * Double.ulpOfOne * (eigen.values.last ?? 0)
    let zeros = eigen.values.count { $0 <= cutoff }
    basis = eigen.vectors.selecting(0..<max(all - principalDimensions, zeros))
  }

  /// |R (z - o)| for every row of features `[images, dimensions]`.
  func norms(_ features: DoubleMatrix) -> [Double] {
    features.subtracting(origin).multiplied(byTransposeOf: basis).norms()
  }

  /// 1,000 for features of 2,048 dimensions or more and 512 below, as in the official code.
  ///
  /// Where that leaves no residual, because the features have no more dimensions (CLIP ViT-B: 512)
  /// or training images span no more, it is half of the smaller of both.
  static func defaultDimensions(features: Int, images: Int) -> Int {
    let published = features >= 2048 ? 1000 : 512
    let available = min(features, images)
    return published < available ? published : available / 2
  }

  /// -W⁺ b; zero without a bias, as for CLIP.
  private static func origin(of head: LinearHead) -> [Double] {
    guard head.bias.contains(where: { $0 != 0 }) else {
      return [Double](repeating: 0, count: head.weight.columns)
    }
    let bias = DoubleMatrix(rows: head.bias.count, columns: 1, values: head.bias)
    return head.weight.pseudoInverse().multiplied(by: bias).values.map { -$0 }
  }
}
