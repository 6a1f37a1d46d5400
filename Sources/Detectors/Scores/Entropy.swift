import Configuration
import Tensors

/// Negative entropy of the softmax: how far the whole distribution is from uniform.
///
/// score = sum_c p_c log p_c with p = softmax(logits / T), `[images, classes]`, natural logarithm,
/// 0 log 0 = 0; T = 1. Range -log(classes) to 0, higher = more in-distribution.
///
/// Source: Chan, Rottmann, Gottschalk, "Entropy maximization and meta classification for
/// out-of-distribution detection in semantic segmentation", ICCV 2021. pytorch-ood 0.4.0
/// clips p at 1e-7 before the logarithm and before the product, so every class below that adds
/// 1.6e-6; nothing is clipped here. MCM's code takes the entropy of the softmax of cosines: that is
/// this score at temperature = logit scale.
public struct Entropy: Detector {
  public static let name = "entropy"
  public static let paper =
    "Chan et al., Entropy Maximization and Meta Classification for Out-of-Distribution Detection in "
    + "Semantic Segmentation, ICCV 2021, https://arxiv.org/abs/2012.06575"

  /// The softmax temperature T on the logits.
  public var temperature = 1.0

  /// The plain softmax.
  public init() {}

  public var problems: [SettingProblem] { temperatureProblems(temperature) }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    try checkSettings()
    let logits = try outputs.logits(for: Self.name)
    var softmax = RowSoftmax(logits, scale: 1 / temperature)
    return (0..<logits.rows).map { row in
      softmax.read(row)
      return softmax.negativeEntropy
    }
  }
}
