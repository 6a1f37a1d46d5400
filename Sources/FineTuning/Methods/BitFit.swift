import CLIPModels
import Configuration
import Tensors

/// Trains the biases of both towers, and nothing else.
///
/// They are all weights whose name ends in "bias": of linear layers and of layer norms. Texts are
/// encoded in every step, since the text tower's biases move them. The paper trains language models, and
/// no protocol for CLIP is known here: the defaults are those of `small`.
public struct BitFit: FineTuningMethod {
  public static let name = "bitfit"
  public static let revision = 1
  public static let paper =
    "Ben Zaken, Goldberg, Ravfogel, BitFit, ACL 2022, arXiv:2106.10199"

  public var training = BitFit.defaultTraining

  public init() {}

  private static var defaultTraining: TrainingConfiguration {
    var training = TrainingConfiguration()
    training.rule = .adamw
    training.learningRate = 1e-2
    training.weightDecay = 0
    training.decay = .cosine
    training.epochs = 15
    return training
  }

  /// For `ood-tiny`: a rate that is a hundred times a whole tower's (`benchmarks/selection`).
  public static var small: BitFit { BitFit() }

  public static var presets: [Preset] {
    [Preset("small", "settings for ood-tiny; the paper has none for CLIP", small)]
  }

  public var changesImages: Bool { true }

  public var startsAsZeroShot: Bool { true }

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    let texts = try textEncoding(of: task, model: model)
    return Parametrization(
      of: model, training: model.parameters.filter { $0.name.hasSuffix("bias") },
      changesImages: changesImages,
      classifier: TextClassifier(encoding: texts.encoding, of: model))
  }
}
