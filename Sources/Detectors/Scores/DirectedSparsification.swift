import Configuration
import Tensors

/// DICE: the energy of a head that keeps only the weights which matter in distribution.
///
/// score = log sum_c e^(V z + b)_c for features z `[images, dimensions]`, where V keeps the weight
/// W_cj if its contribution W_cj m_j is above the percentile of all contributions, and is zero
/// elsewhere; m is the mean feature of the fitted images. Percentile 90 as in OpenOOD, interpolated
/// as `numpy.percentile` does, keeps a tenth of the weights. Unbounded, higher = more
/// in-distribution; at percentile 0 all weights but the smallest contribution stay.
///
/// Signed features are no obstacle: a contribution is large where weight and mean agree in sign. For
/// CLIP the mean feature is mostly what all images share (the modality gap), so the kept weights are
/// those along that common direction.
///
/// pytorch-ood 0.4.0 has no default percentile and searches 10 to 90; it fits in single precision.
/// edadaltocg/detectors leaves the mean activation out of the contribution.
///
/// Source: Sun and Li, "DICE: leveraging sparsification for out-of-distribution detection",
/// ECCV 2022. Official code: deeplearning-wisc/dice.
public struct DirectedSparsification: Detector {
  public static let name = "dice"
  public static let paper =
    "Sun and Li, DICE: Leveraging Sparsification for Out-of-Distribution Detection, ECCV 2022, "
    + "https://arxiv.org/abs/2111.09805"

  public static let needs: Set<OutputField> = [.features]
  public static let trainingNeeds: Set<OutputField> = [.features, .head]

  /// The percentile of the contributions below which weights are dropped, 0 to 100.
  public var percentile = 90.0

  /// V and b.
  private var sparseHead: LinearHead?

  private enum CodingKeys: CodingKey { case percentile }

  /// OpenOOD's setting.
  public init() {}

  public var problems: [SettingProblem] { percentileProblems(percentile) }

  public func fitted(to training: ModelOutputs) throws -> DirectedSparsification {
    try checkSettings()
    let features = try training.matrix(.features, for: Self.name)
    let head = try training.head(for: Self.name)
    guard features.rows > 0, !head.weight.values.isEmpty else {
      throw DetectorError(
        "\(Self.name): features of shape \(features.shapeText) and a head weight of shape "
          + "\(head.weight.shapeText) have nothing to fit to")
    }
    let mean = features.mean()
    var contributions = head.weight
    for c in 0..<contributions.rows {
      for j in 0..<contributions.columns { contributions[c, j] *= mean[j] }
    }
    let threshold = Detectors.percentile(percentile, of: contributions.values)
    var weight = head.weight
    for i in weight.values.indices where contributions.values[i] <= threshold {
      weight.values[i] = 0
    }
    var fitted = self
    fitted.sparseHead = try LinearHead(weight: weight, bias: head.bias)
    return fitted
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    let head = try require(sparseHead)
    let features = try outputs.matrix(.features, for: Self.name)
    return try headEnergies(features, head, for: Self.name)
  }
}
