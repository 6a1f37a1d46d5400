import Configuration
import Tensors

/// GL-MCM: maximum concept matching of the image plus that of its best patch.
///
/// score = max_c softmax(s / T)_c + lambda max_{patch, c} softmax(s_patch / T)_c with the cosines s
/// of the image `[images, classes]` and of its patches `[images * patches, classes]`; T = 1,
/// lambda = 1. Range (1 + lambda) / classes to 1 + lambda, higher = more in-distribution. At
/// lambda = 0 it is `mcm`. A patch's probabilities are over the classes, not over the patches.
///
/// lambda = 1 is the default of the official code and of LoCoOp; the official script for ImageNet
/// sets 0.5, so two different scores are published under the name. The official code takes whole
/// temperatures only.
///
/// Source: Miyai, Yu, Irie, Aizawa, "GL-MCM: global and local maximum concept matching for zero-shot
/// out-of-distribution detection", IJCV 2025. Official code: AtsuMiyai/GL-MCM.
public struct GlobalLocalConceptMatching: Detector {
  public static let name = "gl-mcm"
  public static let paper =
    "Miyai et al., GL-MCM: Global and Local Maximum Concept Matching for Zero-Shot "
    + "Out-of-Distribution Detection, IJCV 2025, https://arxiv.org/abs/2304.04521"

  public static let needs: Set<OutputField> = [.cosines, .patchCosines]

  /// The softmax temperature T on the cosine similarities.
  public var temperature = 1.0
  /// The weight of the best patch.
  public var lambda = 1.0

  /// The official code's defaults.
  public init() {}

  public var problems: [SettingProblem] {
    temperatureProblems(temperature)
      + (lambda >= 0 && lambda.isFinite
        ? [] : [SettingProblem("lambda", "is \(lambda), expected a number of at least 0")])
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    try checkSettings()
    let (cosines, unit) = try outputs.cosines(for: Self.name)
    let patchCosines = try outputs.matrix(.patchCosines, for: Self.name)
    let whole = softmaxRows(cosines, scale: unit / temperature)
    let parts = softmaxRows(patchCosines, scale: 1 / temperature)
    let patches = outputs.patchesPerImage
    return whole.indices.map { image in
      var best = Double.infinity
      for patch in parts[image * patches..<(image + 1) * patches] { best = min(best, patch.sum) }
      return 1 / whole[image].sum + lambda / best
    }
  }
}
