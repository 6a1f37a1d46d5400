/// A list of components from which files choose by name.
public protocol Registry: Sendable {
  /// What the members are, in the singular, such as `detector`.
  static var kind: String { get }
  /// The components in the order of `ood ls`.
  static var members: [any Configurable.Type] { get }
  /// Settings of members under names of their own.
  static var named: [NamedPreset] { get }
}

extension Registry {
  public static var named: [NamedPreset] { [] }
}

/// A component chosen by name, with its settings.
///
/// Files write `energy`, `energy:temperature=0.5`, `{energy: {temperature: 0.5}}` or `{name: energy,
/// temperature: 0.5}`, and
/// `energy@preset` in the place of any of these names to start from a preset; it is stored in the
/// second form with all settings and without the preset, so that a record says what was used. A named
/// preset of the registry stands for its component.
public struct Chosen<Source: Registry>: Codable, Sendable {
  /// The component.
  public var value: any Configurable
  /// The name as files write it, with the preset's: `coop@small`, `rarl`.
  public let label: String

  /// The name of the component.
  public var name: String { Swift.type(of: value).name }

  /// Whether the settings started from a preset, and not from the defaults.
  public var isPreset: Bool { label != name }

  /// Chooses a component.
  ///
  /// - Parameter preset: the preset that its settings started from, for the label.
  public init(_ value: any Configurable, preset: String? = nil) {
    self.value = value
    let name = Swift.type(of: value).name
    label = preset.map { "\(name)@\($0)" } ?? name
  }

  /// Chooses a component under the name that files gave it.
  public init(_ value: any Configurable, label: String) {
    self.value = value
    self.label = label
  }

  /// Reads the name and the settings.
  public init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? SettingDecoder else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "use decode(_:from:) for Chosen"))
    }
    (value, label) = try decoder.chosen(
      from: Source.members, named: Source.named, kind: Source.kind)
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
    let (value, _) = try decoder.chosen(from: registry, named: [], kind: kind)
    if problems.diagnostics.isEmpty { return value }
  } catch is AlreadyReported {
    // The diagnostics say why.
  }
  throw ConfigurationError(problems.diagnostics)
}

extension SettingDecoder {
  fileprivate func chosen(
    from registry: [any Configurable.Type], named presets: [NamedPreset], kind: String
  ) throws -> (value: any Configurable, label: String) {
    func plain(_ value: any Configurable) -> (value: any Configurable, label: String) {
      (value, type(of: value).name)
    }
    guard let node else { return plain(try stored(from: registry, kind: kind)) }
    if let text = node.text, text.contains(":"), text.contains("=") {
      do {
        let long = try choice(text, at: node.position)
        return try with(node: long, fallback: fallback)
          .chosen(from: registry, named: presets, kind: kind)
      } catch let error as ConfigurationError {
        for diagnostic in error.diagnostics {
          problems.report(diagnostic.message, at: node.position, hint: diagnostic.hint)
        }
        return plain(try placeholder(from: registry))
      }
    }
    guard let (name, settings) = named(node) else {
      problems.report(
        "expected the name of a \(kind), found \(ScalarReading.describe(node))",
        at: node.position, hint: "write \(kind) or {\(kind): {setting: value}}")
      return plain(try placeholder(from: registry))
    }
    let label = name.text ?? ""
    if let preset = presets.first(where: { $0.name == label }) {
      func opened<T: Configurable>(_ preset: T) throws -> any Configurable {
        try value(of: T.self, at: settings, over: Configuration.settings(of: preset))
      }
      return (try opened(preset.value), label)
    }
    let known = registry.map { $0.name } + presets.map(\.name)
    let chosen = PresetName(label)
    guard let type = registry.first(where: { $0.name == chosen.component }) else {
      problems.report(
        "unknown \(kind) \(ScalarReading.describe(name)); known: "
          + known.joined(separator: ", "),
        at: name.position, hint: Suggestion.hint(for: chosen.component, among: known))
      return plain(try placeholder(from: registry))
    }
    let start = try start(of: type, preset: chosen.preset, kind: kind, at: name.position)
    return (try value(of: type, at: settings, over: start), label)
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
