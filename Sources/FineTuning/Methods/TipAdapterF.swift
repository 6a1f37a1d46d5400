import CLIPModels
import Configuration
import Tensors

/// Tip-Adapter whose keys are fine-tuned; alpha and beta are searched again afterwards.
///
/// The model of the last epoch is taken. The official code reports the best epoch on test images; its
/// other settings are the defaults.
public struct TipAdapterF: FineTuningMethod {
  public static let name = "tip-adapter-f"
  public static let revision = 1
  public static let paper = TipAdapter.paper

  /// How the cache is made and mixed.
  public var cache = KeyCache()
  public var training = TipAdapterF.defaultTraining

  public init() {}

  private static var defaultTraining: TrainingConfiguration {
    var training = TrainingConfiguration()
    training.rule = .adamw
    training.learningRate = 1e-3
    training.weightDecay = 0.01
    training.epsilon = 1e-4
    training.decay = .cosine
    training.epochs = 20
    training.batchSize = 256
    training.keepsPartialBatch = true
    training.views = .tipAdapter
    return training
  }

  /// For `ood-tiny`: keys of the test-time view, and steps on it at a larger rate
  /// (`benchmarks/selection`).
  public static var small: TipAdapterF {
    var method = TipAdapterF()
    method.cache = .small
    method.training.learningRate = 1e-2
    method.training.keepsPartialBatch = false
    method.training.views = .centre
    return method
  }

  public static var presets: [Preset] {
    [Preset("small", "rate 1e-2; keys of the test-time view, and steps on it", small)]
  }

  public var changesImages: Bool { false }

  public var usesValidation: Bool { true }

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    try cache.parametrization(trainsKeys: true, of: model, for: task, workers: workers)
  }

  public func stages(of model: CLIPModel, for task: FewShotTask, workers: Workers) -> [Stage] {
    // Both stages are about the same keys.
    let shared = Prepared {
      try parametrization(of: model, for: task, workers: workers)
    }
    return [
      Stage(training) { _ in try shared.value() },
      Stage { _ in
        try shared.value()
      } solve: { parametrization in
        try cache.search(parametrization, of: model, for: task, workers: workers)
        return []
      },
    ]
  }
}
