import CLIPModels
import Configuration
import Tensors

/// Learnt tokens in the layers of both towers, independent of each other: MaPLe without its maps.
///
/// The defaults are the official code's (muzairkhattak/multimodal-prompt-learning,
/// `vit_b16_c2_ep5_batch4_2+2ctx`).
public struct IVLP: FineTuningMethod {
  public static let name = "ivlp"
  public static let revision = 1
  public static let paper =
    "Khattak et al., MaPLe: multi-modal prompt learning, CVPR 2023, arXiv:2210.03117, "
    + "independent V-L prompting"

  /// Tokens of a layer of the image tower.
  public var promptTokens = 2
  /// Tokens of a layer of the text tower.
  public var contextTokens = 2
  /// Layers of the image tower with tokens of their own, from the first; no more than it has.
  public var visionDepth = 12
  /// Layers of the text tower with tokens of their own, from the first; no more than it has.
  public var textDepth = 12
  /// Words whose embeddings start the text tower's first tokens, and which follow them where there are
  /// more; empty for draws.
  public var initialWords = "a photo of a"
  /// The standard deviation of the tokens' start.
  public var initialDeviation = 0.02
  public var training = TrainingConfiguration.promptTokens(rate: 0.0035)

  public init() {}

  /// For `ood-tiny`: more epochs of larger batches at a rate that moves it (`benchmarks/selection`).
  public static var small: IVLP {
    var method = IVLP()
    method.training = .smallTokens(rate: 2e-2)
    return method
  }

  public static var presets: [Preset] {
    [Preset("small", "rate 2e-2, 15 epochs of batches of 16 on the test-time view", small)]
  }

  public var problems: [SettingProblem] {
    promptProblems(
      counts: [
        ("prompt_tokens", promptTokens), ("context_tokens", contextTokens),
        ("vision_depth", visionDepth), ("text_depth", textDepth),
      ], deviation: initialDeviation)
  }

  public var changesImages: Bool { true }

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    let draws = PromptDraws(seed: task.seed, deviation: initialDeviation)
    let texts = try DeepTextPrompts(
      count: contextTokens, depth: min(textDepth, model.text.blocks.count), words: initialWords,
      draws: draws, model: model, task: task)
    let tokens = draws.tokens(
      "vision.tokens", layers: 0..<min(visionDepth, model.vision.blocks.count), count: promptTokens,
      width: model.configuration.vision.width)
    model.vision.prompts = tokens.map { LearntTokens($0) }
    return Parametrization(
      of: model, training: texts.tokens + tokens, changesImages: changesImages,
      classifier: TextClassifier(encoding: texts.learner.encoding, of: model))
  }
}
