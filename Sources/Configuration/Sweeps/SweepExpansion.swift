/// Expands the grammar of a sweep document into cells, knowing nothing of methods and models.
struct SweepExpansion {
  /// The keys of the grammar; all others are settings.
  static let keys = [
    "ood", "name", "include", "data", "grid", "zip", "exclude", "include_cells", "set", "tables",
  ]
  /// More cells than anybody runs; a typing error in a range should not fill the memory.
  static let limit = 1_000_000

  var diagnostics: [Diagnostic] = []
  private(set) var name = ""
  private(set) var dimensions: [(name: String, count: Int)] = []
  private let document: SettingNode
  private let overrides: Overrides
  private let names: (String) -> [String]
  private var settings: SettingNode
  private var conditional: [(conditions: [SweepCondition], leaves: [SettingEntry])] = []

  init(
    document: SettingNode, overrides: Overrides, names: @escaping (String) -> [String] = { _ in [] }
  ) {
    self.document = document
    self.overrides = overrides
    self.names = names
    settings = document.removing(SweepExpansion.keys)
  }

  /// The cells in order, without those that faulty parts would have given.
  mutating func cells() -> [SweepCell] {
    readHeader()
    var reader = SweepAxes(document: document, overrides: overrides, names: names)
    let axes = reader.axes()
    diagnostics += reader.diagnostics
    reportUnused(data: reader.references)
    let names = axes.flatMap { $0.names }
    dimensions = axes.map { ($0.title, $0.rows.count) }
    readConditional(names: names)
    for entry in overrides.entries
    where !reader.used.contains(entry.key) && !entry.key.hasPrefix("grid.") {
      settings.set(entry.value, at: entry.key, keyPosition: entry.value.position)
    }
    diagnostics += SweepReferences.diagnostics(in: settings)
    for entry in conditional {
      diagnostics += entry.leaves.flatMap { SweepReferences.diagnostics(in: $0.value) }
    }
    guard let product = product(of: axes) else { return [] }
    let excluded = patterns("exclude", names: names)
    var cells = product.filter { cell in
      !excluded.contains { $0.allSatisfy { $0.holds(for: cell) } }
    }
    addCells(to: &cells, axes: axes)
    if cells.isEmpty, diagnostics.isEmpty {
      report("the sweep has no cells; exclude leaves none", document["exclude"] ?? document)
    }
    return cells
  }

  /// The settings of a cell: the file's, those of `set`, the cell's own and the arguments'.
  mutating func settings(of cell: SweepCell) -> SettingNode {
    var node = settings
    var own = SettingNode(.mapping([]), at: settings.position)
    for value in cell.values {
      own.set(value.node, at: value.dimension, keyPosition: value.keyPosition)
      node.set(value.node, at: value.dimension, keyPosition: value.keyPosition)
    }
    var given: [SettingEntry] = []
    for entry in conditional where entry.conditions.allSatisfy({ $0.holds(for: cell) }) {
      for leaf in entry.leaves where concerns(cell, leaf.key) {
        if let first = given.first(where: { $0.key == leaf.key }) {
          guard !SweepCell.equal(first.value, leaf.value) else { continue }
          diagnostics.append(
            Diagnostic(
              "'\(leaf.key)' is set differently in line \(first.keyPosition.line), "
                + "which also holds for \(cell)", at: leaf.keyPosition))
          continue
        }
        given.append(leaf)
        // What the cell says itself is more special than a rule for many cells.
        if own.value(at: leaf.key) == nil {
          node.set(leaf.value, at: leaf.key, keyPosition: leaf.keyPosition)
        }
      }
    }
    let names = cell.values.map(\.dimension)
    for entry in overrides.entries where !names.contains(entry.key) {
      guard !entry.key.hasPrefix("grid."), concerns(cell, entry.key) else { continue }
      node.set(entry.value, at: entry.key, keyPosition: entry.value.position)
    }
    return node
  }

  /// Whether a setting is not one of another component than the cell has: `method.lora.rank` does not
  /// concern a cell whose method is `coop`.
  private func concerns(_ cell: SweepCell, _ key: String) -> Bool {
    for value in cell.values where key.hasPrefix(value.dimension + ".") {
      let name = String(key.dropFirst(value.dimension.utf8.count + 1).prefix { $0 != "." })
      let isKnown = names(value.dimension).contains { PresetName.means(name, $0) }
      if isKnown, !PresetName.means(name, SweepCell.label(value.node)) { return false }
    }
    return true
  }

  /// The problems of arguments that concern none of some cells; a rule of the file may be for others.
  func unusedArguments(among cells: [SweepCell]) -> [Diagnostic] {
    guard !cells.isEmpty else { return [] }
    return overrides.entries.filter { entry in cells.allSatisfy { !concerns($0, entry.key) } }
      .map { Diagnostic("'\($0.key)' concerns none of the cells", at: $0.value.position) }
  }

