import CLIPModels
import Configuration
import Datasets
import Optimizers
import RandomStreams
import Tensors

/// A cache of the shots' features beside the zero-shot classifier; nothing trains.
///
/// The definition is `KeyClassifier`'s; keys are normalise(mean over the views of an image's
/// features). alpha and beta are searched on the validation shots, never on test images as in the
/// official code; without validation shots they stay as they are.
public struct TipAdapter: FineTuningMethod {
  public static let name = "tip-adapter"
  public static let revision = 1
  public static let paper =
    "Zhang et al., Tip-Adapter: training-free adaption of CLIP for few-shot classification, "
    + "ECCV 2022, arXiv:2207.09519"

  /// How the cache is made and mixed.
  public var cache = KeyCache()

  public var training: TrainingConfiguration {
    var training = TrainingConfiguration()
    training.epochs = 0
    return training
  }

  public init() {}

  /// For `ood-tiny`: keys of the test-time view.
  public static var small: TipAdapter {
    var method = TipAdapter()
    method.cache = .small
    return method
  }

  public static var presets: [Preset] {
    [Preset("small", "keys of the test-time view", small)]
  }

  public var changesImages: Bool { false }

  public var usesValidation: Bool { true }

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    try cache.parametrization(trainsKeys: false, of: model, for: task, workers: workers)
  }

  public func stages(of model: CLIPModel, for task: FewShotTask, workers: Workers) -> [Stage] {
    [
      Stage { _ in
        try parametrization(of: model, for: task, workers: workers)
      } solve: { parametrization in
        try cache.search(parametrization, of: model, for: task, workers: workers)
        return []
      }
    ]
  }
}
