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

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    let texts = try textEncoding(of: task, model: model).features(on: workers)
    let start = textClassifier(texts, scale: logitScale(of: model))
    let weight = Parameter(
      "head.weight", shape: [start.weight.rows, start.weight.columns], values: start.weight.values)
    let bias = Parameter("head.bias", shape: [start.bias.count], values: start.bias)
    // As the tower's biases and norms; WiSE-FT's code decays them too.
    bias.decays = false
    return Parametrization(
      of: model, training: model.vision.parameters + [weight, bias], changesImages: changesImages,
      classifier: .head(weight: weight, bias: bias))
  }
}
