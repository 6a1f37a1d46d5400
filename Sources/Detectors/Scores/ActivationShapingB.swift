import Configuration
import Tensors

/// ASH-B: the energy after an image's largest activations share the sum of all and the rest vanish.
///
/// score = log sum_c e^(W z' + b)_c for features z `[images, dimensions]` and a head W, b. z'_j =
/// (sum_i z_i) / k where z_j is among the k largest of its image, else 0, with k = n - round(n
/// percentile / 100) of n dimensions, halves to even as in NumPy; of equal activations the first
/// dimensions count as larger. Percentile 90 as in OpenOOD, whose `ash` is this variant. Unbounded,
/// higher = more in-distribution.
///
/// Defined on activations after a rectifier. Signed embeddings such as CLIP's are refused: their sum
/// may be zero or negative, and then every kept activation would be.
///
/// The official code's default is 65, the paper's for ImageNet, and pytorch-ood 0.4.0 has 0.65 for
/// all variants. Both apply it to feature maps before the pooling, or in OpenOOD to pooled features
/// as here, and leave the order of equal activations to `topk`.
///
/// Source: Djurisic, Bozanic, Ashok, Liu, "Extremely simple activation shaping for
/// out-of-distribution detection", ICLR 2023, algorithm 2. Official code: andrijazz/ash.
public struct ActivationShapingB: Detector {
  public static let name = "ash-b"
  public static let paper =
    "Djurisic et al., Extremely Simple Activation Shaping for Out-of-Distribution Detection (ASH-B), "
    + "ICLR 2023, https://arxiv.org/abs/2209.09858"

  public static let needs: Set<OutputField> = [.features, .head]
  public static let featureDomain = FeatureDomain.nonnegative

  /// The share of an image's activations that is dropped, 0 to 100.
  public var percentile = 90.0

  /// OpenOOD's setting.
  public init() {}

  public var problems: [SettingProblem] { percentileProblems(percentile) }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    try checkSettings()
    let features = try outputs.matrix(.features, for: Self.name)
    try requireNonnegative(features, for: Self.name)
    let count = try keptCount(of: features.columns, percentile: percentile, for: Self.name)
    let binarized = shaped(features, largest: count) { row, isKept in
      let fill = sum(row.span) / Double(count)
      for j in row.indices { row[j] = isKept[j] ? fill : 0 }
    }
    return try headEnergies(binarized, outputs.head(for: Self.name), for: Self.name)
  }
}
