import Configuration
import Tensors

/// Virtual-logit matching (ViM): the energy of the logits less a logit made of the residual.
///
/// score = log sum_c e^(l_c) - a |R (z - o)| for logits l `[images, classes]` and features z
/// `[images, dimensions]`, with the residual of `residual` and a = mean of the training images'
/// largest logits over the mean of their residuals. Unbounded, higher = more in-distribution.
///
/// Source: Wang, Li, Feng, Zhang, "ViM: Out-of-distribution with virtual-logit matching", CVPR 2022,
/// equations 4 (the principal space) and 6 (a). Official code: haoqiwang/vim, `benchmark.py`, whose
/// score this is. OpenOOD's
/// `vim` is the same with 256 dimensions; pytorch-ood 0.4.0 the same in single precision, with the
/// dimensions left to the user. oodeel centres on the mean instead of o.
///
/// CLIP's features have no bias, so o is zero, and at its logit scale the energy is nearly the
/// largest logit. With 512 features the published 512 dimensions would leave no residual.
public struct VirtualLogitMatching: Detector {
  public static let name = "vim"
  public static let needs: Set<OutputField> = [.logits, .features]
  public static let trainingNeeds: Set<OutputField> = [.logits, .features, .head]
  public static let paper = Residual.paper

  /// The dimensions of the principal space, or 0 for the default rule.
  ///
  /// The rule is the official code's: 1,000 for features of 2,048 dimensions or more, 512 below.
  /// Where that leaves no residual it is half of the smaller number of feature dimensions and
  /// training images.
  public var dimensions = 0

  private struct Fit: Sendable {
    let shape: FittedShape
    let space: ResidualSpace
    let factor: Double
  }
  private var fit: Fit?

  private enum CodingKeys: CodingKey { case dimensions }

  /// The published number of dimensions.
  public init() {}

  public var problems: [SettingProblem] { dimensionProblems(dimensions) }

  public func fitted(to training: ModelOutputs) throws -> VirtualLogitMatching {
    try checkSettings()
    let features = try training.trainingMatrix(.features, for: Self.name)
    let space = try ResidualSpace(
      features, head: training.head(for: Self.name), dimensions: dimensions, for: Self.name)
    let residuals = space.norms(features)
    let residual = sum(residuals.span)
    // Less than rounding leaves of the features themselves.
    let rounding = 1e-13 * sum(features.norms().span)
    guard residual > rounding else {
      throw DetectorError(
        "\(Self.name): the \(features.rows) training images lie within the principal space of "
          + "\(space.principalDimensions) dimensions, so their residuals are zero; lower dimensions "
          + "or give more images")
    }
    let maxima = rowMaxima(try training.logits(for: Self.name))
    var fitted = self
    fitted.fit = Fit(
      shape: FittedShape(features, .features), space: space, factor: sum(maxima.span) / residual)
    return fitted
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    let fit = try require(fit)
    let features = try outputs.matrix(fitting: fit.shape, for: Self.name)
    let energies = softmaxRows(try outputs.logits(for: Self.name), scale: 1)
    return zip(energies, fit.space.norms(features)).map { energy, residual in
      energy.maximum + energy.logSum - fit.factor * residual
    }
  }
}
