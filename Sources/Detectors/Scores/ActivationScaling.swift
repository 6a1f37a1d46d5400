import Configuration
import Tensors

/// SCALE: the energy after all of an image's activations grow by the weight of the smaller ones.
///
/// score = log sum_c e^(W z' + b)_c for features z `[images, dimensions]` and a head W, b, with z' =
/// z e^(s1 / s2). s1 is the sum of all activations of the image, s2 that of the k largest, and k = n
/// - round(n percentile / 100) of n dimensions, halves to even as in NumPy. Percentile 85, the
/// paper's for ImageNet and OpenOOD's. Unbounded, higher = more in-distribution. Nothing is pruned,
/// which is the difference to `ash-s`, and equal activations need no rule. An image without
/// activations keeps its zeros, where the official code divides zero by zero.
///
/// Defined on activations after a rectifier. Signed embeddings such as CLIP's are refused: s2 can be
/// close to zero or negative, and e^(s1 / s2) anything.
///
/// pytorch-ood 0.4.0 has the default 0.65.
///
/// Source: Xu, Chen, Franchi, Yao, "Scaling for training time and post-hoc out-of-distribution
/// detection enhancement", ICLR 2024. Official code: kai422/SCALE.
public struct ActivationScaling: Detector {
  public static let name = "scale"
  public static let paper =
    "Xu et al., Scaling for Training Time and Post-hoc Out-of-distribution Detection Enhancement, "
    + "ICLR 2024, https://arxiv.org/abs/2310.00227"

  public static let needs: Set<OutputField> = [.features, .head]
  public static let featureDomain = FeatureDomain.nonnegative

  /// The share of an image's activations that counts as small, 0 to 100.
  public var percentile = 85.0

  /// The paper's setting for ImageNet.
  public init() {}

  public var problems: [SettingProblem] { percentileProblems(percentile) }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    try checkSettings()
    let features = try outputs.matrix(.features, for: Self.name)
    try requireNonnegative(features, for: Self.name)
    let count = try keptCount(of: features.columns, percentile: percentile, for: Self.name)
    let scaled = shaped(features, largest: count) { row, isKept in
      let factor = sharpening(row, isKept)
      for j in row.indices { row[j] *= factor }
    }
    return try headEnergies(scaled, outputs.head(for: Self.name), for: Self.name)
  }
}
