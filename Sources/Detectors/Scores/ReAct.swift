import Configuration
import Tensors

/// ReAct: the energy after the largest activations are cut off.
///
/// score = log sum_c e^(W min(z, t) + b)_c for features z `[images, dimensions]` and a head W, b;
/// t is a percentile of all activations of the fitted images, over images and dimensions together,
/// interpolated as `numpy.percentile` does. The default 90 is the paper's and OpenOOD's. Unbounded,
/// higher = more in-distribution. At percentile 100 only activations beyond the fitted ones change;
/// without any cut it is `energy`.
///
/// On signed features such as CLIP's the definition holds as written: coordinates above t become t,
/// negative ones stay. It then shrinks what sticks out on one side only, and the cut feature no
/// longer has unit norm; the paper's argument is about activations after a rectifier.
///
/// OpenOOD takes t from validation images; pytorch-ood 0.4.0 from what it is given, 90 as well.
///
/// Source: Sun, Guo, Li, "ReAct: out-of-distribution detection with rectified activations",
/// NeurIPS 2021. Official code: deeplearning-wisc/react.
public struct ReAct: Detector {
  public static let name = "react"
  public static let paper =
    "Sun et al., ReAct: Out-of-distribution Detection With Rectified Activations, NeurIPS 2021, "
    + "https://arxiv.org/abs/2111.12797"

  public static let needs: Set<OutputField> = [.features, .head]
  public static let trainingNeeds: Set<OutputField> = [.features]

  /// The percentile of the fitted activations at which activations are cut, 0 to 100.
  public var percentile = 90.0

  private var fit: Fit?

  private enum CodingKeys: CodingKey { case percentile }

  /// The paper's setting.
  public init() {}

  public var problems: [SettingProblem] { percentileProblems(percentile) }

  public func fitted(to training: ModelOutputs) throws -> ReAct {
    try checkSettings()
    let features = try training.matrix(.features, for: Self.name)
    guard !features.values.isEmpty else {
      throw DetectorError(
        "\(Self.name): features of shape \(features.shapeText) have no activations to fit to")
    }
    var fitted = self
    fitted.fit = Fit(
      threshold: Detectors.percentile(percentile, of: features.values),
      shape: FittedShape(features, .features))
    return fitted
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    let fit = try require(fit)
    var features = try outputs.matrix(fitting: fit.shape, for: Self.name)
    cut(&features.values, at: fit.threshold)
    return try headEnergies(features, outputs.head(for: Self.name), for: Self.name)
  }
}

/// What is learned from the activations.
private struct Fit: Sendable {
  /// The cut t.
  let threshold: Double
  let shape: FittedShape
}

private func cut(_ values: inout [Double], at threshold: Double) {
  var values = values.mutableSpan
  for i in 0..<values.count where values[i] > threshold { values[i] = threshold }
}
