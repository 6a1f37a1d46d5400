import Configuration
import Tensors

/// ASH-P: the energy after an image's smaller activations vanish.
///
/// score = log sum_c e^(W z' + b)_c for features z `[images, dimensions]` and a head W, b. z'_j =
/// z_j where z_j is among the k largest of its image, else 0, with k = n - round(n percentile / 100)
/// of n dimensions, halves to even as in NumPy; of equal activations the first dimensions count as
/// larger. Percentile 65, the official code's default. Unbounded, higher = more in-distribution; at
/// percentile 0 it is `energy`.
///
/// On signed features such as CLIP's the definition holds as written and means: keep the largest
/// coordinates, by value and not by magnitude, so all large negative ones are dropped. What is kept
/// is a one-sided part of the embedding.
///
/// pytorch-ood 0.4.0 has 0.65 for all variants. Official code and pytorch-ood apply it to feature
/// maps before the pooling; here the features are those that the head reads.
///
/// Source: Djurisic, Bozanic, Ashok, Liu, "Extremely simple activation shaping for
/// out-of-distribution detection", ICLR 2023, algorithm 1. Official code: andrijazz/ash.
public struct ActivationShapingP: Detector {
  public static let name = "ash-p"
  public static let paper =
    "Djurisic et al., Extremely Simple Activation Shaping for Out-of-Distribution Detection (ASH-P), "
    + "ICLR 2023, https://arxiv.org/abs/2209.09858"

  public static let needs: Set<OutputField> = [.features, .head]

  /// The share of an image's activations that is dropped, 0 to 100.
  public var percentile = 65.0

  /// The official code's setting.
  public init() {}

  public var problems: [SettingProblem] { percentileProblems(percentile) }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    try checkSettings()
    let features = try outputs.matrix(.features, for: Self.name)
    let count = try keptCount(of: features.columns, percentile: percentile, for: Self.name)
    let pruned = shaped(features, largest: count) { row, isKept in
      for j in row.indices where !isKept[j] { row[j] = 0 }
    }
    return try headEnergies(pruned, outputs.head(for: Self.name), for: Self.name)
  }
}
