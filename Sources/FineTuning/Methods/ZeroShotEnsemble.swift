import CLIPModels
import Configuration
import Tensors
import Tokenizers

/// The model as it is, with the mean of several prompts a class.
///
/// W_c = normalise(mean over templates t of normalise(text(t(c)))); logits = e^s cos(image, W_c).
public struct ZeroShotEnsemble: FineTuningMethod {
  public static let name = "zeroshot-ensemble"
  public static let revision = 1
  public static let paper =
    "Radford et al., Learning transferable visual models from natural language supervision, "
    + "ICML 2021, arXiv:2103.00020, section 3.1.4"

  /// Sentences with `{}` for the class name, such as CLIP's 80 for ImageNet; empty for the
  /// benchmark's own.
  public var templates: [String] = []

  public var training: TrainingConfiguration { TrainingConfiguration() }

  public init() {}

  public var problems: [SettingProblem] {
    templates.filter { !$0.contains("{}") }.prefix(1).map {
      SettingProblem("templates", "must have {} where the class name goes, found '\($0)'")
    }
  }

  public var changesImages: Bool { false }

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    let chosen = templates.isEmpty ? task.templates : templates.map { PromptTemplate($0) }
    return Parametrization(
      of: model, training: [], changesImages: changesImages,
      classifier: try ensembleClassifier(
        of: task, templates: chosen, model: model, workers: workers))
  }
}

/// The classifier by a task's classes in several templates, encoded once.
///
/// - Throws: `FineTuningError` if a prompt uses token ids that the model does not have.
func ensembleClassifier(
  of task: FewShotTask, templates: [PromptTemplate], model: CLIPModel, workers: Workers
) throws -> TextClassifier {
  let prompts = templates.flatMap { task.classNames.map($0.callAsFunction) }
  let encoding = try TextEncoding(of: prompts, model: model, tokenizer: task.tokenizer)
  return TextClassifier(
    fixed: encoding.features(on: workers), templates: templates.count, of: model)
}
