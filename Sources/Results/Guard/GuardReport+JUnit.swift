extension GuardReport {
  /// The rows as JUnit's XML: one test case a row, failures and errors with a single message each.
  ///
  /// Inconclusive and skipped rows are `skipped`, and what cannot be compared is an `error`.
  public func junit() -> String {
    func kind(_ verdict: GuardRow.Verdict) -> String? {
      switch verdict {
      case .notComparable: "error"
      case _ where comparison.fails(verdict): "failure"
      case .inconclusive, .skipped, .drift: "skipped"
      default: nil
      }
    }
    func count(_ wanted: String) -> Int {
      comparison.rows.count { kind($0.verdict) == wanted }
    }
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<testsuite name=\"\(GuardReport.xml(sweep))\" tests=\"\(comparison.rows.count)\" "
        + "failures=\"\(count("failure"))\" errors=\"\(count("error"))\" "
        + "skipped=\"\(count("skipped"))\" time=\"0\">",
    ]
    for row in comparison.rows {
      let name = row.cell.split(separator: " ").joined(separator: ".")
      let start =
        "  <testcase classname=\"\(GuardReport.xml(name))\" name=\"\(GuardReport.xml(row.name))\" "
        + "time=\"0\""
      if let kind = kind(row.verdict) {
        let type = kind == "skipped" ? "" : " type=\"\(row.verdict.rawValue)\""
        let message = GuardReport.xml("\(row.verdict.title): \(row.sentence)")
        lines.append("\(start)><\(kind)\(type) message=\"\(message)\"/></testcase>")
      } else {
        lines.append(start + "/>")
      }
    }
    return (lines + ["</testsuite>"]).joined(separator: "\n") + "\n"
  }

  /// A text as XML's attributes need it; characters that XML 1.0 forbids become U+FFFD.
  static func xml(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t", "\r": result += "&#\(scalar.value);"
      case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
