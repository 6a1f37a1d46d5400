import FileFormats
import Metrics

/// What training takes and moves, a row for each method and number of shots.
///
/// All of it is the same on every machine; times and memory are not, and stand in the records.
struct TrainingTable {
  private let labelHeadings: [String]
  /// The labels of a row with its values by seed.
  private let rows: [(labels: [String], facts: [TrainingFacts])]
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
    set = records.filter { $0.training?.adapterBytes != nil }
    guard !set.records.isEmpty else { return nil }
    let paths = spec.rows.filter { $0 != "detector" }
    labelHeadings = paths
    self.spec = spec
    self.label = label
    rows = Dictionary(grouping: set.records) { $0.identity.labels(paths) }
      .sorted { spec.precedes($0.key, $1.key, by: paths) }
      .map { (labels: $0.key, facts: $0.value.compactMap(\.training)) }
  }

  /// The files of the table, by a name.
  func files(_ name: String) throws -> [SweepOutputs.File] {
    [
      SweepOutputs.File(name: "\(name).csv", text: try csv()),
      SweepOutputs.File(name: "\(name).md", text: try markdown()),
      SweepOutputs.File(name: "\(name).tex", text: try latex()),
    ]
  }

  private func csv() throws -> String {
    let header =
      labelHeadings + ["seeds", "trainable parameters", "parameters", "trainable (%)"]
      + ["adapter bytes", "feature drift mean", "feature drift sd", "text drift mean"]
      + ["text drift sd"]
    return try CSV.line(header) + "\n"
      + rows.map { row in
        let drifts = try drifts(row.facts).flatMap {
          [$0?.mean ?? ResultTable.missing, $0?.deviation ?? ""]
        }
        return try CSV.line(row.labels + counts(row.facts) + drifts) + "\n"
      }.joined()
  }

  private func markdown() throws -> String {
    let header = labelHeadings + TrainingTable.headings
    let alignments = header.indices.map { $0 < labelHeadings.count ? "---" : "---:" }
    let lines = try rows.map { row in
      try row.labels.map(ResultTable.escaped) + counts(row.facts)
        + drifts(row.facts).map { TrainingTable.text($0) { " ± \($0)" } }
    }
    return
      (["<!-- source \(set.source) (\(set.records.count) records) -->", ""]
      + ([header, alignments] + lines).map(ResultTable.line) + ["", caption]).joined(
        separator: "\n") + "\n"
  }

  private func latex() throws -> String {
    let columns =
      String(repeating: "l", count: labelHeadings.count)
      + String(repeating: "r", count: TrainingTable.headings.count)
    let lines = try rows.map { row in
      try LaTeX.line(
        row.labels.map(LaTeX.escaped) + counts(row.facts)
          + drifts(row.facts).map { TrainingTable.text($0) { " {\\scriptsize$\\pm$ \($0)}" } })
    }
    return
      ([
        "% source \(set.source) (\(set.records.count) records); needs \\usepackage{booktabs}",
        "\\begin{table}[t]", "\\centering", "\\caption{\(LaTeX.escaped(caption))}",
        "\\label{tab:\(label)}", "\\begin{tabular}{\(columns)}", "\\toprule",
        LaTeX.line((labelHeadings + TrainingTable.headings).map(LaTeX.escaped)), "\\midrule",
      ] + lines + ["\\bottomrule", "\\end{tabular}", "\\end{table}"]).joined(separator: "\n")
      + "\n"
  }

  private static let headings = [
    "seeds", "trainable", "parameters", "trainable (%)", "adapter bytes", "feature drift",
    "text drift",
  ]

  private var caption: String {
    (spec.caption.isEmpty ? "" : spec.caption + " ")
      + "What training takes and moves. Adapter bytes: 4 for each number that was trained or "
      + "found. Drift: mean of 1 - cos to the features before training, of ID test images and of class "
      + "texts (-- where there is none); mean ± sample standard deviation over seeds."
  }

  /// The seeds, trained and all parameters, their ratio, and bytes; a range where seeds differ.
  private func counts(_ facts: [TrainingFacts]) throws -> [String] {
    func range(_ values: [Int]) -> String {
      guard let low = values.min(), let high = values.max() else { return ResultTable.missing }
      return low == high ? "\(low)" : "\(low) to \(high)"
    }
    let shares = facts.map { Double($0.trainableParameters) / Double(max(1, $0.totalParameters)) }
    return [
      "\(facts.count)", range(facts.map(\.trainableParameters)),
      range(facts.map(\.totalParameters)),
      DecimalText.text(try Summary(shares).mean, decimals: 3, scale: 2),
      range(facts.compactMap(\.adapterBytes)),
    ]
  }

  /// Mean and deviation of both drifts; nil where there is none.
  private func drifts(_ facts: [TrainingFacts]) throws -> [(mean: String, deviation: String?)?] {
    try [facts.compactMap(\.featureDrift), facts.compactMap(\.textDrift)].map { values in
      guard !values.isEmpty else { return nil }
      let summary = try Summary(values)
      return (
        DecimalText.text(summary.mean, decimals: 5),
        summary.standardDeviation.map { DecimalText.text($0, decimals: 5) }
      )
    }
  }

  private static func text(
    _ drift: (mean: String, deviation: String?)?, spread: (String) -> String
  ) -> String {
    drift.map { $0.mean + ($0.deviation.map(spread) ?? "") } ?? ResultTable.missing
  }
}
