import FileFormats
import Metrics

/// What estimators of an objective's gradient cost and give, a row for each training.
///
/// Made where some record has a `gradient_variance`. Unlike other tables it has a time, which is that of
/// the machine that ran the record: another run of the sweep gives another column.
struct ObjectiveTable {
  private let paths: [String]
  private let rows: [(labels: [String], records: [UnitRecord])]
  private let set: RecordSet
  private let spec: TableSpec
  private let detector: String
  private let label: String

  /// Gathers the records; nil where none says how its gradient varies.
  ///
  /// - Parameters:
  ///   - records: the records of one benchmark.
  ///   - spec: rows, order and caption; the first detector of the records is the one shown.
  ///   - label: the label of the LaTeX table.
  init?(_ records: RecordSet, spec: TableSpec, label: String) {
    guard
      records.records.contains(where: { $0.training?.objective["gradient_variance"] != nil }),
      let detector = records.records.first?.results.first?.detector
    else { return nil }
    let paths = spec.rows.filter { $0 != "detector" }
    self.paths = paths
    self.spec = spec
    self.label = label
    self.detector = detector
    set = records
    rows = Dictionary(grouping: records.records) { $0.identity.labels(paths) }
      .sorted { spec.precedes($0.key, $1.key, by: paths) }
      .map { labels, members in
        let seeds = members.map { $0.identity.label(spec.seed) ?? "" }
        let order = members.indices.sorted { spec.precedes(seeds[$0], seeds[$1], by: spec.seed) }
        return (labels: labels, records: order.map { members[$0] })
      }
  }

  /// The files of the table, by a name.
  func files(_ name: String) throws -> [SweepOutputs.File] {
    let lines = try rows.map { row in
      (labels: row.labels, numbers: ["\(row.records.count)"] + (try numbers(of: row.records)))
    }
    let csv =
      CSV.line(paths + ["seeds"] + headings) + "\n"
      + lines.map { CSV.line($0.labels + $0.numbers) + "\n" }.joined()
    let header = paths + ["seeds"] + headings
    let alignments = header.indices.map { $0 < paths.count ? "---" : "---:" }
    let body = lines.map { $0.labels.map(ResultTable.escaped) + $0.numbers }
    let markdown =
      (["<!-- source \(set.source) (\(set.records.count) records) -->", ""]
      + ([header, alignments] + body).map(ResultTable.line) + ["", caption])
      .joined(separator: "\n") + "\n"
    let columns =
      String(repeating: "l", count: paths.count)
      + String(repeating: "r", count: headings.count + 1)
    let latex =
      ([
        "% source \(set.source) (\(set.records.count) records); needs \\usepackage{booktabs}",
        "\\begin{table}[t]", "\\centering", "\\caption{\(LaTeX.escaped(caption))}",
        "\\label{tab:\(label)}", "\\begin{tabular}{\(columns)}", "\\toprule",
        LaTeX.line(header.map(LaTeX.escaped)), "\\midrule",
      ] + lines.map { LaTeX.line(($0.labels + $0.numbers).map(LaTeX.escaped)) }
      + ["\\bottomrule", "\\end{tabular}", "\\end{table}"]).joined(separator: "\n") + "\n"
    return [
      SweepOutputs.File(name: "\(name).csv", text: csv),
      SweepOutputs.File(name: "\(name).md", text: markdown),
      SweepOutputs.File(name: "\(name).tex", text: latex),
    ]
  }

  private var headings: [String] {
    [
      "gradient variance at start", "at end", "zero advantage (%)", "train time (s)",
      "ID acc. (%)", "AUROC \(detector) (%)", "FPR95 id-nearest \(detector) (%)",
    ]
  }

  private var caption: String {
    (spec.caption.isEmpty ? "" : spec.caption + " ")
      + "Means over seeds. Gradient variance: of the sampled estimate of the gradient by the policy's "
      + "logits around its expectation, summed over the classes, mean over the shots, for one group of "
      + "draws (docs/records.md); 0 where nothing is drawn, -- where there is no policy. Zero "
      + "advantage: the share of groups whose draws all had one reward. Train time: wall clock of "
      + "loading the model and all steps on the machine of the records, which another run will not "
      + "repeat. AUROC and FPR95: \(detector), mean over near and far splits."
  }

  private func numbers(of records: [UnitRecord]) throws -> [String] {
    func measure(_ name: String, scale: Int, decimals: Int) throws -> String {
      let values = records.compactMap { $0.training?.objective[name] }
      guard values.count == records.count else { return ResultTable.missing }
      return DecimalText.text(try Summary(values).mean, decimals: decimals, scale: scale)
    }
    func metric(_ value: (UnitRecord) throws -> Double?) throws -> String {
      let values = try records.compactMap(value)
      guard values.count == records.count else { return ResultTable.missing }
      return DecimalText.text(try Summary(values).mean, decimals: 1, scale: 2)
    }
    func detection(_ record: UnitRecord, _ name: String) throws -> Double? {
      let values = record.results.filter {
        $0.detector == detector && ($0.role == .near || $0.role == .far)
      }.compactMap { $0.metrics[name] }
      return values.isEmpty ? nil : try Summary(values).mean
    }
    let times = records.compactMap { $0.timing["train"] }
    return [
      try measure("gradient_variance", scale: 0, decimals: 4),
      try measure("gradient_variance_end", scale: 0, decimals: 4),
      try measure("zero_advantage", scale: 2, decimals: 1),
      times.count == records.count
        ? DecimalText.text(try Summary(times).mean, decimals: 1) : ResultTable.missing,
      try metric { $0.metrics["accuracy"] }, try metric { try detection($0, "auroc") },
      try metric { try detection($0, "fpr95/id-nearest") },
    ]
  }
}
