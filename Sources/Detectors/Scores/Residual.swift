import Configuration
import Tensors

/// Residual: how much of the features lies outside of the training features' principal space.
///
/// score = -|R (z - o)| for features z `[images, dimensions]`, with o = -W⁺ b of the head (zero
/// without a bias) and R the eigenvectors of (1/N) sum_i (z_i - o)(z_i - o)ᵀ after the first
/// `dimensions`. At most 0, higher = more in-distribution. Eigenvalues that are zero but for rounding
/// never count as principal: if training images span fewer dimensions than asked for, the score is
/// the distance to their span, where the official code's depends on how LAPACK turns the vectors.
///
/// Source: Wang, Li, Feng, Zhang, "ViM: Out-of-distribution with virtual-logit matching", CVPR 2022,
/// which compares it as a score of its own. Official code: haoqiwang/vim, `benchmark.py`. OpenOOD's `residual` fits on
/// validation images and 512 dimensions; pytorch-ood 0.4.0 has none.
///
/// On CLIP's features the origin is zero and vectors have unit norm, so the score orders images by
/// the norm of their projection onto the principal space.
public struct Residual: Detector {
  public static let name = "residual"
  public static let needs: Set<OutputField> = [.features]
  public static let trainingNeeds: Set<OutputField> = [.features, .head]
  public static let paper =
    "Wang et al., ViM: Out-Of-Distribution with Virtual-logit Matching, CVPR 2022, "
    + "https://arxiv.org/abs/2203.10807"

  /// The dimensions of the principal space, or 0 for the default rule.
  ///
  /// The rule is the official code's: 1,000 for features of 2,048 dimensions or more, 512 below.
  /// Where that leaves no residual it is half of the smaller number of feature dimensions and
  /// training images.
  public var dimensions = 0

  private struct Fit: Sendable {
    let shape: FittedShape
    let space: ResidualSpace
  }
  private var fit: Fit?

  private enum CodingKeys: CodingKey { case dimensions }

  /// The published number of dimensions.
  public init() {}

  public var problems: [SettingProblem] { dimensionProblems(dimensions) }

  public func fitted(to training: ModelOutputs) throws -> Residual {
    try checkSettings()
    let features = try training.trainingMatrix(.features, for: Self.name)
    var fitted = self
    fitted.fit = Fit(
      shape: FittedShape(features, .features),
      space: try ResidualSpace(
        features, head: training.head(for: Self.name), dimensions: dimensions, for: Self.name))
    return fitted
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    let fit = try require(fit)
    let features = try outputs.matrix(fitting: fit.shape, for: Self.name)
    return fit.space.norms(features).map { -$0 }
  }
}

/// The problem of a negative number of dimensions, if it is one.
func dimensionProblems(_ dimensions: Int) -> [SettingProblem] {
  dimensions >= 0
    ? []
    : [
      SettingProblem(
        "dimensions", "is \(dimensions), expected a number of at least 1, or 0 for the default rule"
      )
    ]
}
