import Configuration
import FileFormats
import Metrics

/// Each benchmark as in-distribution against the test images of each other one.
///
/// Made of the records of units whose setting `ood_from` names the others. Rows are ID, columns OOD,
/// and the diagonal is empty. Values are means over seeds.
struct ModalityMatrix {
  /// The values of one method and one detector, by metric, row and column; nil where there is none.
  struct Panel {
    /// The settings that make a row of other tables, such as the method and the shots.
    let labels: [String]
    let detector: String
    let values: [Metric: [[Summary?]]]
  }

  /// The metrics that it shows.
  static let metrics: [Metric] = [.auroc, .fpr95(.idNearest)]

  /// The settings that `labels` are of.
  let paths: [String]
  /// The benchmarks, in the order of the setting.
  let names: [String]
  /// The panels in the order of the table.
  let panels: [Panel]
  let set: RecordSet
  private let spec: TableSpec

  /// Gathers the values; nil where no record has the setting.
  ///
  /// - Parameters:
  ///   - records: the records of a sweep.
  ///   - spec: which settings make rows, and in which order.
  init?(_ records: RecordSet, spec: TableSpec) throws {
    set = records.filter { !ModalityMatrix.others($0).isEmpty }
    guard let first = set.records.first else { return nil }
    self.spec = spec
    var names = ModalityMatrix.others(first)
    for name in set.records.compactMap({ $0.identity.label("id") }).sorted()
    where !names.contains(name) {
      names.append(name)
    }
    self.names = names
    let paths = spec.rows.filter { $0 != "detector" }
    self.paths = paths
    let detectors = try RecordSelection(set, spec: spec).detectors
    panels = try Dictionary(grouping: set.records) { $0.identity.labels(paths) }
      .sorted { spec.precedes($0.key, $1.key, by: paths) }
      .flatMap { labels, records in
        try detectors.map { detector in
          var values: [Metric: [[Summary?]]] = [:]
          for metric in ModalityMatrix.metrics {
            values[metric] = try names.map { id in
              let own = records.filter { $0.identity.label("id") == id }
              return try names.map { ood in
                let seeds = own.flatMap(\.results)
                  .filter { $0.detector == detector && $0.split == ood }
                  .compactMap { $0.metrics[metric.name] }
                return seeds.isEmpty ? nil : try Summary(seeds)
              }
            }
          }
          return Panel(labels: labels, detector: detector, values: values)
        }
      }
  }

  /// The benchmarks that a record's out-of-distribution sets are of.
  private static func others(_ record: UnitRecord) -> [String] {
    guard case .array(let names) = record.identity.config["ood_from"] else { return [] }
    return names.compactMap(\.string)
  }

  /// The files of the table, by a name.
  func files(_ name: String, sweep: String) -> [SweepOutputs.File] {
    [
      SweepOutputs.File(name: "\(name).csv", text: csv()),
      SweepOutputs.File(name: "\(name).md", text: markdown()),
      SweepOutputs.File(name: "\(name).tex", text: latex(label: "\(sweep)-\(name)")),
    ]
  }

  private var caption: String {
    (spec.caption.isEmpty ? "" : spec.caption + " ")
      + "Rows: in distribution; columns: out of distribution, the test images of the other "
      + "benchmarks. AUROC / FPR95 id-nearest in %, means over seeds."
  }

  private var lines: [[String]] {
    panels.flatMap { panel in
      names.indices.map { row in
        panel.labels + [panel.detector, names[row]]
          + names.indices.map { column in
            let cell = ModalityMatrix.metrics.map { metric in
              panel.values[metric]?[row][column].map {
                DecimalText.text($0.mean, decimals: 1, scale: 2)
              } ?? ResultTable.missing
            }
            return row == column ? "" : cell.joined(separator: " / ")
          }
      }
    }
  }

  private var headings: [String] { paths + ["detector", "ID"] + names }

  private func csv() -> String {
    var text =
      CSV.line(paths + ["detector", "id", "ood", "metric", "mean", "sd", "seeds"]) + "\n"
    for panel in panels {
      for metric in ModalityMatrix.metrics {
        for (row, id) in names.enumerated() {
          for (column, ood) in names.enumerated() {
            guard let value = panel.values[metric]?[row][column] else { continue }
            let numbers = [
              "\(value.mean)", value.standardDeviation.map { "\($0)" } ?? "", "\(value.count)",
            ]
            text +=
              CSV.line(panel.labels + [panel.detector, id, ood, metric.name] + numbers) + "\n"
          }
        }
      }
    }
    return text
  }

  private func markdown() -> String {
    let alignments = headings.indices.map { $0 < paths.count + 2 ? "---" : "---:" }
    return
      (["<!-- source \(set.source) (\(set.records.count) records) -->", ""]
      + ([headings, alignments] + lines).map(ResultTable.line) + ["", caption])
      .joined(separator: "\n") + "\n"
  }

  private func latex(label: String) -> String {
    let columns =
      String(repeating: "l", count: paths.count + 2) + String(repeating: "r", count: names.count)
    return
      ([
        "% source \(set.source) (\(set.records.count) records); needs \\usepackage{booktabs}",
        "\\begin{table}[t]", "\\centering", "\\caption{\(LaTeX.escaped(caption))}",
        "\\label{tab:\(label)}", "\\begin{tabular}{\(columns)}", "\\toprule",
        LaTeX.line(headings.map(LaTeX.escaped)), "\\midrule",
      ] + lines.map { LaTeX.line($0.map(LaTeX.escaped)) }
      + ["\\bottomrule", "\\end{tabular}", "\\end{table}"]).joined(separator: "\n") + "\n"
  }
}
