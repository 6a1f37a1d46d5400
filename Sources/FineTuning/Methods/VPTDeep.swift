import CLIPModels
import Configuration
import Tensors

/// Learnt tokens among the patches in every layer of the image tower; all else is frozen.
///
/// Before layer i the tokens of that layer replace what the layer before made of its own; texts are
/// the hand-written prompts. Tokens start from N(0, 0.02^2). The defaults are those of CLIP's version
/// of the method (muzairkhattak/multimodal-prompt-learning, `configs/trainers/VPT`), which stands for
/// the "VPT" of the MaPLe paper: 8 tokens, 12 layers.
public struct VPTDeep: FineTuningMethod {
  public static let name = "vpt-deep"
  public static let revision = 1
  public static let paper = "Jia et al., Visual prompt tuning, ECCV 2022, arXiv:2203.12119"

  /// Tokens that are added to an image.
  public var promptTokens = 8
  /// Layers with tokens of their own, from the first; no more than the tower has.
  public var depth = 12
  /// The standard deviation of the tokens' start.
  public var initialDeviation = 0.02
  public var training = TrainingConfiguration.promptTokens(rate: 0.0025)

  public init() {}

  /// For `ood-tiny`: more epochs of larger batches at a rate that moves it (`benchmarks/selection`).
  public static var small: VPTDeep {
    var method = VPTDeep()
    method.training = .smallTokens(rate: 2e-2)
    return method
  }

  public static var presets: [Preset] {
    [Preset("small", "rate 2e-2, 15 epochs of batches of 16 on the test-time view", small)]
  }

  public var problems: [SettingProblem] {
    promptProblems(
      counts: [("prompt_tokens", promptTokens), ("depth", depth)], deviation: initialDeviation)
  }

  public var changesImages: Bool { true }

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    let texts = try textEncoding(of: task, model: model).features(on: workers)
    let tokens = PromptDraws(seed: task.seed, deviation: initialDeviation).tokens(
      "vision.tokens", layers: 0..<min(depth, model.vision.blocks.count), count: promptTokens,
      width: model.configuration.vision.width)
    model.vision.prompts = tokens.map { LearntTokens($0) }
    return Parametrization(
      of: model, training: tokens, changesImages: changesImages,
      classifier: TextClassifier(fixed: texts, of: model))
  }
}
