import CLIPModels
import Configuration
import Tensors
import Tokenizers

/// Fine-tunes both towers and the logit scale with the loss of pre-training.
///
/// The objective is `contrastive` on captions of the classes; afterwards class scores come from the
/// trained text tower's ensemble over the task's templates. The defaults are those of locuslab/FLYP
/// for a few shots (its README, SST2).
public struct FLYP: FineTuningMethod {
  public static let name = "flyp"
  public static let revision = 1
  public static let paper =
    "Goyal et al., Finetune like you pretrain, CVPR 2023, arXiv:2212.00638"

  public var training = FLYP.defaultTraining

  public init() {}

  private static var defaultTraining: TrainingConfiguration {
    var training = TrainingConfiguration()
    training.rule = .adamw
    training.learningRate = 1e-5
    training.weightDecay = 0.2
    training.decay = .cosine
    training.epochs = 20
    training.batchSize = 256
    training.views = .mild
    training.objective = Chosen(Contrastive())
    return training
  }

  /// For `ood-tiny`: a larger rate (`benchmarks/selection`) and small batches.
  public static var small: FLYP {
    var method = FLYP()
    method.training.learningRate = 3e-5
    method.training.weightDecay = 0.1
    method.training.batchSize = 32
    method.training.epochs = 15
    method.training.views = .centre
    return method
  }

  public static var presets: [Preset] {
    [Preset("small", "rate 3e-5, 15 epochs of batches of 32 on the test-time view", small)]
  }

  public var changesImages: Bool { true }

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    let prompts = task.templates.flatMap { task.classNames.map($0.callAsFunction) }
    let texts = try TextEncoding(of: prompts, model: model, tokenizer: task.tokenizer)
    return Parametrization(
      of: model, training: model.parameters, changesImages: changesImages,
      classifier: TextClassifier(
        encoding: texts.encoding, templates: task.templates.count, of: model))
  }
}
