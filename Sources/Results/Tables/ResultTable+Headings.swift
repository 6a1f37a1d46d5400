import Metrics

extension ResultTable {
  /// The short heading of a metric, such as `FPR95`.
  static func heading(_ metric: String) -> String {
    switch metric {
    case "accuracy": return "ID acc."
    case "auroc": return "AUROC"
    case "aupr-in": return "AUPR-in"
    case "aupr-out": return "AUPR-out"
    case "ap-in": return "AP-in"
    case "ap-out": return "AP-out"
    case "detection-error": return "Det. error"
    default:
      if metric.hasPrefix("accuracy/") { return "acc. \(metric.dropFirst(9))" }
      return metric.hasPrefix("fpr95/") ? "FPR95" : metric
    }
  }

  /// The name of a metric's convention where its short heading leaves it open.
  static func convention(_ metric: String) -> String? {
    metric.hasPrefix("fpr95/") ? String(metric.dropFirst(6)) : nil
  }

  /// The heading with the convention, such as `FPR95 id-nearest`.
  static func fullHeading(_ metric: String) -> String {
    [heading(metric), convention(metric)].compactMap { $0 }.joined(separator: " ")
  }

  /// Whether any cell has a spread to show.
  var hasSpread: Bool { rows.contains { $0.cells.contains { spread($0) != nil } } }

  /// The unit with what ± is: `% ± SD`; the percent sign alone for single seeds.
  var unit: String {
    guard hasSpread else { return "%" }
    return spec.spread == .sd ? "% ± SD" : "% ± 95 % CI"
  }

  /// Headings of the labels, and of the number of seeds where rows have one.
  var labelHeadings: [String] {
    spec.rows + (spec.columns == .setting ? [] : ["seeds"])
  }

  /// The labels of a row, and its number of seeds where it has one.
  func labels(_ row: Row) -> [String] {
    row.labels + [row.seeds.map(String.init)].compactMap { $0 }
  }

  /// The group of a column with its seeds where columns have them: `coop, shots 16 (n = 3)`.
  func group(_ column: Column) -> String {
    column.group + (column.seeds.map { " (n = \($0))" } ?? "")
  }
}
