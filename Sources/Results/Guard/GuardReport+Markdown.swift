extension GuardReport {
  /// The most bytes that GitHub takes for the summary of a step.
  public static let summaryLimit = 1 << 20

  /// The rows that are not ok as Markdown, for the summary of a job.
  ///
  /// - Parameter limit: the most bytes; rows beyond it are counted.
  public func markdown(limit: Int = summaryLimit) -> String {
    let answer =
      switch comparison.answer {
      case .passed: "passed"
      case .failed: "failed"
      case .incomplete: "incomplete"
      case .notComparable: "not comparable"
      }
    var text = "### ood guard `\(sweep)`: \(answer)\n\n\(summary)\n"
    for note in notes { text += "\n\(GuardReport.escaped(note))\n" }
    let rows = comparison.rows.filter { $0.verdict != .ok }
    guard !rows.isEmpty else { return text + "\n" }
    text += "\n| cell | row | " + headings.joined(separator: " | ") + " | verdict |\n"
    text += "| --- | --- | ---: | ---: | ---: | --- | --- |\n"
    for (index, row) in rows.enumerated() {
      let verdict = row.verdictText(fails: comparison.fails(row.verdict))
      let cells = ([row.cell, row.name] + row.numbers + [verdict]).map(GuardReport.escaped)
      let line = "| " + cells.joined(separator: " | ") + " |\n"
      if text.utf8.count + line.utf8.count > limit - 64 {
        text += "\nand \(rows.count - index) more\n"
        break
      }
      text += line
    }
    return text + "\n"
  }

  /// A text as a cell of a table needs it.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "|", "*", "_", "`", "<", "\\", "[": result += "\\\(character)"
      case "\n", "\r\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
