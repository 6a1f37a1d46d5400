import Metrics

/// How a value stands among the comparable ones of its column.
enum Standing: Equatable {
  case best
  case second
  case other
}

extension ResultTable {
  /// The text of a missing value, which is never 0.
  static let missing = "--"

  /// A mean in percent.
  func mean(_ summary: Summary?) -> String? {
    summary.map { DecimalText.text($0.mean, decimals: spec.decimals, scale: 2) }
  }

  /// A standard deviation in percent; nil for a single seed.
  func deviation(_ summary: Summary?) -> String? {
    summary?.standardDeviation.map {
      DecimalText.text($0, decimals: spec.decimals, scale: 2)
    }
  }

  /// Whether a cell is the best or second best of its column, judged by the digits shown.
  func standing(row: Int, column: Int) -> Standing {
    guard let own = mean(rows[row].cells[column]) else { return .other }
    let rivals = rows.filter { $0.comparable == rows[row].comparable }
    let texts = Set(rivals.compactMap { mean($0.cells[column]) })
    // A single value, or equal ones only, have beaten nobody.
    guard texts.count > 1 else { return .other }
    let higher = columns[column].higherIsBetter
    let order = texts.sorted { left, right in
      let l = Double(left) ?? 0
      let r = Double(right) ?? 0
      return higher ? l > r : l < r
    }
    return own == order[0] ? .best : own == order[1] ? .second : .other
  }

  /// What the numbers are, in words for every format.
  func notes(plusMinus: String, percent: String) -> String {
    var notes: [String] = []
    let counts = Set(rows.map(\.seeds)).sorted()
    let seeds = counts.count == 1 ? "n = \(counts[0])" : "n in column seeds"
    if counts == [1] {
      notes.append("Values in \(percent) of a single seed.")
    } else {
      notes.append(
        "Values in \(percent): mean \(plusMinus) sample standard deviation (divisor n - 1) "
          + "over seeds, \(seeds).")
    }
    let conventions = spec.metrics.compactMap { Metric(name: $0)?.name }
      .filter { $0.hasPrefix("fpr95/") }.map { String($0.dropFirst(6)) }
    if !conventions.isEmpty {
      notes.append("FPR95 by the convention \(conventions.joined(separator: ", ")).")
    }
    if spec.columns == .detector, !splits.isEmpty {
      let roles = spec.splits.isEmpty ? spec.roles.map(\.rawValue).joined(separator: "+") + " " : ""
      notes.append(
        splits.count == 1
          ? "OOD: \(roles)\(splits[0])."
          : "OOD: mean over \(roles)\(splits.joined(separator: ", ")).")
    }
    if missingCount > 0 { notes.append("\(ResultTable.missing): not available.") }
    return notes.joined(separator: " ")
  }

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

  /// The heading with the convention where two columns would else be called the same.
  func heading(_ column: Column) -> String {
    let short = ResultTable.heading(column.metric)
    let same = columns.filter {
      $0.group == column.group && ResultTable.heading($0.metric) == short
    }
    guard same.count > 1, let slash = column.metric.firstIndex(of: "/") else { return short }
    return "\(short) \(column.metric[column.metric.index(after: slash)...])"
  }
}
