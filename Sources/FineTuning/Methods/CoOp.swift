import CLIPModels
import Configuration
import RandomStreams
import Tensors
import Tokenizers

/// Context optimisation: learns the words around the class names, both towers frozen.
///
/// The towers are frozen, so image features are computed once per view and a step costs one pass
/// through the text tower without any weight gradient. The defaults are those of KaiyangZhou/CoOp
/// (`configs/trainers/CoOp`, COOP.md) on all data sets but ImageNet, which has 50 epochs always.
public struct CoOp: FineTuningMethod {
  public static let name = "coop"
  public static let revision = 1
  public static let paper =
    "Zhou et al., Learning to prompt for vision-language models, IJCV 2022, arXiv:2109.01134"

  /// Context vectors in a prompt.
  public var contextTokens = 16
  public var position = ContextPosition.end
  /// Whether each class learns its own context.
  public var isClassSpecific = false
  /// Words whose embeddings start the context, such as "a photo of a"; empty for N(0, 0.02^2).
  public var initialWords = ""
  public var training = CoOp.publishedTraining

  public init() {}

  /// 200 epochs of 8 and 16 shots, 100 of 2 and 4, 50 of one; SGD at 2e-3 on random crops.
  static var publishedTraining: TrainingConfiguration {
    var training = TrainingConfiguration()
    training.epochs = .epochsByShots([1: 50, 2: 100, 8: 200])
    training.views = .coop
    return training
  }

  /// For `ood-tiny`: a start from words, as its random ones do not find back to, and the test-time
  /// view, which a frozen tower encodes once.
  ///
  /// `benchmarks/selection` chose the rate.
  public static var small: CoOp {
    var method = CoOp()
    method.initialWords = "a photo of a"
    method.training = .small(rate: 6e-3)
    return method
  }

  public static var presets: [Preset] {
    [Preset("small", "from words; rate 6e-3, 50 epochs on the test-time view", small)]
  }

  public var problems: [SettingProblem] {
    contextTokens >= 1
      ? [] : [SettingProblem("context_tokens", "must be at least 1, got \(contextTokens)")]
  }

  public var changesImages: Bool { false }

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    let learner = try learner(of: model, for: task)
    return Parametrization(
      of: model, training: [learner.context], changesImages: changesImages,
      classifier: TextClassifier(encoding: learner.encoding, of: model))
  }

  /// The task's prompts with the context as it starts.
  func learner(of model: CLIPModel, for task: FewShotTask) throws -> PromptLearner {
    let tokenizer = task.tokenizer
    let width = model.text.width
    var tokens = contextTokens
    var values: [Float] = []
    if initialWords.isEmpty {
      let count = isClassSpecific ? task.classNames.count : 1
      var random = RandomSource(seed: task.seed, purpose: "context vectors")
      values = random.normals(count * tokens * width, standardDeviation: 0.02)
    } else {
      let words = tokenizer.encode(initialWords)
      let table = model.text.tokenEmbedding.matrix
      let one = words.flatMap { table.row($0) }
      tokens = words.count
      for _ in 0..<(isClassSpecific ? task.classNames.count : 1) { values += one }
    }
    let context = Parameter("context", shape: [values.count / width, width], values: values)
    return try PromptLearner(
      text: model.text, context: context, tokens: tokens, position: position,
      isClassSpecific: isClassSpecific,
      names: task.classNames.map {
        tokenizer.encode(String($0.map { $0 == "_" ? " " : $0 }) + ".")
      }, start: tokenizer.startToken, end: tokenizer.endToken)
  }
}
