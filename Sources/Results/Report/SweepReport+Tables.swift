import Metrics

extension SweepReport {
  /// The tables of means; those of single detectors are folded.
  var tables: [Markup] {
    var content = [
      Markup.element(
        "p",
        "Means over seeds, as in the files of results/\(name)/tables. Bold and italic hold for "
          + "a whole table, whatever a filter leaves of it. Rows are sorted by the digits shown; "
          + "equal ones keep their order.")
    ]
    for table in outputs.resultTables {
      let heading = Markup.element("h3", ["id": "table-\(table.name)"], table.name)
      let markup = table.table.reportTable(title: "Table \(table.name)").markup
      if table.table.spec.columns == .split {
        content.append(
          .element("details", ["data-print": "yes"], [.element("summary", [heading]), markup]))
      } else {
        content += [heading, markup]
      }
    }
    return content
  }

  /// Every number of every record, a line for a detector and a set.
  var resultTable: [Markup] {
    let count = records.reduce(0) { $0 + $1.record.results.count }
    guard count <= SweepReport.mostRows else {
      return [
        .element(
          "p",
          [
            Markup("\(count) rows are too many for a page. All of them, as CSV: "),
            .element("code", "ood table \(command) --long"),
          ])
      ]
    }
    let metrics = metricNames
    let columns =
      [ReportTable.column("run")] + dimensionColumns
      + ["detector", "role", "OOD"].map { ReportTable.column($0, hasChoices: true) }
      + metrics.map(SweepReport.metricColumn)
      + ["ID images", "OOD images"].map { ReportTable.column($0, isNumeric: true) }
    let rows = records.flatMap { entry in
      let head = [SweepReport.link(entry.id)] + labels(entry.record)
      return entry.record.results.map { row in
        head + [row.detector, row.role.rawValue, row.split].map { Markup($0) }
          + metrics.map { SweepReport.value($0, of: row) }
          + [row.nID, row.nOOD].map { Markup("\($0)") }
      }
    }
    let levels = Occurrences.ordered(
      records.flatMap { $0.record.results.compactMap(\.intervals) }.map {
        "\(DecimalText.text($0.level, decimals: 0, scale: 2)) % bootstrap intervals of "
          + "\($0.replicates) replicates"
      })
    let intervals = levels.isEmpty ? "" : " In brackets: \(levels.joined(separator: "; "))."
    let table = ReportTable(
      title: "Every result", columns: columns, rows: rows,
      notes: "Values in % of single runs, rounded once.\(intervals)")
    return [table.markup]
  }

  /// The metrics of all rows: those of tables first, others in their order.
  private var metricNames: [String] {
    let present = Set(records.flatMap { $0.record.results.flatMap(\.metrics.keys) })
    let known = TableSpec().metrics + MetricDescription.all.map(\.name)
    return Occurrences.ordered(known + present.sorted()).filter(present.contains)
  }

  /// The most rows of a table of single results.
  private static let mostRows = 5_000

  /// A metric's column: its short name, direction and convention.
  static func metricColumn(_ name: String) -> ReportTable.Column {
    var heading = [Markup(ResultTable.heading(name))]
    let isBetter =
      MetricDescription(name: name)?.higherIsBetter ?? (name.hasPrefix("accuracy/") ? true : nil)
    if let isBetter { heading += [Markup(" "), direction(higherIsBetter: isBetter)] }
    if let convention = ResultTable.convention(name) {
      heading.append(.element("small", " \(convention)"))
    }
    return ReportTable.Column(heading: Markup(heading), isNumeric: true)
  }

  /// An arrow that says in words what it means.
  static func direction(higherIsBetter: Bool) -> Markup {
    let words = higherIsBetter ? "higher is better" : "lower is better"
    return .element("abbr", ["title": words], higherIsBetter ? "↑" : "↓")
  }

  private static func value(_ metric: String, of row: ResultRow) -> Markup {
    let value = Markup(percent(row.metrics[metric]))
    guard let bounds = row.intervals?.bounds[metric] else { return value }
    return Markup([
      value, .element("small", " [\(percent(bounds.lower)), \(percent(bounds.upper))]"),
    ])
  }
}
