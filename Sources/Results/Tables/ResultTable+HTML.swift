import Metrics

extension ResultTable {
  /// The table for a page: significant bests bold, other bests italic, its notes below.
  ///
  /// - Parameter title: what the table is.
  func reportTable(title: String) -> ReportTable {
    let labels = labelHeadings.indices.map { index in
      let texts = rows.map { self.labels($0)[index] }
      let isSeeds = index >= spec.rows.count
      return ReportTable.column(
        labelHeadings[index], isNumeric: isSeeds || ReportTable.areNumbers(texts),
        hasChoices: !isSeeds)
    }
    let numbers = columns.map {
      ReportTable.Column(heading: heading($0), isNumeric: true, group: group($0))
    }
    let words = spec.caption.isEmpty ? "" : spec.caption + " "
    return ReportTable(
      title: title, columns: labels + numbers,
      rows: rows.indices.map { row in
        self.labels(rows[row]).map { Markup($0) }
          + columns.indices.map { cell(row: row, column: $0) }
      }, notes: words + notes() + " Source \(source) (\(recordCount) records).")
  }

  /// The metric with its direction, then its convention and unit in small type.
  private func heading(_ column: Column) -> Markup {
    let details = [ResultTable.convention(column.metric), unit].compactMap { $0 }
    return Markup([
      Markup(ResultTable.heading(column.metric) + " "),
      SweepReport.direction(higherIsBetter: column.higherIsBetter),
      .element("small", " " + details.joined(separator: ", ")),
    ])
  }

  private func cell(row: Int, column: Int) -> Markup {
    let cell = rows[row].cells[column]
    guard let mean = mean(cell) else { return Markup(ResultTable.missing) }
    let shown: Markup =
      switch mark(row: row, column: column) {
      case .significant: .element("strong", mean)
      case .best: .element("em", mean)
      case .none: Markup(mean)
      }
    guard let spread = spread(cell) else { return shown }
    return Markup([shown, .element("small", " ± \(spread)")])
  }
}
