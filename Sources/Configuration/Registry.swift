/// A list of components from which files choose by name.
public protocol Registry: Sendable {
  /// What the members are, in the singular, such as `detector`.
  static var kind: String { get }
  /// The components in the order of `ood ls`.
  static var members: [any Configurable.Type] { get }
}

/// A component chosen by name, with its settings.
///
/// Files write `energy`, `{energy: {temperature: 0.5}}` or `{name: energy, temperature: 0.5}`, and
/// `energy@preset` in the place of any of these names to start from a preset; it is stored in the
/// second form with all settings and without the preset, so that a record says what was used.
public struct Chosen<Source: Registry>: Codable, Sendable {
  /// The component.
  public var value: any Configurable
  /// The preset that its settings started from; nil for the defaults.
  public let preset: String?

  /// The name of the component.
  public var name: String { Swift.type(of: value).name }

  /// The name with the preset's, as files write it: `coop@small`.
  public var label: String { preset.map { "\(name)@\($0)" } ?? name }

  /// Chooses a component.
  ///
  /// - Parameter preset: the preset that its settings started from, for the label.
  public init(_ value: any Configurable, preset: String? = nil) {
    self.value = value
    self.preset = preset
  }

  /// Reads the name and the settings.
  public init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? SettingDecoder else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "use decode(_:from:) for Chosen"))
    }
    (value, preset) = try decoder.chosen(from: Source.members, kind: Source.kind)
  }

  /// Writes the name with all settings.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode([name: settings(of: value)])
  }
}

/// Decodes a component chosen by name: `energy`, `{energy: {temperature: 0.5}}` or
/// `{name: energy, temperature: 0.5}`, with a preset as `energy@preset`.
///
/// Throws `ConfigurationError` that lists the known names, presets or settings.
public func decode(
  _ node: SettingNode, from registry: [any Configurable.Type], kind: String
) throws -> any Configurable {
  let problems = DecodingProblems()
  let decoder = SettingDecoder(node: node, fallback: nil, problems: problems)
  do {
    let (value, _) = try decoder.chosen(from: registry, kind: kind)
    if problems.diagnostics.isEmpty { return value }
  } catch is AlreadyReported {
    // The diagnostics say why.
  }
  throw ConfigurationError(problems.diagnostics)
}

extension SettingDecoder {
  fileprivate func chosen(
    from registry: [any Configurable.Type], kind: String
  ) throws -> (value: any Configurable, preset: String?) {
    guard let node else { return (try stored(from: registry, kind: kind), nil) }
    guard let (name, settings) = named(node) else {
      problems.report(
        "expected the name of a \(kind), found \(ScalarReading.describe(node))",
        at: node.position, hint: "write \(kind) or {\(kind): {setting: value}}")
      return (try placeholder(from: registry), nil)
    }
    let known = registry.map { $0.name }
    let chosen = PresetName(name.text ?? "")
    guard let type = registry.first(where: { $0.name == chosen.component }) else {
      problems.report(
        "unknown \(kind) \(ScalarReading.describe(name)); known: "
          + known.joined(separator: ", "),
        at: name.position, hint: Suggestion.hint(for: chosen.component, among: known))
      return (try placeholder(from: registry), nil)
    }
    let start = try start(of: type, preset: chosen.preset, kind: kind, at: name.position)
    return (try value(of: type, at: settings, over: start), chosen.preset)
  }

  /// The settings that those of the file go over.
  private func start(
    of type: any Configurable.Type, preset: String?, kind: String, at place: SettingPosition
  ) throws -> JSONValue {
    guard let preset else { return try type.defaults() }
    if let known = type.presets.first(where: { $0.name == preset }) {
      return try Configuration.settings(of: known.value)
    }
    let known = type.presets.map(\.name)
    problems.report(
      "unknown preset '\(preset)' of \(kind) '\(type.name)'"
        + (known.isEmpty ? "; it has none" : "; known: " + known.joined(separator: ", ")),
      at: place, hint: Suggestion.hint(for: preset, among: known))
    return try type.defaults()
  }

  /// Any member, so that the rest of the file is still checked; the problem is reported.
  private func placeholder(
    from registry: [any Configurable.Type]
  ) throws(AlreadyReported) -> any Configurable {
    guard let type = registry.first else { throw AlreadyReported() }
    return type.init()
  }

  private func value<T: Configurable>(
    of type: T.Type, at node: SettingNode, over start: JSONValue
  ) throws -> T {
    try with(node: node, fallback: start).value(type)
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
