import Configuration
import Experiments

/// A plan as text and as JSON.
struct PlanReport {
  let file: String
  let plan: Sweep<UnitSettings>
  let state: SweepState
  let estimate: SweepEstimate

  func text(listing: Bool) -> String {
    var lines = [head]
    lines += TextColumns.aligned(countRows, left: 1).split(separator: "\n").map { "  \($0)" }
    lines += notes
    for stage in estimate.sharedStages {
      let time = stage.seconds.map { $0 > 0 ? Terminal.duration($0) : "done" } ?? "time unknown"
      lines.append("shared: \(stage.title), once for \(stage.units) units (\(time))")
    }
    if listing { lines += [""] + list }
    return lines.joined(separator: "\n") + "\n"
  }

  var json: JSONValue {
    var members: [String: JSONValue] = [
      "sweep": .string(plan.name), "units": .integer(plan.units.count),
      "counts": .object(counts), "disk_bytes": .integer(estimate.diskBytes),
      "list": .array(
        zip(state.units, seconds).map { unit, seconds in
          var members = unit.members
          members["seconds"] = seconds.map { .number($0) }
          return .object(members)
        }),
      "shared": .array(
        estimate.sharedStages.map { stage in
          var members: [String: JSONValue] = [
            "title": .string(stage.title), "units": .integer(stage.units),
          ]
          members["seconds"] = stage.seconds.map { .number($0) }
          return .object(members)
        }),
      "orphans": .array(state.orphans.map { .string($0) }),
      "faults": .array(state.faults.map { .string($0) }),
    ]
    members["rows"] = estimate.rows.map { .integer($0) }
    members["seconds"] = estimate.seconds.map { .number($0) }
    members["longest_seconds"] = estimate.longest.map { .number($0) }
    members["peak_memory_bytes"] = estimate.peakMemory.map { .integer($0) }
    if !estimate.basis.isEmpty { members["basis"] = .string(estimate.basis) }
    return .object(members)
  }

  private var counts: [String: JSONValue] {
    Dictionary(uniqueKeysWithValues: state.counts.map { ($0.state, .integer($0.count)) })
  }

  /// For each unit its seconds; nil for those that are not to run or have no price.
  private var seconds: [Double?] {
    var seconds = [Double?](repeating: nil, count: state.units.count)
    for unit in estimate.units { seconds[unit.index] = unit.seconds }
    return seconds
  }

  private var head: String {
    let product = plan.dimensions.map { "\($0.count) \($0.name)" }.joined(separator: " x ")
    let rows = estimate.rows.map { ", \($0) rows" } ?? ""
    return "\(file): \(plan.units.count) units (\(product))\(rows)"
  }

  private var countRows: [[String]] {
    state.counts.map { ($0.state, $0.count, reason($0.state)) }
      .map { [$0.0, "\($0.1)", $0.2].filter { !$0.isEmpty } }
      + [["to run", "\(estimate.units.count)"]]
  }

  /// What the units of a state have in common, where it says something.
  private func reason(_ name: String) -> String {
    guard name == "stale" else { return "" }
    var changes: [String] = []
    for unit in state.units {
      guard case .stale(_, let own) = unit.state else { continue }
      for change in own where !changes.contains(change) { changes.append(change) }
    }
    return changes.joined(separator: ", ")
  }

  private var notes: [String] {
    guard !estimate.units.isEmpty else { return [] }
    var parts: [String] = []
    if let seconds = estimate.seconds {
      parts.append("est. \(Terminal.duration(seconds))")
      if let longest = estimate.longest, estimate.units.count > 1 {
        parts.append("longest unit \(Terminal.duration(longest))")
      }
    }
    parts.append("\(Terminal.bytes(estimate.diskBytes)) on disk")
    if let memory = estimate.peakMemory {
      parts.append("up to \(Terminal.bytes(memory)) of memory")
    }
    return ["  \(parts.joined(separator: ", "))", "  times: \(estimate.basis)"]
  }

  private var list: [String] {
    let rows = zip(state.units, seconds).map { unit, seconds in
      [
        unit.runID ?? "-", unit.state.name, seconds.map(Terminal.duration) ?? "-", unit.cell,
        unit.state.reason ?? "",
      ]
    }
    return TextColumns.aligned(rows, left: .max).split(separator: "\n").map(String.init)
  }
}

extension SweepState.Unit {
  /// The unit as JSON.
  var members: [String: JSONValue] {
    var members: [String: JSONValue] = [
      "cell": .string(cell), "state": .string(state.name),
    ]
    members["run"] = runID.map { .string($0) }
    members["reason"] = state.reason.map { .string($0) }
    return members
  }
}

extension Terminal {
  /// A number of bytes as `950 kB` or `1.9 GB`.
  static func bytes(_ count: Int) -> String {
    for (unit, size) in [("GB", 1e9), ("MB", 1e6), ("kB", 1e3)] where Double(count) >= size {
      return "\(fixed(Double(count) / size, 1)) \(unit)"
    }
    return "\(count) B"
  }
}
