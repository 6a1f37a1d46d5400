/// Rows of text with aligned columns.
enum TextColumns {
  /// One line a row; the first columns stand left, the others, which hold numbers, right.
  static func aligned(_ rows: [[String]], left: Int = 1) -> String {
    var widths: [Int] = []
    for row in rows {
      for (column, text) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], text.count)
      }
    }
    var lines = ""
    for row in rows {
      var line = ""
      for (column, text) in row.enumerated() {
        if column > 0 { line += "  " }
        let padding = String(repeating: " ", count: widths[column] - text.count)
        line += column < left ? text + padding : padding + text
      }
      while line.last == " " { line.removeLast() }
      lines += line + "\n"
    }
    return lines
  }
}
