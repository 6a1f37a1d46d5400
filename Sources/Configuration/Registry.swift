/// A list of components from which files choose by name.
public protocol Registry: Sendable {
  /// What the members are, in the singular, such as `detector`.
  static var kind: String { get }
  /// The components in the order of `ood ls`.
  static var members: [any Configurable.Type] { get }
}

/// A component chosen by name, with its settings.
///
/// Files write `energy`, `{energy: {temperature: 0.5}}` or `{name: energy, temperature: 0.5}`;
/// it is stored in the second form with all settings, so that a record says what was used.
public struct Chosen<Source: Registry>: Codable, Sendable {
  /// The component.
  public var value: any Configurable

  /// The name of the component.
  public var name: String { Swift.type(of: value).name }

  /// Chooses a component.
  public init(_ value: any Configurable) {
    self.value = value
  }

  /// Reads the name and the settings.
  public init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? SettingDecoder else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "use decode(_:from:) for Chosen"))
    }
    value = try decoder.chosen(from: Source.members, kind: Source.kind)
  }

  /// Writes the name with all settings.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode([name: settings(of: value)])
  }
}

/// Decodes a component chosen by name: `energy`, `{energy: {temperature: 0.5}}` or
/// `{name: energy, temperature: 0.5}`.
///
/// Throws `ConfigurationError` that lists the known names or settings.
public func decode(
  _ node: SettingNode, from registry: [any Configurable.Type], kind: String
) throws -> any Configurable {
  let problems = DecodingProblems()
  let decoder = SettingDecoder(node: node, fallback: nil, problems: problems)
  do {
    let value = try decoder.chosen(from: registry, kind: kind)
    if problems.diagnostics.isEmpty { return value }
  } catch is AlreadyReported {
    // The diagnostics say why.
  }
  throw ConfigurationError(problems.diagnostics)
}

extension SettingDecoder {
  fileprivate func chosen(
    from registry: [any Configurable.Type], kind: String
  ) throws -> any Configurable {
    guard let node else { return try stored(from: registry, kind: kind) }
    guard let (name, settings) = named(node) else {
      problems.report(
        "expected the name of a \(kind), found \(ScalarReading.describe(node))",
        at: node.position, hint: "write \(kind) or {\(kind): {setting: value}}")
      return try placeholder(from: registry)
    }
    let known = registry.map { $0.name }
    guard let text = name.text, let type = registry.first(where: { $0.name == text }) else {
      problems.report(
        "unknown \(kind) \(ScalarReading.describe(name)); known: "
          + known.joined(separator: ", "),
        at: name.position, hint: Suggestion.hint(for: name.text ?? "", among: known))
      return try placeholder(from: registry)
    }
    return try value(of: type, at: settings)
  }

  /// Any member, so that the rest of the file is still checked; the problem is reported.
  private func placeholder(
    from registry: [any Configurable.Type]
  ) throws(AlreadyReported) -> any Configurable {
    guard let type = registry.first else { throw AlreadyReported() }
    return type.init()
  }

  private func value<T: Configurable>(of type: T.Type, at node: SettingNode) throws -> T {
    try with(node: node, fallback: try T.defaults()).value(type)
  }

  /// The name and the settings of the three ways to write a choice.
  private func named(_ node: SettingNode) -> (name: SettingNode, settings: SettingNode)? {
    if node.text != nil {
      return node.isNull ? nil : (node, SettingNode(.mapping([]), at: node.position))
    }
    guard let entries = node.entries else { return nil }
    if let name = node["name"] { return (name, node.removing(["name"])) }
    guard entries.count == 1, let entry = entries.first else { return nil }
    let name = SettingNode(.scalar(entry.key, isPlain: true), at: entry.keyPosition)
    return (name, entry.value)
  }

  private func stored(
    from registry: [any Configurable.Type], kind: String
  ) throws -> any Configurable {
    guard case .object(let members)? = fallback, members.count == 1, let member = members.first,
      let type = registry.first(where: { $0.name == member.key })
    else { throw mismatch("a known \(kind)") }
    return try with(node: nil, fallback: member.value).value(type)
  }
}
