import CLIPModels
import Configuration
import Tensors

/// The model as it is, with one hand-written prompt a class.
///
/// logits = exp(logitScale) cos(image, text of the prompt).
public struct ZeroShot: FineTuningMethod {
  public static let name = "zeroshot"
  public static let revision = 1
  public static let paper =
    "Radford et al., Learning transferable visual models from natural language supervision, "
    + "ICML 2021, arXiv:2103.00020, section 3.1"

  public var training: TrainingConfiguration { TrainingConfiguration() }

  public init() {}

  public var changesImages: Bool { false }

  public var startsAsZeroShot: Bool { true }

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    Parametrization(
      of: model, training: [], changesImages: changesImages,
      classifier: TextClassifier(
        fixed: try textEncoding(of: task, model: model).features(on: workers), of: model))
  }
}

/// The encoding of the task's fixed prompts.
///
/// - Throws: `FineTuningError` if a prompt uses token ids that the model does not have.
func textEncoding(of task: FewShotTask, model: CLIPModel) throws -> TextEncoding {
  try TextEncoding(of: task.prompts, model: model, tokenizer: task.tokenizer)
}
