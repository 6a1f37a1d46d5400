import CLIPModels
import Configuration
import Tensors
import Tokenizers

/// Fine-tunes both towers and the logit scale with the loss of pre-training.
///
/// The objective is `contrastive` on captions of the classes; afterwards class scores come from the
/// trained text tower's ensemble over the task's templates.
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
    training.learningRate = 1e-4
    training.weightDecay = 0.1
    training.decay = .cosine
    training.epochs = 20
    training.objective = Chosen(Contrastive())
    return training
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
