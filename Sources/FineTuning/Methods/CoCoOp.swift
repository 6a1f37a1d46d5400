import CLIPModels
import Configuration
import RandomStreams
import Tensors

/// Context optimisation with a context that depends on the image: `ConditionalPrompts`.
///
/// Both towers are frozen. The network has an embedding's channels over 16 in its hidden layer and
/// starts uniform in +-1/sqrt(in), PyTorch's initialisation of linear layers. A step and an evaluation
/// image encode the texts of all classes for each image. The defaults are those of KaiyangZhou/CoOp
/// (`vit_b16_c4_ep10_batch1_ctxv1`).
public struct CoCoOp: FineTuningMethod {
  public static let name = "cocoop"
  public static let revision = 1
  public static let paper =
    "Zhou et al., Conditional prompt learning for vision-language models, CVPR 2022, arXiv:2203.05557"

  /// Words whose embeddings start the context; empty for N(0, 0.02^2).
  public var initialWords = "a photo of a"
  /// Context vectors where no words start them.
  public var contextTokens = 4
  public var training = CoCoOp.defaultTraining

  public init() {}

  private static var defaultTraining: TrainingConfiguration {
    var training = TrainingConfiguration()
    training.epochs = 10
    training.batchSize = 1
    training.views = .coop
    return training
  }

  /// For `ood-tiny`: batches of 8, which both threads of a small machine share, on the test-time view,
  /// which a frozen tower encodes once.
  ///
  /// `benchmarks/selection` chose the rate.
  public static var small: CoCoOp {
    var method = CoCoOp()
    method.training.learningRate = 6e-3
    method.training.batchSize = 8
    method.training.views = .centre
    return method
  }

  public static var presets: [Preset] {
    [Preset("small", "rate 6e-3, batches of 8 on the test-time view", small)]
  }

  public var problems: [SettingProblem] { prompts.problems }

  private var prompts: CoOp {
    var coop = CoOp()
    coop.initialWords = initialWords
    coop.contextTokens = contextTokens
    return coop
  }

  public var changesImages: Bool { false }

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    let size = model.configuration.embeddingSize
    let hidden = max(1, size / 16)
    func parameter(_ name: String, _ shape: [Int], inputs: Int) -> Parameter {
      let bound = 1 / Double(inputs).squareRoot()
      var random = RandomSource(seed: task.seed, purpose: "initialise \(name)")
      return Parameter(
        name, shape: shape,
        values: (0..<shape.reduce(1, *)).map { _ in Float(random.uniform(-bound, bound)) })
    }
    let prompts = ConditionalPrompts(
      learner: try self.prompts.learner(of: model, for: task),
      network: [
        parameter("network.down.weight", [hidden, size], inputs: size),
        parameter("network.down.bias", [hidden], inputs: size),
        parameter("network.up.weight", [model.text.width, hidden], inputs: hidden),
        parameter("network.up.bias", [model.text.width], inputs: hidden),
      ])
    return Parametrization(
      of: model, training: prompts.parameters, changesImages: changesImages,
      classifier: ConditionalClassifier(prompts, of: model, workers: workers))
  }
}
