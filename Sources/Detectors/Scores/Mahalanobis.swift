import Configuration
import Tensors

/// Mahalanobis distance: how far the features are from the nearest class mean, in units of the
/// spread within classes.
///
/// score = -min_c (z - m_c)ᵀ S⁺ (z - m_c) for features z `[images, dimensions]`; m_c are the class
/// means of the training images and S = (1/N) sum_i (z_i - m_y_i)(z_i - m_y_i)ᵀ + ridge I. At most
/// 0, higher = more in-distribution. S⁺ is the pseudo-inverse: eigenvalues up to dimensions · eps
/// times the largest count as zero (`scipy.linalg.pinvh`), so with fewer images than dimensions
/// only the directions in which training images vary are measured; a ridge measures all. Classes
/// without training images are left out.
///
/// Source: Lee, Lee, Lee, Shin, "A simple unified framework for detecting out-of-distribution
/// samples and adversarial attacks", NeurIPS 2018, equation 2, for the last layer and without input
/// noise. Official code: pokaxpoka/deep_Mahalanobis_detector (half the distance, layers combined by
/// a regression on out-of-distribution images). OpenOOD's `mds` is this score; pytorch-ood 0.4.0
/// takes half the distance with the scatter not divided by N and a ridge of 1e-6 on it: its score is
/// ours at `ridge: 1e-6 / N` times 1 / (2 N).
///
/// The features need not have unit norm; CLIP's unit vectors lie on a sphere, on which the
/// covariance is still of full rank.
public struct Mahalanobis: Detector {
  public static let name = "mahalanobis"
  public static let needs: Set<OutputField> = [.features]
  public static let trainingNeeds: Set<OutputField> = [.features, .labels]
  public static let paper =
    "Lee et al., A Simple Unified Framework for Detecting Out-of-Distribution Samples and "
    + "Adversarial Attacks, NeurIPS 2018, https://arxiv.org/abs/1807.03888"

  /// What is added to the covariance's diagonal.
  public var ridge = 0.0

  private struct Fit: Sendable {
    let shape: FittedShape
    let gaussians: ClassGaussians
  }
  private var fit: Fit?

  private enum CodingKeys: CodingKey { case ridge }

  /// The plain covariance.
  public init() {}

  public var problems: [SettingProblem] { ridgeProblems(ridge) }

  public func fitted(to training: ModelOutputs) throws -> Mahalanobis {
    try checkSettings()
    let features = try training.trainingMatrix(.features, for: Self.name)
    var fitted = self
    fitted.fit = Fit(
      shape: FittedShape(features, .features),
      gaussians: try ClassGaussians(
        features, labels: training.labels(for: Self.name), ridge: ridge, for: Self.name))
    return fitted
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    let fit = try require(fit)
    let features = try outputs.matrix(fitting: fit.shape, for: Self.name)
    return fit.gaussians.smallestSquaredDistances(features).map { -$0 }
  }
}

/// The problem of a ridge that is no variance, if it has one.
func ridgeProblems(_ ridge: Double) -> [SettingProblem] {
  ridge >= 0 && ridge.isFinite
    ? [] : [SettingProblem("ridge", "is \(ridge), expected a number of at least 0")]
}
