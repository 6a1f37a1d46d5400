/// One factor of the product: a dimension of the grid, or the dimensions of a zip together.
struct SweepAxis {
  let title: String
  let names: [String]
  let rows: [[SweepCell.Value]]
  let isZip: Bool
}

/// Reads `grid` and `zip` in the order of the file.
struct SweepAxes {
  private(set) var diagnostics: [Diagnostic] = []
  /// The arguments that replaced the values of a dimension.
  private(set) var used: Set<String> = []
  /// The paths that dimensions refer to, such as `data.id`.
  private(set) var references: Set<String> = []
  private let document: SettingNode
  private let overrides: Overrides
  private let names: (String) -> [String]

  /// - Parameter names: the names that a dimension may have; empty where they are no list.
  init(document: SettingNode, overrides: Overrides, names: @escaping (String) -> [String]) {
    self.document = document
    self.overrides = overrides
    self.names = names
  }

  mutating func axes() -> [SweepAxis] {
    var axes: [SweepAxis] = []
    for entry in document.entries ?? [] {
      switch entry.key {
      case "grid": axes += grid(entry.value)
      case "zip": axes += zips(entry.value)
      default: continue
      }
    }
    if document["grid"] == nil, document["zip"] == nil {
      report("missing 'grid', the dimensions of the sweep", document.position)
    }
    reportOverrides(axes)
    var seen: Set<String> = []
    for axis in axes {
      for value in axis.rows.first ?? [] where !seen.insert(value.dimension).inserted {
        report("the dimension '\(value.dimension)' is given twice", value.keyPosition)
      }
    }
    return axes
  }

  private mutating func grid(_ node: SettingNode) -> [SweepAxis] {
    guard let entries = node.entries else {
      report("expected dimensions with their values", node.position)
      return []
    }
    return entries.compactMap { entry in
      let values = self.values(override(of: entry.key) ?? entry.value, name: entry.key)
      guard !values.isEmpty else { return nil }
      let rows = values.map {
        [SweepCell.Value(dimension: entry.key, node: $0, keyPosition: entry.keyPosition)]
      }
      return SweepAxis(title: entry.key, names: [entry.key], rows: rows, isZip: false)
    }
  }

  private mutating func zips(_ node: SettingNode) -> [SweepAxis] {
    guard let groups = node.entries else {
      report("expected {name: {dimension: [values], ...}}", node.position)
      return []
    }
    return groups.compactMap { group in
      guard let members = group.value.entries, !members.isEmpty else {
        report("expected {dimension: [values], ...}", group.value.position)
        return nil
      }
      let lists = members.map { ($0, values($0.value, name: $0.key)) }
      let count = lists[0].1.count
      if lists.contains(where: { $0.1.isEmpty }) { return nil }
      guard lists.allSatisfy({ $0.1.count == count }) else {
        let parts = lists.map {
          "\($0.key) has \($1.count) value\($1.count == 1 ? "" : "s") (line \($0.keyPosition.line))"
        }
        report(
          "zip '\(group.key)' has members of different length: " + parts.joined(separator: ", "),
          group.keyPosition)
        return nil
      }
      let rows = (0..<count).map { row in
        lists.map {
          SweepCell.Value(dimension: $0.key, node: $1[row], keyPosition: $0.keyPosition)
        }
      }
      return SweepAxis(title: group.key, names: members.map(\.key), rows: rows, isZip: true)
    }
  }

  /// The values of a dimension: a list, a range, a reference to another list, or one constant.
  private mutating func values(_ node: SettingNode, name: String) -> [SettingNode] {
    var values = node.elements ?? [node]
    if let text = node.text {
      if text.hasPrefix("${") {
        values = reference(text, node)
      } else if text.hasPrefix("glob(") {
        guard let chosen = glob(text, of: name, node) else { return [] }
        values = chosen
      } else if let range = SweepRange.values(text) {
        switch range {
        case .success(let texts):
          values = texts.map { SettingNode(.scalar($0, isPlain: true), at: node.position) }
        case .failure(let fault):
          report(fault.message, node.position)
          return []
        }
      } else if node.isNull {
        values = []
      }
    }
    if values.isEmpty { report("the dimension '\(name)' has no values", node.position) }
    for value in values where value.text?.contains("${") == true {
      report(SweepReferences.message(value.text ?? "", inList: true), value.position)
    }
    for (index, value) in values.enumerated()
    where values[..<index].contains(where: { SweepCell.equal($0, value) }) {
      report("the value '\(SweepCell.label(value))' is given twice", value.position)
    }
    return values
  }

  private mutating func reference(_ text: String, _ node: SettingNode) -> [SettingNode] {
    let path = String(text.dropFirst(2).dropLast())
    guard text.hasSuffix("}"), let target = document.value(at: path), !target.isNull else {
      report("'\(text)' refers to nothing in this file", node.position)
      return []
    }
    references.insert(path)
    return target.elements ?? [target]
  }

  /// The names of a dimension that fit a pattern, in the order of `ood ls`; nil after a report.
  ///
  /// Presets are for patterns that have an `@`, such as `*@small`.
  private mutating func glob(_ text: String, of name: String, _ node: SettingNode) -> [SettingNode]?
  {
    let known = names(name)
    guard text.hasSuffix(")"), !known.isEmpty else {
      report(
        known.isEmpty
          ? "glob(...) picks from the names of methods or benchmarks; list the values of '\(name)'"
          : "glob( has no closing parenthesis; within {} or [] write \"glob(...)\" in quotes",
        node.position)
      return nil
    }
    let pattern = String(text.dropFirst(5).dropLast())
    let chosen = known.filter {
      $0.contains("@") == pattern.contains("@") && SweepGlob.fits($0, pattern)
    }
    guard !chosen.isEmpty else {
      report("'\(text)' fits none of \(known.joined(separator: ", "))", node.position)
      return nil
    }
    return chosen.map { SettingNode(.scalar($0, isPlain: true), at: node.position) }
  }

  private mutating func override(of name: String) -> SettingNode? {
    let matching = overrides.entries.last { $0.key == name || $0.key == "grid." + name }
    for key in [name, "grid." + name] { used.insert(key) }
    return matching?.value
  }

  private mutating func reportOverrides(_ axes: [SweepAxis]) {
    for entry in overrides.entries where entry.key.hasPrefix("grid.") && !used.contains(entry.key) {
      let known = axes.filter { !$0.isZip }.map(\.title)
      let name = String(entry.key.dropFirst(5))
      diagnostics.append(
        Diagnostic(
          "unknown dimension '\(name)'; known: " + known.joined(separator: ", "),
          at: entry.value.position, hint: Suggestion.hint(for: name, among: known)))
    }
  }

  private mutating func report(_ message: String, _ position: SettingPosition) {
    diagnostics.append(Diagnostic(message, at: position))
  }
}
