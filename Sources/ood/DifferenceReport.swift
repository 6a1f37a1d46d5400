import Configuration
import Results

/// Differences of records as text, Markdown and JSON.
struct DifferenceReport {
  private let differences: StoreDifferences

  init(_ differences: StoreDifferences) { self.differences = differences }

  private var summary: String {
    let count = differences.comparedCount
    var parts = ["\(differences.pairs.count) of \(count) unit\(count == 1 ? "" : "s") differ"]
    if !differences.onlyFirst.isEmpty { parts.append("\(differences.onlyFirst.count) only in A") }
    if !differences.onlySecond.isEmpty { parts.append("\(differences.onlySecond.count) only in B") }
    return parts.joined(separator: ", ")
  }

  /// For people: three parts a unit.
  var text: String {
    var text = ""
    for pair in differences.pairs {
      text += "\(pair.title)  (\(pair.runs.joined(separator: " -> ")))\n"
      for (heading, rows) in sections(pair.differences) {
        text += "  \(heading)\n"
        text += TextColumns.aligned(rows, left: heading == numbers ? 1 : .max)
          .split(separator: "\n").map { "    \($0)\n" }.joined()
      }
    }
    for (side, runs) in [("A", differences.onlyFirst), ("B", differences.onlySecond)] {
      for run in runs { text += "only in \(side): \(run)\n" }
    }
    return text + summary + "\n"
  }

  /// For pull requests: a table a part.
  var markdown: String {
    var text = ""
    for pair in differences.pairs {
      text += "### \(pair.title)\n\n`\(pair.runs.joined(separator: "` → `"))`\n\n"
      for (heading, rows) in sections(pair.differences) {
        let titles = heading == numbers ? ["", "A", "B", "B − A", "± of both"] : ["", "A", "B"]
        text += "**\(heading)**\n\n| \(titles.joined(separator: " | ")) |\n"
        text += "|" + titles.map { _ in " --- |" }.joined() + "\n"
        for row in rows {
          let cells = row + Array(repeating: "", count: titles.count - row.count)
          text +=
            "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")
            + " |\n"
        }
        text += "\n"
      }
    }
    for (side, runs) in [("A", differences.onlyFirst), ("B", differences.onlySecond)] {
      for run in runs { text += "- only in \(side): `\(run)`\n" }
    }
    return text + "\(summary).\n"
  }

  /// For programs, with all digits.
  var json: JSONValue {
    .object([
      "compared": .integer(differences.comparedCount),
      "only_a": .array(differences.onlyFirst.map { .string($0) }),
      "only_b": .array(differences.onlySecond.map { .string($0) }),
      "units": .array(
        differences.pairs.map { pair in
          .object([
            "title": .string(pair.title), "runs": .array(pair.runs.map { .string($0) }),
            "config": list(pair.differences.config),
            "conditions": list(pair.differences.identity),
            "environment": list(pair.differences.environment),
            "numbers": .array(
              pair.differences.numbers.map { number in
                .object([
                  "name": .string(number.name), "a": value(number.first),
                  "b": value(number.second), "difference": value(number.difference),
                  "half_width": value(number.halfWidth),
                ])
              }),
          ])
        }),
    ])
  }

  private let numbers = "numbers (as fractions)"

  private func sections(_ differences: RecordDifferences) -> [(heading: String, rows: [[String]])] {
    func rows(_ changes: [RecordDifferences.Change]) -> [[String]] {
      changes.map { [$0.key, short($0.first), short($0.second)] }
    }
    let sections = [
      ("settings", rows(differences.config)),
      ("data, weights, revisions", rows(differences.identity)),
      ("environment", rows(differences.environment)),
      (
        numbers,
        differences.numbers.map { number in
          [
            number.name, text(number.first), text(number.second),
            number.difference.map { ($0 > 0 ? "+" : "") + Terminal.fixed($0, 6) } ?? "",
            number.halfWidth.map { "± \(Terminal.fixed($0, 6))" } ?? "",
          ]
        }
      ),
    ]
    return sections.filter { !$0.1.isEmpty }
  }

  /// A value in a line: hashes and long texts by their beginning.
  private func short(_ text: String?) -> String {
    guard let text else { return "--" }
    return text.count > 40 ? "\(text.prefix(39))…" : text
  }

  private func text(_ value: Double?) -> String {
    value.map { Terminal.fixed($0, 6) } ?? "--"
  }

  private func list(_ changes: [RecordDifferences.Change]) -> JSONValue {
    .array(
      changes.map {
        .object([
          "key": .string($0.key), "a": $0.first.map { .string($0) } ?? .null,
          "b": $0.second.map { .string($0) } ?? .null,
        ])
      })
  }

  private func value(_ number: Double?) -> JSONValue { number.map { .number($0) } ?? .null }
}