  private mutating func readHeader() {
    if let version = document["ood"] {
      if version.text != "1" { report("expected 1, the version of this grammar", version) }
    } else {
      report("missing 'ood: 1', the version of the grammar", document)
    }
    guard let node = document["name"] else {
      report("missing 'name', the folder of the results", document)
      return
    }
    let text = node.text ?? ""
    let allowed = text.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
    if text.isEmpty || !allowed {
      report("expected a name of a-z, 0-9 and -, found \(ScalarReading.describe(node))", node)
    }
    name = text
  }

  /// Lists below `data` are there to be referred to.
  private mutating func reportUnused(data references: Set<String>) {
    guard let data = document["data"] else { return }
    guard let entries = data.entries else {
      report("expected {root: PATH, name: [values]}", data)
      return
    }
    for entry in entries where entry.key != "root" && !references.contains("data." + entry.key) {
      diagnostics.append(
        Diagnostic(
          "no dimension refers to it; write ${data.\(entry.key)} as its values",
          at: entry.keyPosition))
    }
  }

  private mutating func readConditional(names: [String]) {
    for node in list("set") {
      guard let entries = node.entries, let when = node["when"] else {
        report("expected {when: {dimension: value}, setting: value}", node)
        continue
      }
      let rest = SettingNode(.mapping(entries.filter { $0.key != "when" }), at: node.position)
      let leaves = SweepExpansion.leaves(of: rest, path: "")
      if leaves.isEmpty { report("nothing is set here", node) }
      conditional.append((conditions(when, names: names), leaves))
    }
  }

  /// The settings below a mapping with their dotted keys.
  private static func leaves(of node: SettingNode, path: String) -> [SettingEntry] {
    (node.entries ?? []).flatMap { entry in
      let key = path.isEmpty ? entry.key : path + "." + entry.key
      guard entry.value.entries?.isEmpty == false else {
        return [SettingEntry(key: key, keyPosition: entry.keyPosition, value: entry.value)]
      }
      return leaves(of: entry.value, path: key)
    }
  }

  private mutating func product(of axes: [SweepAxis]) -> [SweepCell]? {
    var count = 1
    for axis in axes {
      let (product, overflow) = count.multipliedReportingOverflow(by: axis.rows.count)
      guard !overflow, product <= SweepExpansion.limit else {
        report("the grid has more than \(SweepExpansion.limit) cells", document["grid"] ?? document)
        return nil
      }
      count = product
    }
    var rows: [[SweepCell.Value]] = [[]]
    for axis in axes { rows = rows.flatMap { row in axis.rows.map { row + $0 } } }
    return axes.isEmpty ? [] : rows.map(SweepCell.init(values:))
  }

  private mutating func addCells(to cells: inout [SweepCell], axes: [SweepAxis]) {
    let needed = axes.filter { !$0.isZip }.flatMap(\.names)
    for node in list("include_cells") {
      guard let entries = node.entries else {
        report("expected {dimension: value}", node)
        continue
      }
      // A dimension with a single value is a constant, which need not be repeated.
      var values: [SweepCell.Value] = []
      for axis in axes where axis.rows.count == 1 && !axis.isZip {
        values += axis.rows[0].filter { value in !entries.contains { $0.key == value.dimension } }
      }
      values += entries.map {
        SweepCell.Value(dimension: $0.key, node: $0.value, keyPosition: $0.keyPosition)
      }
      let missing = needed.filter { name in !values.contains { $0.dimension == name } }
      guard missing.isEmpty else {
        report("the cell lacks " + missing.map { "'\($0)'" }.joined(separator: ", "), node)
        continue
      }
      let order = Dictionary(
        needed.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      let sorted = values.enumerated().sorted {
        (order[$0.element.dimension] ?? needed.count, $0.offset)
          < (order[$1.element.dimension] ?? needed.count, $1.offset)
      }
      cells.append(SweepCell(values: sorted.map(\.element)))
    }
  }

  private mutating func patterns(_ key: String, names: [String]) -> [[SweepCondition]] {
    list(key).map { conditions($0, names: names) }.filter { !$0.isEmpty }
  }

  private mutating func conditions(_ node: SettingNode, names: [String]) -> [SweepCondition] {
    guard let entries = node.entries, !entries.isEmpty else {
      report("expected {dimension: value}, found \(ScalarReading.describe(node))", node)
      return []
    }
    var conditions: [SweepCondition] = []
    for entry in entries {
      if !names.contains(entry.key) {
        diagnostics.append(
          Diagnostic(
            "unknown dimension '\(entry.key)'; known: " + names.joined(separator: ", "),
            at: entry.keyPosition, hint: Suggestion.hint(for: entry.key, among: names)))
      } else if let condition = SweepCondition(dimension: entry.key, node: entry.value) {
        conditions.append(condition)
      } else {
        report("expected a value, a list or a comparison such as \">1\"", entry.value)
      }
    }
    return conditions
  }

  private mutating func list(_ key: String) -> [SettingNode] {
    guard let node = document[key] else { return [] }
    guard let elements = node.elements else {
      report("expected a list, found \(ScalarReading.describe(node))", node)
      return []
    }
    return elements
  }

  private mutating func report(_ message: String, _ node: SettingNode) {
    diagnostics.append(Diagnostic(message, at: node.position))
  }
}
