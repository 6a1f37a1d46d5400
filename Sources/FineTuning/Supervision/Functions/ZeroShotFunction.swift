import Configuration
import Datasets
import Tensors
import Tokenizers

/// The zero-shot class of one prompt template, where it leads.
///
/// p = softmax(logit scale x cos(image, text of each class)); it abstains where the largest p leads
/// the next one by less than `margin`. All templates of the model are one group unless told
/// otherwise: the same image features make them err together.
public struct ZeroShotFunction: LabellingFunction {
  public static let name = "zero-shot"

  /// The prompt, with `{}` for the class; empty for the benchmark's first one.
  public var template = ""
  /// The smallest lead, as a probability.
  public var margin = 0.1
  public var lfGroup = "zero-shot"

  public init() {}

  public var problems: [SettingProblem] {
    let isTemplate = template.isEmpty || template.contains("{}")
    return marginProblems(margin)
      + (isTemplate
        ? []
        : [
          SettingProblem(
            "template", "is '\(template)', expected {} where the class stands")
        ])
  }

  public func votes(on pool: ImageSet, in scene: LabellingScene) throws -> [Int] {
    let chosen =
      template.isEmpty ? scene.scene.templates.first : PromptTemplate(template)
    let prompts = scene.classNames.map { chosen?($0) ?? $0 }
    let cosines = try scene.features(of: pool)
      .multiplied(byTransposeOf: scene.features(of: prompts))
    return try cosines.probabilities(scale: scene.scene.logitScale())
      .map { vote($0, margin: margin) }
  }
}
