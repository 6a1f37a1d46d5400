import Configuration
import Tensors

/// ASH-S: the energy after an image's smaller activations vanish and the others grow in return.
///
/// score = log sum_c e^(W z' + b)_c for features z `[images, dimensions]` and a head W, b. z'_j =
/// z_j e^(s1 / s2) where z_j is among the k largest of its image, else 0. s1 is the sum of all
/// activations, s2 that of the k largest, and k = n - round(n percentile / 100) of n dimensions,
/// halves to even as in NumPy; of equal activations the first dimensions count as larger. Percentile
/// 90, the official code's and the paper's for ImageNet. Unbounded, higher = more in-distribution.
/// An image without activations keeps its zeros, where the official code divides zero by zero.
///
/// Defined on activations after a rectifier. Signed embeddings such as CLIP's are refused: s2 can be
/// close to zero or negative, and e^(s1 / s2) anything.
///
/// pytorch-ood 0.4.0 has 0.65 for all variants, oodeel 0.90. Official code and pytorch-ood apply it
/// to feature maps before the pooling; here the features are those that the head reads.
///
/// Source: Djurisic, Bozanic, Ashok, Liu, "Extremely simple activation shaping for
/// out-of-distribution detection", ICLR 2023, algorithm 3. Official code: andrijazz/ash.
public struct ActivationShapingS: Detector {
  public static let name = "ash-s"
  public static let paper =
    "Djurisic et al., Extremely Simple Activation Shaping for Out-of-Distribution Detection (ASH-S), "
    + "ICLR 2023, https://arxiv.org/abs/2209.09858"

  public static let needs: Set<OutputField> = [.features, .head]
  public static let featureDomain = FeatureDomain.nonnegative

  /// The share of an image's activations that is dropped, 0 to 100.
  public var percentile = 90.0

  /// The paper's setting for ImageNet.
  public init() {}

  public var problems: [SettingProblem] { percentileProblems(percentile) }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    try checkSettings()
    let features = try outputs.matrix(.features, for: Self.name)
    try requireNonnegative(features, for: Self.name)
    let count = try keptCount(of: features.columns, percentile: percentile, for: Self.name)
    let sharpened = shaped(features, largest: count) { row, isKept in
      let factor = sharpening(row, isKept)
      for j in row.indices { row[j] = isKept[j] ? row[j] * factor : 0 }
    }
    return try headEnergies(sharpened, outputs.head(for: Self.name), for: Self.name)
  }
}
