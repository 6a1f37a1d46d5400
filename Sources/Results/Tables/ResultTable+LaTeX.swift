extension ResultTable {
  /// The table as LaTeX for the package booktabs: significant bests bold, other bests italic.
  public func latex() -> String {
    let left = String(repeating: "l", count: spec.rows.count)
    let counts = spec.columns == .setting ? "" : "r"
    let numbers = String(repeating: "c", count: columns.count)
    let words = spec.caption.isEmpty ? "" : spec.caption + " "
    var lines = [
      "% source \(source) (\(recordCount) records); needs \\usepackage{booktabs}",
      "\\begin{table}[t]", "\\centering", "\\caption{\(LaTeX.escaped(words + notes()))}",
      "\\label{tab:\(spec.label)}", "\\begin{tabular}{\(left)\(counts)\(numbers)}", "\\toprule",
    ]
    lines += groupHeader() + metricHeader()
    for (index, row) in rows.enumerated() {
      let starts = index == 0 || rows[index - 1].comparable != row.comparable
      if starts { lines.append("\\midrule") }
      let cells = row.cells.indices.map { cell(row: index, column: $0) }
      lines.append(LaTeX.line(labels(row).map(LaTeX.escaped) + cells))
    }
    lines += ["\\bottomrule", "\\end{tabular}", "\\end{table}"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Metrics with their direction, below them their conventions and units.
  private func metricHeader() -> [String] {
    let titles = labelHeadings.map(LaTeX.escaped)
    let names = columns.map {
      LaTeX.escaped(ResultTable.heading($0.metric))
        + ($0.higherIsBetter ? "$\\uparrow$" : "$\\downarrow$")
    }
    let empty = titles.map { _ in "" }
    let conventions = columns.map { ResultTable.convention($0.metric).map(LaTeX.small) ?? "" }
    var lines = [LaTeX.line(titles + names)]
    if conventions.contains(where: { !$0.isEmpty }) {
      lines.append(LaTeX.line(empty + conventions))
    }
    lines.append(LaTeX.line(empty + columns.map { _ in LaTeX.small(unit) }))
    return lines
  }

  /// The line with the names of detectors or splits, and the rules below them.
  private func groupHeader() -> [String] {
    var cells = labelHeadings.map { _ in "" }
    var rules: [String] = []
    var index = 0
    var place = cells.count + 1
    while index < columns.count {
      let group = columns[index].group
      let width = columns[index...].prefix { $0.group == group }.count
      let name = LaTeX.escaped(self.group(columns[index]))
      if group.isEmpty {
        cells += columns[index..<index + width].map { _ in "" }
      } else {
        cells.append(width == 1 ? name : "\\multicolumn{\(width)}{c}{\(name)}")
        rules.append("\\cmidrule(lr){\(place)-\(place + width - 1)}")
      }
      index += width
      place += width
    }
    return [LaTeX.line(cells), rules.joined(separator: " ")].filter { !$0.isEmpty }
  }

  private func cell(row: Int, column: Int) -> String {
    let cell = rows[row].cells[column]
    guard let mean = mean(cell) else { return ResultTable.missing }
    let shown =
      switch mark(row: row, column: column) {
      case .significant: "\\textbf{\(mean)}"
      case .best: "\\textit{\(mean)}"
      case .none: mean
      }
    return shown + (spread(cell).map { " {\\scriptsize$\\pm$ \($0)}" } ?? "")
  }
}

/// The little of LaTeX that tables need.
enum LaTeX {
  /// A text in which no character has a meaning to LaTeX.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "_", "%", "&", "#", "$", "{", "}": result += "\\\(character)"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "\\": result += "\\textbackslash{}"
      case "<": result += "$<$"
      case ">": result += "$>$"
      case "±": result += "$\\pm$"
      default: result.append(character)
      }
    }
    return result
  }

  /// A text in small type.
  static func small(_ text: String) -> String { "{\\scriptsize \(escaped(text))}" }

  static func line(_ cells: [String]) -> String {
    // Empty cells would leave leading and double spaces.
    let text = cells.joined(separator: " & ").replacing("  ", with: " ")
    return text.drop { $0 == " " } + (text.hasSuffix(" ") ? "\\\\" : " \\\\")
  }
}
