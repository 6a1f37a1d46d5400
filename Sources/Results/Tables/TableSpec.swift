import Configuration
import Metrics

/// What a table shows; every part has a default, so that an empty description gives a table.
public struct TableSpec: Configurable, Equatable {
  public static let name = "table"

  /// What the columns are, each with all metrics below.
  public enum Columns: String, Codable, Sendable, CaseIterable {
    /// Detectors; the splits are averaged.
    case detector
    /// Splits, and their average.
    case split
  }

  /// The settings that make a row, by dotted key; `detector` is possible too.
  public var rows = ["method", "shots"]
  /// What the columns are.
  public var columns = Columns.detector
  /// The roles of the splits.
  public var roles: [OODRole] = [.near, .far]
  /// The splits by name; empty means all of the roles.
  public var splits: [String] = []
  /// The detectors by name; empty means all.
  public var detectors: [String] = []
  /// The metrics by name; `fpr95` alone is `fpr95/id-nearest`.
  public var metrics = ["fpr95/id-nearest", "auroc"]
  /// Whether a column shows the in-distribution accuracy.
  public var accuracy = true
  /// The setting that repeats an experiment.
  public var seed = "seed"
  /// Only rows that agree in these settings compete for the best value.
  public var comparableWithin = ["id"]
  /// The order of labels by setting, `detector` or `split`; others follow, sorted.
  public var order: [String: [String]] = [:]
  /// The decimals of percentages.
  public var decimals = 2
  /// The first sentences of the caption; what the numbers are is added to it.
  public var caption = ""
  /// The label of the LaTeX table.
  public var label = "ood"

  /// Creates the default description.
  public init() {}

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    for metric in metrics where Metric(name: metric) == nil {
      let known = Metric.all.map(\.name).joined(separator: ", ")
      problems.append(
        SettingProblem("metrics", "has the unknown metric '\(metric)'; known: \(known)"))
    }
    if metrics.isEmpty { problems.append(SettingProblem("metrics", "must not be empty")) }
    if rows.isEmpty { problems.append(SettingProblem("rows", "must not be empty")) }
    if !(0...10).contains(decimals) {
      problems.append(SettingProblem("decimals", "must be 0 to 10"))
    }
    if columns == .detector, rows.contains("detector") {
      problems.append(SettingProblem("rows", "cannot have 'detector', which makes the columns"))
    }
    return problems
  }
}
