import CLIPModels
import Configuration
import Tensors

/// Fine-tunes the whole image tower with a linear head that starts as the text classifier.
///
/// logits = head(x / |x|), head = exp(logitScale) unit text features at the start, bias 0; the text
/// tower is dropped. The scheme is WiSE-FT's fine-tuning baseline (Wortsman et al., CVPR 2022,
/// arXiv:2109.01903, section 3); the rate fits a small model.
public struct FullFineTuning: FineTuningMethod {
  public static let name = "full"
  public static let revision = 1
  public static let paper =
    "Wortsman et al., Robust fine-tuning of zero-shot models, CVPR 2022, arXiv:2109.01903"

  public var training = FullFineTuning.defaultTraining

  public init() {}

  private static var defaultTraining: TrainingConfiguration {
    var training = TrainingConfiguration()
    training.rule = .adamw
    training.learningRate = 3e-4
    training.weightDecay = 0.1
    training.decay = .cosine
    training.epochs = 15
    training.gradientClip = 1
    return training
  }

  public var changesImages: Bool { true }

  public var startsAsZeroShot: Bool { true }

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    let texts = try textEncoding(of: task, model: model).features(on: workers)
    let head = HeadClassifier(texts: texts, of: model)
    return Parametrization(
      of: model, training: model.vision.parameters + head.parameters,
      changesImages: changesImages, classifier: head)
  }
}
