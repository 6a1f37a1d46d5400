import CLIPModels
import Configuration
import Tensors

/// Fine-tunes the whole image tower with a linear head that starts as the text classifier.
///
/// logits = head(x / |x|), head = exp(logitScale) unit text features at the start, bias 0; the text
/// tower is dropped. The scheme is WiSE-FT's fine-tuning baseline (Wortsman et al., CVPR 2022,
/// arXiv:2109.01903, section 3). The defaults are those of mlfoundations/wise-ft, which are for all of
/// ImageNet: a few shots end within its 500 steps of warm-up.
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
    training.learningRate = 3e-5
    training.weightDecay = 0.1
    training.decay = .cosine
    training.warmupSteps = 500
    training.epochs = 10
    training.batchSize = 512
    training.gradientClip = 1
    training.views = .mild
    return training
  }

  /// For `ood-tiny` and a few shots: a larger rate (`benchmarks/selection`), small batches, no warm-up.
  public static var small: FullFineTuning {
    var method = FullFineTuning()
    method.training.learningRate = 1e-4
    method.training.warmupSteps = 0
    method.training.epochs = 15
    method.training.batchSize = 32
    method.training.views = .centre
    return method
  }

  public static var presets: [Preset] {
    [
      Preset(
        "small", "rate 1e-4, batches of 32, no warm-up; 15 epochs on the test-time view", small)
    ]
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
