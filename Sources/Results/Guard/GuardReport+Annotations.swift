extension GuardReport {
  /// The annotations of a kind that GitHub shows for one step.
  static let annotationLimit = 10

  /// GitHub's workflow commands, one a line: errors for what fails, warnings and notices for the rest.
  ///
  /// Of each kind at most ten, the tenth of more saying how many follow.
  public func annotations() -> [String] {
    ["error", "warning", "notice"].flatMap { kind in
      let rows = comparison.rows.filter { annotation($0.verdict) == kind }
      let isCut = rows.count > GuardReport.annotationLimit
      var lines = rows.prefix(isCut ? GuardReport.annotationLimit - 1 : rows.count).map { row in
        command(
          kind, line: file.line(ofRule: row.rule),
          title: "\(row.metricTitle) \(row.verdict.title)",
          message: "\(row.cell) \(row.name): \(row.sentence)")
      }
      if isCut {
        lines.append(
          command(
            kind, line: 1, title: "ood guard",
            message: "and \(rows.count - lines.count) more; see the job's summary"))
      }
      return lines
    }
  }

  private func annotation(_ verdict: GuardRow.Verdict) -> String? {
    switch verdict {
    case .ok, .skipped: nil
    case .improvement: "notice"
    default: comparison.fails(verdict) ? "error" : "warning"
    }
  }

  private func command(_ kind: String, line: Int, title: String, message: String) -> String {
    "::\(kind) file=\(GuardReport.property(file.path)),line=\(line),"
      + "title=\(GuardReport.property(title))::\(GuardReport.data(message))"
  }

  /// A message as workflow commands need it.
  static func data(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A property as workflow commands need it, which also end at colons and commas.
  static func property(_ text: String) -> String {
    var result = ""
    for scalar in data(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension GuardRow {
  /// The metric as titles write it.
  fileprivate var metricTitle: String {
    guard tolerance != nil else { return "ood guard:" }
    return (name.split(separator: "/").last.map { $0 == "acc" } == true ? "acc" : metric)
      .uppercased()
  }
}
