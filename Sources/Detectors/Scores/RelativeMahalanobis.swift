import Configuration
import Tensors

/// Relative Mahalanobis distance: the distance to the nearest class less that to all training
/// images taken as one.
///
/// score = -min_c (d_c - d_0) for features `[images, dimensions]`, with d_c the squared distance of
/// `mahalanobis` to class c and d_0 = (z - m)ᵀ T⁺ (z - m) with the mean m and the covariance T of
/// all training images, both divided by N; the ridge is added to both covariances. Unbounded, higher
/// = more in-distribution. What is far from every class in directions in which all training images
/// vary anyway is no longer held against an image.
///
/// Source: Ren, Fort, Liu, Roy, Padhy, Lakshminarayanan, "A simple fix to Mahalanobis distance for
/// improving near-OOD detection", 2021. No official code. OpenOOD's `rmds` is this score
/// with single-precision covariances; pytorch-ood 0.4.0 does not divide the scatters by N and adds
/// 1e-6 to them: its score is ours at `ridge: 1e-6 / N` times 1 / N.
public struct RelativeMahalanobis: Detector {
  public static let name = "rmds"
  public static let needs: Set<OutputField> = [.features]
  public static let trainingNeeds: Set<OutputField> = [.features, .labels]
  public static let paper =
    "Ren et al., A Simple Fix to Mahalanobis Distance for Improving Near-OOD Detection, 2021, "
    + "https://arxiv.org/abs/2106.09022"

  /// What is added to the diagonals of both covariances.
  public var ridge = 0.0

  private struct Fit: Sendable {
    let shape: FittedShape
    let gaussians: ClassGaussians
    let background: Whitening
  }
  private var fit: Fit?

  private enum CodingKeys: CodingKey { case ridge }

  /// The plain covariances.
  public init() {}

  public var problems: [SettingProblem] { ridgeProblems(ridge) }

  public func fitted(to training: ModelOutputs) throws -> RelativeMahalanobis {
    try checkSettings()
    let features = try training.trainingMatrix(.features, for: Self.name)
    let gaussians = try ClassGaussians(
      features, labels: training.labels(for: Self.name), ridge: ridge, for: Self.name)
    var fitted = self
    fitted.fit = Fit(
      shape: FittedShape(features, .features), gaussians: gaussians,
      background: Whitening(covariance: gaussians.totalCovariance(), ridge: ridge))
    return fitted
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    let fit = try require(fit)
    let features = try outputs.matrix(fitting: fit.shape, for: Self.name)
    let centered = features.subtracting(fit.gaussians.center)
    let background = fit.background.whitened(centered).squaredNorms()
    return zip(background, fit.gaussians.smallestSquaredDistances(features)).map { $0 - $1 }
  }
}
