import CLIPModels
import Configuration
import Tensors

/// Context optimisation whose class texts are held to those of the hand-written prompts.
///
/// A preset: `coop` from the words "a photo of a" with the regularizer `text-anchor` of weight 8.
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
    return training
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
