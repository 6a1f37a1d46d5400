import CLIPModels
import Configuration
import Synchronization
import Tensors

/// Weights between a model and its fine-tuned self: theta = (1 - alpha) theta0 + alpha theta1.
///
/// It interpolates every weight that the base method trains, its head included. Of a low-rank delta
/// B A only B is scaled, so the delta is alpha times the trained one. alpha 0 is the base method
/// before its first step, alpha 1 what it ends with. Units that differ in alpha alone, and the base
/// method's own, share one training.
public struct WiSEFT: FineTuningMethod {
  public static let name = "wise-ft"
  public static let revision = 1
  public static let paper =
    "Wortsman et al., Robust fine-tuning of zero-shot models, CVPR 2022, arXiv:2109.01903"

  /// The method whose weights are interpolated.
  public var base = Chosen<Methods>(FullFineTuning())
  /// The share of the fine-tuned weights.
  public var alpha = 0.5

  public init() {}

  /// For `ood-tiny`: `full@small` as the base.
  public static var small: WiSEFT {
    var method = WiSEFT()
    method.base = Chosen(FullFineTuning.small, label: "full@small")
    return method
  }

  public static var presets: [Preset] { [Preset("small", "of full@small", small)] }

  private var method: any FineTuningMethod {
    base.value as? any FineTuningMethod ?? FullFineTuning()
  }

  public var training: TrainingConfiguration { method.training }

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if !(alpha >= 0 && alpha <= 1) {
      problems.append(SettingProblem("alpha", "must lie in [0, 1], got \(alpha)"))
    }
    if base.name == WiSEFT.name {
      problems.append(SettingProblem("base", "must be another method than wise-ft"))
    }
    return problems
  }

  public var changesImages: Bool { method.changesImages }

  public var startsAsZeroShot: Bool { method.startsAsZeroShot }

  public var usesValidation: Bool { method.usesValidation }

  public var sharedTraining: any FineTuningMethod { method.sharedTraining }

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    try method.parametrization(of: model, for: task, workers: workers)
  }

  public func stages(of model: CLIPModel, for task: FewShotTask, workers: Workers) -> [Stage] {
    let start = StartingPoint()
    let alpha = Float(alpha)
    let stages = method.stages(of: model, for: task, workers: workers)
      .map { $0.watched(by: start.take) }
    return stages + [
      Stage(isDerived: true) { _ in
        guard let last = start.last else { throw FineTuningError("wise-ft has no base method") }
        return last
      } solve: { _ in
        start.interpolate(alpha)
        return []
      }
    ]
  }
}

/// The weights of a training before its first step.
final class StartingPoint: Sendable {
  private struct State {
    var last: Parametrization?
    var weights: [(parameter: Parameter, values: [Float])] = []
  }
  private let state = Mutex(State())

  /// What the last stage trained.
  var last: Parametrization? { state.withLock(\.last) }

  /// Keeps the values of weights that no earlier stage has trained.
  func take(_ parametrization: Parametrization) {
    state.withLock { state in
      state.last = parametrization
      for parameter in parametrization.scaling
      where !state.weights.contains(where: { $0.parameter === parameter }) {
        state.weights.append((parameter, parameter.values))
      }
    }
  }

  /// Moves every weight to its place between start (0) and end (1).
  func interpolate(_ alpha: Float) {
    state.withLock { state in
      for (parameter, start) in state.weights {
        parameter.values = zip(start, parameter.values).map { (1 - alpha) * $0 + alpha * $1 }
      }
    }
  }
}
