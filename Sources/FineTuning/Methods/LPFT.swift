import CLIPModels
import Configuration
import Tensors

/// First a linear probe, then the whole image tower with the probe as its head.
///
/// The probe is `linear-probe` with its choice of C; the head reads features that are not normalised,
/// as the probe does. The second stage takes `full`'s steps: the paper chooses among several rates.
public struct LPFT: FineTuningMethod {
  public static let name = "lp-ft"
  public static let revision = 1
  public static let paper =
    "Kumar et al., Fine-tuning can distort pretrained features and underperform "
    + "out-of-distribution, ICLR 2022, arXiv:2202.10054"

  /// The first stage.
  public var probe = LinearProbe()
  /// The steps of the second stage.
  public var training = FullFineTuning().training

  public init() {}

  /// For `ood-tiny`: the second stage is `full@small`'s at a smaller rate (`benchmarks/selection`).
  public static var small: LPFT {
    var method = LPFT()
    method.training = FullFineTuning.small.training
    method.training.learningRate = 1e-5
    return method
  }

  public static var presets: [Preset] {
    [Preset("small", "steps of full@small at rate 1e-5", small)]
  }

  public var problems: [SettingProblem] { probe.problems }

  public var changesImages: Bool { true }

  public var usesValidation: Bool { probe.usesValidation }

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    try probe.parametrization(of: model, for: task, workers: workers)
  }

  public func stages(of model: CLIPModel, for task: FewShotTask, workers: Workers) -> [Stage] {
    let shared = Prepared { try parametrization(of: model, for: task, workers: workers) }
    return [
      Stage { _ in
        try shared.value()
      } solve: {
        try probe.solve($0, of: model, for: task, workers: workers)
      },
      Stage(training) { _ in
        let head = try shared.value()
        return Parametrization(
          of: model, training: model.vision.parameters + head.trained, changesImages: true,
          classifier: head.classifier)
      },
    ]
  }
}
