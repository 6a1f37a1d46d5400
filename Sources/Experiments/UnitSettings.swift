import Configuration
import Datasets
import Detectors
import FineTuning

/// The settings of one unit of a sweep: what is trained and scored together.
public struct UnitSettings: Configurable {
  public static let name = "sweep"

  /// A model by the name of its folder in `models/`, or by path.
  public var model = "ood-tiny"
  /// The in-distribution benchmark, with its out-of-distribution splits.
  public var id = "fashion"
  public var method = Chosen<Methods>(ZeroShot())
  /// Training images a class; 0 for methods that use none.
  public var shots = 16
  public var seed = 1
  /// At most this many images in each evaluation set; 0 for all.
  public var limit = 0
  public var detectors: [Chosen<DetectorRegistry>] = DetectorRegistry.members.map {
    Chosen($0.init())
  }

  public init() {}

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    for (setting, value) in [("shots", shots), ("seed", seed), ("limit", limit)] where value < 0 {
      problems.append(SettingProblem(setting, "must not be negative, got \(value)"))
    }
    let benchmarks = allBenchmarks.map(\.name)
    if !benchmarks.contains(id) {
      problems.append(SettingProblem("id", unknown: id, kind: "benchmark", known: benchmarks))
    }
    if detectors.isEmpty {
      problems.append(SettingProblem("detectors", "must name at least one detector"))
    }
    return problems
  }
}
