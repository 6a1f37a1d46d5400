extension ResultTable {
  /// The table as Markdown (pipes), the best of comparable values bold, its notes below.
  public func markdown() -> String {
    let percent = "%"
    var header = spec.rows + ["seeds"]
    for column in columns {
      let arrow = column.higherIsBetter ? "↑" : "↓"
      let convention = column.metric.hasPrefix("fpr95/") ? ", " + column.metric.dropFirst(6) : ""
      let group = column.group.isEmpty ? "" : column.group + " "
      let metric = ResultTable.heading(column.metric)
      header.append("\(group)\(metric) \(arrow) (\(percent)\(convention))")
    }
    var lines = [
      "<!-- source \(source) (\(recordCount) records) -->", "",
      ResultTable.line(header.map(ResultTable.escaped)),
      ResultTable.line(
        spec.rows.map { _ in "---" } + ["---:"] + columns.map { _ in "---:" }),
    ]
    for (index, row) in rows.enumerated() {
      let cells = row.cells.indices.map { cell(row: index, column: $0) }
      lines.append(
        ResultTable.line(row.labels.map(ResultTable.escaped) + [String(row.seeds)] + cells))
    }
    let words = (spec.caption.isEmpty ? "" : spec.caption + " ")
    lines += ["", words + notes(plusMinus: "±", percent: percent)]
    return lines.joined(separator: "\n") + "\n"
  }

  private func cell(row: Int, column: Int) -> String {
    let summary = rows[row].cells[column]
    guard let mean = mean(summary) else { return ResultTable.missing }
    let shown = standing(row: row, column: column) == .best ? "**\(mean)**" : mean
    return shown + (deviation(summary).map { " ± \($0)" } ?? "")
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_|<>[]".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }
}
