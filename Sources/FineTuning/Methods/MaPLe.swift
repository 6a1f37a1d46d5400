import CLIPModels
import Configuration
import Tensors

/// Learnt tokens in the first layers of both towers, where the image tower's follow from the text
/// tower's.
///
/// Layer i of the text tower has tokens P_i behind the start token, the image tower W_i P_i + b_i
/// behind the patches. P_0 starts as words, the others from N(0, 0.02^2); the maps as PyTorch's
/// `Linear`, those of layers 1 and later alike. With n tokens, depth d, widths t and v there are
/// d (n t + t v + v) weights: 3,555,072 in ViT-B/16. The defaults are the official code's
/// (muzairkhattak/multimodal-prompt-learning, `vit_b16_c2_ep5_batch4_2ctx`).
public struct MaPLe: FineTuningMethod {
  public static let name = "maple"
  public static let revision = 1
  public static let paper =
    "Khattak et al., MaPLe: multi-modal prompt learning, CVPR 2023, arXiv:2210.03117"

  /// Tokens of a layer.
  public var contextTokens = 2
  /// Layers with tokens of their own, from the first; no more than the shallower tower has.
  public var depth = 9
  /// Words whose embeddings start the first tokens, and which follow them where there are more; empty
  /// for draws.
  public var initialWords = "a photo of a"
  /// The standard deviation of the tokens' start.
  public var initialDeviation = 0.02
  public var training = TrainingConfiguration.promptTokens(rate: 0.0035)

  public init() {}

  /// For `ood-tiny`: more epochs of larger batches at a rate that moves it (`benchmarks/selection`).
  public static var small: MaPLe {
    var method = MaPLe()
    method.training = .smallTokens(rate: 2e-2)
    return method
  }

  public static var presets: [Preset] {
    [Preset("small", "rate 2e-2, 15 epochs of batches of 16 on the test-time view", small)]
  }

  public var problems: [SettingProblem] {
    promptProblems(
      counts: [("context_tokens", contextTokens), ("depth", depth)], deviation: initialDeviation)
  }

  public var changesImages: Bool { true }

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    let draws = PromptDraws(seed: task.seed, deviation: initialDeviation)
    let texts = try DeepTextPrompts(
      count: contextTokens,
      depth: min(depth, model.vision.blocks.count, model.text.blocks.count), words: initialWords,
      draws: draws, model: model, task: task)
    let maps = texts.tokens.indices.map { layer in
      draws.map(
        "vision.map.\(layer)", draw: layer == 0 ? "vision map" : "vision maps of later layers",
        inputs: model.text.width, outputs: model.configuration.vision.width)
    }
    model.vision.prompts = zip(texts.tokens, maps).map {
      LearntTokens($0, weight: $1[0], bias: $1[1])
    }
    return Parametrization(
      of: model, training: texts.tokens + maps.flatMap { $0 }, changesImages: changesImages,
      classifier: TextClassifier(encoding: texts.learner.encoding, of: model))
  }
}
