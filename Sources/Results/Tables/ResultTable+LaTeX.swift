extension ResultTable {
  /// The table as LaTeX for the package booktabs; best of comparable values bold, second underlined.
  public func latex() -> String {
    let left = String(repeating: "l", count: spec.rows.count)
    let numbers = String(repeating: "c", count: columns.count)
    let words = spec.caption.isEmpty ? "" : spec.caption + " "
    let caption = LaTeX.escaped(words) + LaTeX.escaped(notes(plusMinus: "±", percent: "%"))
    var lines = [
      "% source \(source) (\(recordCount) records); needs \\usepackage{booktabs}",
      "\\begin{table}[t]", "\\centering", "\\caption{\(caption)}", "\\label{tab:\(spec.label)}",
      "\\begin{tabular}{\(left)r\(numbers)}", "\\toprule",
    ]
    lines += groupHeader()
    let titles = spec.rows + ["seeds"]
    let metrics = columns.map {
      LaTeX.escaped(heading($0)) + ($0.higherIsBetter ? "$\\uparrow$" : "$\\downarrow$")
    }
    lines.append(LaTeX.line(titles.map(LaTeX.escaped) + metrics))
    for (index, row) in rows.enumerated() {
      let starts = index == 0 || rows[index - 1].comparable != row.comparable
      if starts { lines.append("\\midrule") }
      let cells = row.cells.indices.map { cell(row: index, column: $0) }
      lines.append(LaTeX.line(row.labels.map(LaTeX.escaped) + [String(row.seeds)] + cells))
    }
    lines += ["\\bottomrule", "\\end{tabular}", "\\end{table}"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The line with the names of detectors or splits, and the rules below them.
  private func groupHeader() -> [String] {
    var cells = spec.rows.map { _ in "" } + [""]
    var rules: [String] = []
    var index = 0
    var place = cells.count + 1
    while index < columns.count {
      let group = columns[index].group
      let width = columns[index...].prefix { $0.group == group }.count
      let name = LaTeX.escaped(group)
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
    let summary = rows[row].cells[column]
    guard let mean = mean(summary) else { return ResultTable.missing }
    let shown =
      switch standing(row: row, column: column) {
      case .best: "\\textbf{\(mean)}"
      case .second: "\\underline{\(mean)}"
      case .other: mean
      }
    return shown + (deviation(summary).map { " {\\scriptsize$\\pm$ \($0)}" } ?? "")
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

  static func line(_ cells: [String]) -> String {
    // Empty cells would leave leading and double spaces.
    let text = cells.joined(separator: " & ").replacing("  ", with: " ")
    return text.drop { $0 == " " } + " \\\\"
  }
}
