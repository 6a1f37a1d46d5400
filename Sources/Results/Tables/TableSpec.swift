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
    /// The settings of `across`; the splits are averaged, and `detector` is among the rows.
    case setting
  }

  /// What stands behind the ± sign.
  public enum Spread: String, Codable, Sendable, CaseIterable {
    /// The sample standard deviation over seeds.
    case sd
    /// Half the width of the 95 % t-interval of the mean over seeds.
    case interval
  }

  /// The settings that make a row, by dotted key; `detector` is possible too.
  public var rows = ["method", "shots"]
  /// The settings that make a column where `columns` is `setting`.
  public var across = ["method", "shots"]
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
  /// Whether a column shows the in-distribution accuracy, where a row has a single one.
  public var accuracy = true
  /// What stands behind the ± sign.
  public var spread = Spread.sd
  /// Labels of the rows that others are compared with, by settings of `rows`; empty for none.
  ///
  /// `{objective: ce}` makes a table of differences: each row less the one that is its equal but for
  /// `objective`, which is `ce` there, seed by seed.
  public var baseline: [String: String] = [:]
  /// The chance of any false finding in the whole table that bold admits.
  public var alpha = 0.05
  /// The setting that repeats an experiment.
  public var seed = "seed"
  /// Only rows that agree in these settings are compared with each other.
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
    for (index, metric) in metrics.enumerated() {
      guard let known = MetricDescription(name: metric) else {
        problems.append(
          SettingProblem(
            "metrics.\(index)", unknown: metric, kind: "metric",
            known: TableSpec.metricNames))
        continue
      }
      if !TableSpec.metricNames.contains(known.name) {
        problems.append(
          SettingProblem(
            "metrics.\(index)",
            "names \(metric), which is no share of anything, so it has no place in a table of "
              + "percentages; 'ood table --long' has it"))
      }
    }
    if metrics.isEmpty { problems.append(SettingProblem("metrics", "must not be empty")) }
    for setting in baseline.keys.sorted() where !rows.contains(setting) || setting == "detector" {
      problems.append(
        SettingProblem(
          "baseline", "names '\(setting)', which is none of the settings in 'rows'"))
    }
    if rows.isEmpty { problems.append(SettingProblem("rows", "must not be empty")) }
    if !(0...10).contains(decimals) {
      problems.append(SettingProblem("decimals", "must be 0 to 10"))
    }
    if !(alpha > 0 && alpha < 1) {
      problems.append(SettingProblem("alpha", "must lie between 0 and 1, got \(alpha)"))
    }
    if columns == .detector, rows.contains("detector") {
      problems.append(SettingProblem("rows", "cannot have 'detector', which makes the columns"))
    }
    if columns == .setting {
      problems += settingColumnProblems
    }
    return problems
  }

  /// The metrics that a table can show: all that are fractions.
  static var metricNames: [String] {
    MetricDescription.all.map(\.name).filter {
      $0 != ClassificationMetric.negativeLogLikelihood.name
    }
  }

  private var settingColumnProblems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if !rows.contains("detector") {
      problems.append(SettingProblem("rows", "need 'detector' where columns are settings"))
    }
    if across.isEmpty { problems.append(SettingProblem("across", "must not be empty")) }
    for path in across where rows.contains(path) || path == "detector" || path == seed {
      problems.append(SettingProblem("across", "has '\(path)', which makes rows or repeats them"))
    }
    return problems
  }
}
