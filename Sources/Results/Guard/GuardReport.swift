import Configuration
import Metrics

/// A comparison as texts for people and for continuous integration.
public struct GuardReport: Sendable {
  /// What was compared.
  public let comparison: GuardComparison
  let file: GuardFile
  let sweep: String

  /// Prepares the report of a comparison.
  public init(_ comparison: GuardComparison, file: GuardFile, sweep: String) {
    self.comparison = comparison
    self.file = file
    self.sweep = sweep
  }

  /// The numbers of verdicts in one line: `38 ok, 1 regression, 1 inconclusive, 0 missing`.
  public var summary: String {
    let always: Set<GuardRow.Verdict> = [.ok, .regression, .missing]
    return [
      .ok, .regression, .alarm, .drift, .inconclusive, .missing, .notComparable,
      .improvement, .skipped,
    ].compactMap { (verdict: GuardRow.Verdict) in
      let count = comparison.count(verdict)
      return count > 0 || always.contains(verdict) ? "\(count) \(verdict.title)" : nil
    }.joined(separator: ", ")
  }

  /// What people should know beside the rows: where a weaker comparison was made.
  public var notes: [String] {
    let weak = comparison.rows.count { !$0.isPaired }
    guard weak > 0 else { return [] }
    return [
      "\(weak) rows were not paired, for there are no scores of every image in the baseline or now: "
        + "separate intervals were compared, which finds much less; give the sweep "
        + "'analyses: [scores]'"
    ]
  }

  /// The rows that are not ok, or all of them, as a table with its summary.
  public func text(all: Bool = false) -> String {
    var cells: [[String]] = []
    for row in comparison.rows where all || row.verdict != .ok {
      cells.append(
        [row.cell, row.name] + row.numbers + [row.verdictText(fails: comparison.fails(row.verdict))]
      )
    }
    if !cells.isEmpty { cells.insert(["cell", "row"] + headings + ["verdict"], at: 0) }
    var widths = [Int](repeating: 0, count: 7)
    for row in cells { for i in row.indices { widths[i] = max(widths[i], row[i].count) } }
    var text = ""
    for row in cells {
      var line = ""
      for (index, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[index] - cell.count)
        let isLeft = index < 2 || index == 6
        line += (index > 0 ? "  " : "") + (isLeft ? cell + padding : padding + cell)
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text + summary + "\n"
  }

  /// The headings of `GuardRow.numbers`.
  var headings: [String] {
    let levels = Set(comparison.rows.compactMap { $0.change?.interval.level })
    let level = levels.count == 1 ? levels.first : nil
    let percent = level.map { "\(DecimalText.text($0, decimals: 0, scale: 2))% " } ?? ""
    return ["baseline", "current", "diff", "\(percent)CI of diff"]
  }
}

extension GuardRow.Verdict {
  /// The verdict in words.
  var title: String { self == .notComparable ? "not comparable" : rawValue }
}

extension GuardRow {
  /// Baseline, current, difference and its interval in points; empty where there are none.
  var numbers: [String] {
    guard let baseline, let current else { return ["", "", "", ""] }
    func points(_ value: Double, signed: Bool = false) -> String {
      let text = DecimalText.text(value, decimals: 2, scale: 2)
      return signed && !text.hasPrefix("-") ? "+" + text : text
    }
    let interval = change.map {
      "[\(points($0.interval.lower, signed: true)), \(points($0.interval.upper, signed: true))]"
    }
    return [
      points(baseline), points(current), points(current - baseline, signed: true), interval ?? "",
    ]
  }

  /// The verdict with the reason, such as `REGRESSION (tol 1.00)`.
  func verdictText(fails: Bool) -> String {
    let title = fails ? verdict.title.uppercased() : verdict.title
    return reason.isEmpty ? title : "\(title) (\(reason))"
  }

  /// Why, in a few words.
  var reason: String {
    var parts: [String] = []
    if let tolerance, verdict == .regression {
      parts.append("tol \(DecimalText.text(tolerance, decimals: 2))")
    }
    if verdict == .inconclusive, let count {
      let needed = countNeeded.map { "~\(GuardRow.rounded($0)) needed" } ?? "too few to say"
      parts.append("n=\(count); \(needed)")
    }
    if !isPaired, change != nil, verdict != .ok { parts.append("not paired") }
    if !note.isEmpty { parts.append(note) }
    return parts.joined(separator: "; ")
  }

  /// A sentence for reports without a table.
  var sentence: String {
    let numbers = self.numbers
    guard !numbers[0].isEmpty else { return note }
    return "\(numbers[0]) -> \(numbers[1]) (\(numbers[2])"
      + (numbers[3].isEmpty ? "" : ", interval \(numbers[3])") + ")"
      + (reason.isEmpty ? "" : ": \(reason)")
  }

  /// Two leading digits, for a number that is an estimate.
  static func rounded(_ count: Int) -> Int {
    var unit = 1
    while count / unit >= 100 { unit *= 10 }
    return (count + unit - 1) / unit * unit
  }
}
