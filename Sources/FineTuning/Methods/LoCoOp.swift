import CLIPModels
import Configuration
import Tensors

/// Context optimisation that also pushes regions without the class away from every class.
///
/// `coop` with 16 vectors before the name and the regularizer `region-entropy` of weight 0.25 over the
/// regions whose 200 likeliest classes leave the label out. Both towers are frozen, so with test-time
/// views features of images and patches are computed once. The defaults are those of AtsuMiyai/LoCoOp
/// on ImageNet: 50 epochs at any number of shots.
public struct LoCoOp: FineTuningMethod {
  public static let name = "locoop"
  public static let revision = 1
  public static let paper =
    "Miyai et al., LoCoOp: few-shot out-of-distribution detection via prompt learning, NeurIPS 2023, "
    + "arXiv:2306.01293"

  /// Context vectors where no words start them.
  public var contextTokens = 16
  /// Words whose embeddings start the context; empty for N(0, 0.02^2).
  public var initialWords = ""
  public var training = LoCoOp.defaultTraining

  public init() {}

  private static var defaultTraining: TrainingConfiguration {
    var training = TrainingConfiguration()
    training.regularizers = [Chosen(RegionEntropy())]
    training.views = .coop
    return training
  }

  /// For `ood-tiny`: from words as `coop@small`, on the test-time view, whose features are computed
  /// once.
  ///
  /// Of ten classes two are what 200 are of ImageNet's. `benchmarks/selection` chose the rate.
  public static var small: LoCoOp {
    var method = LoCoOp()
    method.initialWords = "a photo of a"
    var regions = RegionEntropy()
    regions.top = 2
    method.training = .small(rate: 6e-3)
    method.training.regularizers = [Chosen(regions)]
    return method
  }

  public static var presets: [Preset] {
    [Preset("small", "from words, top 2; rate 6e-3, 50 epochs on the test-time view", small)]
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
