import Configuration
import Tensors

@testable import Detectors

/// Cosine to the nearest class mean.
///
/// score = max_c cos(z, m_c) for features z `[images, dimensions]`, with m_c the mean of the unit
/// features of the fitted images of class c. Range -1 to 1, higher = more in-distribution. Classes
/// with fewer than `least` images are left out.
///
/// Source: an example of `docs/adding-a-detector.md`.
public struct ClassMeanCosine: Detector {
  public static let name = "class-mean-cosine"
  public static let paper = "docs/adding-a-detector.md, https://www.apache.org/licenses/LICENSE-2.0"

  public static let needs: Set<OutputField> = [.features]
  public static let trainingNeeds: Set<OutputField> = [.features, .labels]

  /// The fewest images that make a mean.
  public var least = 1

  /// The example's setting.
  public init() {}

  /// What is learned: no setting, so not coded.
  private var fit: Fit?

  private enum CodingKeys: CodingKey { case least }

  public var problems: [SettingProblem] {
    least >= 1 ? [] : [SettingProblem("least", "is \(least), expected at least 1 image")]
  }

  public func fitted(to training: ModelOutputs) throws -> ClassMeanCosine {
    try checkSettings()
    let features = try training.matrix(.features, for: Self.name)
    let labels = try training.labels(for: Self.name)
    let classes = (labels.max() ?? -1) + 1
    let (means, sizes) = features.normalizedRows().means(groups: labels, count: classes)
    let kept = sizes.indices.filter { sizes[$0] >= least }
    guard !kept.isEmpty else {
      throw DetectorError(
        "\(Self.name): no class has \(least) of the \(labels.count) images to fit to, expected "
          + "one; fit to more images or lower least")
    }
    var fitted = self
    fitted.fit = Fit(
      means: means.selecting(kept).normalizedRows(), shape: FittedShape(features, .features))
    return fitted
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    let fit = try require(fit)
    let features = try outputs.matrix(fitting: fit.shape, for: Self.name)
    return rowMaxima(features.normalizedRows().multiplied(byTransposeOf: fit.means))
  }
}

private struct Fit: Sendable {
  /// m_c of unit norm, `[classes, dimensions]`.
  let means: DoubleMatrix
  let shape: FittedShape
}
