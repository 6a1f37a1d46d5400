import CLIPModels
import Configuration
import Tensors

/// Learnt tokens among the patches of an image; all else is frozen.
///
/// They stand behind the patches without positions, before the image tower's first norm, and go
/// through all its layers: `vpt-deep` with a depth of 1, whose other defaults hold.
public struct VPTShallow: FineTuningMethod {
  public static let name = "vpt-shallow"
  public static let revision = 1
  public static let paper = VPTDeep.paper

  /// Tokens that are added to an image.
  public var promptTokens = 8
  /// The standard deviation of the tokens' start.
  public var initialDeviation = 0.02
  public var training = TrainingConfiguration.promptTokens(rate: 0.0025)

  public init() {}

  /// For `ood-tiny`: more epochs of larger batches at a rate that moves it (`benchmarks/selection`).
  public static var small: VPTShallow {
    var method = VPTShallow()
    method.training = .smallTokens(rate: 2e-2)
    return method
  }

  public static var presets: [Preset] {
    [Preset("small", "rate 2e-2, 15 epochs of batches of 16 on the test-time view", small)]
  }

  private var prompts: VPTDeep {
    var deep = VPTDeep()
    deep.promptTokens = promptTokens
    deep.depth = 1
    deep.initialDeviation = initialDeviation
    return deep
  }

  public var problems: [SettingProblem] { prompts.problems }

  public var changesImages: Bool { true }

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    try prompts.parametrization(of: model, for: task, workers: workers)
  }
}
