import Configuration
import Metrics

extension GuardReport {
  /// All rows with their numbers as fractions, and the answer.
  public func json() -> JSONValue {
    .object([
      "guard": .string(file.path), "sweep": .string(sweep),
      "answer": .string("\(comparison.answer)"), "notes": .array(notes.map { .string($0) }),
      "counts": .object(
        Dictionary(
          uniqueKeysWithValues: GuardRow.Verdict.allCases.map {
            ($0.rawValue, JSONValue.integer(comparison.count($0)))
          })),
      "rows": .array(comparison.rows.map { json($0) }),
    ])
  }

  private func json(_ row: GuardRow) -> JSONValue {
    var members: [String: JSONValue] = [
      "cell": .string(row.cell), "row": .string(row.name),
      "verdict": .string(row.verdict.rawValue), "fails": .bool(comparison.fails(row.verdict)),
      "line": .integer(file.line(ofRule: row.rule)),
    ]
    func set(_ key: String, _ value: Double?) {
      members[key] = value.flatMap { $0.isFinite ? .number($0) : nil }
    }
    if !row.note.isEmpty { members["note"] = .string(row.note) }
    set("baseline", row.baseline)
    set("current", row.current)
    set("p_adjusted", row.adjustedP)
    set("tolerance_points", row.tolerance)
    members["n"] = row.count.map { .integer($0) }
    members["n_needed"] = row.countNeeded.map { .integer($0) }
    if let change = row.change {
      members["paired"] = .bool(row.isPaired)
      set("difference", change.estimate)
      set("p", change.pValue)
      set("standard_error", change.standardError)
      set("level", change.interval.level)
      members["interval"] = .array([
        .number(change.interval.lower), .number(change.interval.upper),
      ])
    }
    return .object(members)
  }
}
