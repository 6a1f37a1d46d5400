import CLIPModels
import Configuration
import Tensors

/// Context optimisation whose class texts are held to those of the hand-written prompts.
///
/// `coop` from the words "a photo of a" with the regularizer `text-anchor` of weight 8. The defaults
/// are those of htyao89/KgCoOp (`vit_b16_ep100_ctxv1`), as far as they are known here: its batch of
/// 128 is from memory.
public struct KgCoOp: FineTuningMethod {
  public static let name = "kgcoop"
  public static let revision = 1
  public static let paper =
    "Yao, Zhang, Xu, Visual-language prompt tuning with knowledge-guided context optimization, "
    + "CVPR 2023, arXiv:2303.13283"

  /// Words whose embeddings start the context; empty for N(0, 0.02^2).
  public var initialWords = "a photo of a"
  /// Context vectors where no words start them.
  public var contextTokens = 4
  public var training = KgCoOp.defaultTraining

  public init() {}

  private static var defaultTraining: TrainingConfiguration {
    var training = TrainingConfiguration()
    training.regularizers = [Chosen(TextAnchor())]
    training.epochs = 100
    training.batchSize = 128
    training.views = .coop
    return training
  }

  /// For `ood-tiny`: as `coop@small`, with a rate of its own (`benchmarks/selection`).
  public static var small: KgCoOp {
    var method = KgCoOp()
    method.training = .small(rate: 7e-4)
    method.training.regularizers = [Chosen(TextAnchor())]
    return method
  }

  public static var presets: [Preset] {
    [Preset("small", "rate 7e-4, 50 epochs of batches of 32 on the test-time view", small)]
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
    try prompts.parametrization(of: model, for: task, workers: workers)
  }
}
