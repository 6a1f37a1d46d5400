import Configuration
import Datasets
import Detectors

/// The benchmarks that `ood lint` checks, with what a sweep asks of them.
public struct LintTargets: Sendable {
  /// A benchmark to check.
  struct Target: Sendable {
    let name: String
    /// Nil for a shipped one.
    let settings: BenchmarkSettings?
    var shots = 0
    var limits: Set<Int> = []
  }

  let targets: [Target]

  /// A shipped benchmark.
  ///
  /// - Throws: `DatasetError` for an unknown name.
  public init(shipped name: String) throws {
    targets = [Target(name: try Datasets.benchmark(named: name).name, settings: nil)]
  }

  /// All benchmarks of a sweep's file, used or not, and the shipped ones that it uses.
  public init(_ sweep: Sweep<UnitSettings>) throws {
    var targets: [Target] = []
    for unit in sweep.units {
      let settings = unit.settings
      for (name, benchmark) in settings.benchmarks.sorted(by: { $0.key < $1.key })
      where !targets.contains(where: { $0.name == name && $0.settings == benchmark }) {
        targets.append(Target(name: name, settings: benchmark))
      }
      let own = settings.benchmarks[settings.id]
      if own == nil, !targets.contains(where: { $0.name == settings.id }) {
        targets.append(Target(name: settings.id, settings: nil))
      }
      let index = targets.firstIndex { $0.name == settings.id && $0.settings == own }
      guard let index else { continue }
      let fit = settings.fitSources.contains(.training) ? settings.fitShots : 0
      targets[index].shots = max(targets[index].shots, settings.shots, fit)
      targets[index].limits.insert(settings.limit)
    }
    self.targets = targets
  }

  /// The benchmarks of a file that has nothing else.
  ///
  /// - Throws: `ConfigurationError` with all problems of the file.
  public init(file node: SettingNode) throws {
    let file = try decode(BenchmarkFile.self, from: node)
    targets = file.benchmarks.sorted { $0.key < $1.key }
      .map { Target(name: $0.key, settings: $0.value) }
  }

  /// Checks them one after the other.
  ///
  /// - Parameter root: the folder of fetched data.
  /// - Throws: if a shipped benchmark's data or a file of class names cannot be read.
  public func reports(root: String) throws -> [LintReport] {
    try targets.map { target in
      let limits = target.limits.isEmpty ? [0] : target.limits.sorted()
      guard let settings = target.settings else {
        return try LintReport(
          shipped: target.name, root: root, shots: target.shots, limits: limits)
      }
      return try LintReport(
        target.name, settings: settings, shots: target.shots, limits: limits)
    }
  }
}

/// A file of benchmarks, to include in sweeps.
struct BenchmarkFile: Configurable {
  static let name = ""
  /// The benchmarks by name.
  var benchmarks: [String: BenchmarkSettings] = [:]

  var problems: [SettingProblem] {
    if benchmarks.isEmpty {
      return [
        SettingProblem(
          "benchmarks", "are missing; write benchmarks: {NAME: {train: ..., test: ...}}")
      ]
    }
    return benchmarks.keys.sorted().compactMap { name in
      BenchmarkSettings.problem(ofName: name).map { SettingProblem("benchmarks.\(name)", $0) }
    }
  }
}
