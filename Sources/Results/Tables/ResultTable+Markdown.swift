extension ResultTable {
  /// The table as Markdown (pipes), significant bests bold and other bests italic, its notes below.
  public func markdown() -> String {
    var header = labelHeadings
    for column in columns {
      let arrow = column.higherIsBetter ? "↑" : "↓"
      let name = [group(column), ResultTable.fullHeading(column.metric)].filter { !$0.isEmpty }
      header.append("\(name.joined(separator: " ")) \(arrow) (\(unit))")
    }
    let alignments =
      spec.rows.map { _ in "---" } + header.dropFirst(spec.rows.count).map { _ in "---:" }
    var lines = [
      "<!-- source \(source) (\(recordCount) records) -->", "",
      ResultTable.line(header.map(ResultTable.escaped)), ResultTable.line(alignments),
    ]
    for (index, row) in rows.enumerated() {
      let cells = row.cells.indices.map { cell(row: index, column: $0) }
      lines.append(ResultTable.line(labels(row).map(ResultTable.escaped) + cells))
    }
    let words = (spec.caption.isEmpty ? "" : spec.caption + " ")
    lines += ["", words + notes()]
    return lines.joined(separator: "\n") + "\n"
  }

  private func cell(row: Int, column: Int) -> String {
    let cell = rows[row].cells[column]
    guard let mean = mean(cell) else { return ResultTable.missing }
    let shown =
      switch mark(row: row, column: column) {
      case .significant: "**\(mean)**"
      case .best: "*\(mean)*"
      case .none: mean
      }
    return shown + (spread(cell).map { " ± \($0)" } ?? "")
  }

  static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_|<>[]".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }
}
