import FileFormats
import Metrics

/// What labels training got and where they came from, a row for the labels and one for each labelling
/// function, for each method and whatever else tells rows apart.
struct SupervisionTable {
  /// A row: its labels, function and group, and its columns' values by seed; nil where not known.
  private struct Row {
    let labels: [String]
    let function: String
    let group: String
    let seeds: Int
    let values: [[Double]]
  }

  private let labelHeadings: [String]
  private let rows: [Row]
  private let set: RecordSet
  private let spec: TableSpec
  private let label: String

  /// Gathers the facts; nil where no record has them.
  ///
  /// - Parameters:
  ///   - records: the records of one benchmark.
  ///   - spec: rows, order and caption.
  ///   - label: the label of the LaTeX table.
  init?(_ records: RecordSet, spec: TableSpec, label: String) {
    set = records.filter { $0.training?.supervision != nil }
    guard !set.records.isEmpty else { return nil }
    let paths = spec.rows.filter { $0 != "detector" }
    labelHeadings = paths
    self.spec = spec
    self.label = label
    rows = Dictionary(grouping: set.records) { $0.identity.labels(paths) }
      .sorted { spec.precedes($0.key, $1.key, by: paths) }
      .flatMap { labels, records in
        SupervisionTable.rows(of: records.compactMap { $0.training?.supervision }, labels: labels)
      }
  }

  /// The row of the labels, then those of the functions in the order of their first mention.
  private static func rows(of facts: [SupervisionFacts], labels: [String]) -> [Row] {
    func share(_ part: String, of whole: String) -> [Double] {
      facts.compactMap { facts in
        guard let part = facts.measures[part], let whole = facts.measures[whole], whole > 0 else {
          return nil
        }
        return part / whole
      }
    }
    func measured(_ name: String) -> [Double] { facts.compactMap { $0.measures[name] } }
    let whole = Row(
      labels: labels, function: "labels", group: "", seeds: facts.count,
      values: [
        share("kept", of: "images"), [], [], measured("confidence"), measured("label_accuracy"),
        share("foreign_kept", of: "foreign"),
      ])
    var names: [SupervisionFacts.Function] = []
    for function in facts.flatMap(\.functions)
    where !names.contains(where: { $0.name == function.name && $0.group == function.group }) {
      names.append(function)
    }
    return [whole]
      + names.map { name in
        let same = facts.flatMap(\.functions).filter {
          $0.name == name.name && $0.group == name.group
        }
        return Row(
          labels: labels, function: name.name, group: name.group == name.name ? "" : name.group,
          seeds: same.count,
          values: columns.map { column in same.compactMap { $0.measures[column] } } + [[]])
      }
  }

  private static let columns = [
    "coverage", "overlap", "conflict", "estimated_accuracy", "accuracy",
  ]
  private static let headings = [
    "function", "group", "seeds", "coverage", "overlap", "conflict", "estimated accuracy",
    "accuracy", "foreign kept",
  ]

  /// The files of the table, by a name.
  func files(_ name: String) throws -> [SweepOutputs.File] {
    [
      SweepOutputs.File(name: "\(name).csv", text: try csv()),
      SweepOutputs.File(name: "\(name).md", text: try markdown()),
      SweepOutputs.File(name: "\(name).tex", text: try latex()),
    ]
  }

  private func csv() throws -> String {
    let numbers = SupervisionTable.headings.dropFirst(3).flatMap { ["\($0) mean", "\($0) sd"] }
    let header = labelHeadings + SupervisionTable.headings.prefix(3) + numbers
    return try CSV.line(header) + "\n"
      + rows.map { row in
        let values = try row.values.flatMap { values in
          let summary = try SupervisionTable.summary(values)
          return [summary?.mean ?? ResultTable.missing, summary?.deviation ?? ""]
        }
        return CSV.line(
          row.labels + [row.function, row.group, "\(row.seeds)"] + values) + "\n"
      }.joined()
  }

  private func markdown() throws -> String {
    let header = labelHeadings + SupervisionTable.headings
    let texts = labelHeadings.count + 2
    let alignments = header.indices.map { $0 < texts ? "---" : "---:" }
    let lines = try rows.map { row in
      try (row.labels + [row.function, row.group]).map(ResultTable.escaped) + ["\(row.seeds)"]
        + row.values.map { try SupervisionTable.text($0) { " ± \($0)" } }
    }
    return
      (["<!-- source \(set.source) (\(set.records.count) records) -->", ""]
      + ([header, alignments] + lines).map(ResultTable.line) + ["", caption]).joined(
        separator: "\n") + "\n"
  }

  private func latex() throws -> String {
    let texts = String(repeating: "l", count: labelHeadings.count + 2)
    let numbers = String(repeating: "r", count: SupervisionTable.headings.count - 2)
    let lines = try rows.map { row in
      try LaTeX.line(
        (row.labels + [row.function, row.group]).map(LaTeX.escaped) + ["\(row.seeds)"]
          + row.values.map { try SupervisionTable.text($0) { " {\\scriptsize$\\pm$ \($0)}" } })
    }
    return
      ([
        "% source \(set.source) (\(set.records.count) records); needs \\usepackage{booktabs}",
        "\\begin{table}[t]", "\\centering", "\\caption{\(LaTeX.escaped(caption))}",
        "\\label{tab:\(label)}", "\\begin{tabular}{\(texts)\(numbers)}", "\\toprule",
        LaTeX.line((labelHeadings + SupervisionTable.headings).map(LaTeX.escaped)), "\\midrule",
      ] + lines + ["\\bottomrule", "\\end{tabular}", "\\end{table}"]).joined(separator: "\n")
      + "\n"
  }

  private var caption: String {
    (spec.caption.isEmpty ? "" : spec.caption + " ")
      + "What labels training got, in %, mean ± sample standard deviation over seeds. Row \"labels\": "
      + "coverage = share of the images that are trained on, estimated accuracy = mean probability "
      + "of their labels, accuracy = share of right ones where the truth is known, foreign kept = "
      + "share of the out-of-distribution images in the pool that are trained on. Functions: coverage, "
      + "overlap and conflict = shares of all images on which it votes, on which another one votes "
      + "too, and votes otherwise; accuracies over its own votes, estimated by the label model."
  }

  /// Mean and deviation in percent; nil where nothing is known.
  private static func summary(_ values: [Double]) throws -> (mean: String, deviation: String?)? {
    guard !values.isEmpty else { return nil }
    let summary = try Summary(values)
    return (
      DecimalText.text(summary.mean, decimals: 1, scale: 2),
      summary.standardDeviation.map { DecimalText.text($0, decimals: 1, scale: 2) }
    )
  }

  private static func text(_ values: [Double], spread: (String) -> String) throws -> String {
    guard let summary = try summary(values) else { return ResultTable.missing }
    return summary.mean + (summary.deviation.map(spread) ?? "")
  }
}
