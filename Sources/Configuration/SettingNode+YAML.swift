import Yams

extension SettingNode {
  /// Reads a YAML text of one document whose top level is a mapping.
  ///
  /// Throws `ConfigurationError` with the place of what is malformed; the duplicate keys of all
  /// mappings are reported together.
  public init(yaml text: String, file: String) throws {
    let source = SettingSource(name: file, text: text)
    let root = try SettingNode.composed(text, source: source)
    guard root.isNull || root.entries != nil else {
      throw ConfigurationError(
        "expected settings (key: value), found a list or a single value",
        at: root.position)
    }
    self = root.isNull ? SettingNode(.mapping([]), at: root.position) : root
  }

  /// Reads the value of an argument `key=value`: `4`, `[1, 2]`, `{lora: {rank: 4}}`.
  public init(argumentValue text: String, source: SettingSource) throws {
    self = try SettingNode.composed(text, source: source)
  }

  private static func composed(_ text: String, source: SettingSource) throws -> SettingNode {
    let start = SettingPosition(source: source, line: 1, column: 1, length: 1)
    guard let (root, masks) = try YAMLComposition.compose(text, source: source) else {
      return SettingNode(.scalar("", isPlain: true), at: start)
    }
    var conversion = NodeConversion(source: source, masks: masks)
    let node = conversion.node(root)
    guard conversion.diagnostics.isEmpty else { throw ConfigurationError(conversion.diagnostics) }
    return node
  }
}

/// Turns the nodes of Yams into ours and finds duplicate keys.
private struct NodeConversion {
  let source: SettingSource
  let masks: [Unicode.Scalar: Unicode.Scalar]
  var diagnostics: [Diagnostic] = []
  private var count = 0
  /// Aliases of aliases can name billions of nodes in a few lines.
  private let limit = 1_000_000

  init(source: SettingSource, masks: [Unicode.Scalar: Unicode.Scalar]) {
    self.source = source
    self.masks = masks
  }

  mutating func node(_ node: Node) -> SettingNode {
    count += 1
    guard count < limit else {
      if count == limit {
        diagnostics.append(
          Diagnostic("more than \(limit) values; do aliases repeat each other?", at: nil))
      }
      return SettingNode(.scalar("", isPlain: true), at: place(node.mark, length: 1))
    }
    switch node {
    case .scalar(let scalar):
      let text = restored(scalar.string)
      let plain = scalar.style == .plain || scalar.style == .any
      let length = text.unicodeScalars.count + (plain ? 0 : 2)
      return SettingNode(.scalar(text, isPlain: plain), at: place(scalar.mark, length: length))
    case .sequence(let sequence):
      let elements = sequence.map { self.node($0) }
      return SettingNode(.sequence(elements), at: place(sequence.mark, length: 1))
    case .mapping(let mapping):
      return SettingNode(.mapping(entries(mapping)), at: place(mapping.mark, length: 1))
    case .alias(let alias):
      return SettingNode(.scalar("", isPlain: true), at: place(alias.mark, length: 1))
    }
  }

  private mutating func entries(_ mapping: Node.Mapping) -> [SettingEntry] {
    var entries: [SettingEntry] = []
    for (keyNode, valueNode) in mapping {
      let keyPlace = place(keyNode.mark, length: 1)
      guard case .scalar(let scalar) = keyNode else {
        diagnostics.append(Diagnostic("a key must be a single word, not a list", at: keyPlace))
        continue
      }
      let key = restored(scalar.string)
      let position = place(scalar.mark, length: key.unicodeScalars.count)
      if let first = entries.first(where: { $0.key == key }) {
        diagnostics.append(
          Diagnostic(
            "duplicate key '\(key)'", at: position,
            hint: "first given in line \(first.keyPosition.line)"))
        continue
      }
      entries.append(SettingEntry(key: key, keyPosition: position, value: node(valueNode)))
    }
    return entries
  }

  private func place(_ mark: Mark?, length: Int) -> SettingPosition {
    SettingPosition(
      source: source, line: mark?.line ?? 1, column: mark?.column ?? 1, length: length)
  }

  private func restored(_ text: String) -> String {
    if masks.isEmpty { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(masks[scalar] ?? scalar) }
    return String(scalars)
  }
}
