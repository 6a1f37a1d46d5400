/// Decodes one value from the user's text where it says something, else from the default.
///
/// The types are asked what they want by their own (synthesised) `init(from:)`; each scalar of
/// the wrong type is reported and replaced by its default, so that one pass finds everything.
struct SettingDecoder: Decoder {
  let node: SettingNode?
  let fallback: JSONValue?
  let problems: DecodingProblems
  let requested = RequestedSettings()
  /// What the settings belong to in messages, such as `'energy'`.
  let owner: String?
  /// Dictionaries have keys of the user, which are no Swift names.
  let keysAreVerbatim: Bool
  /// Keys of the file that are no settings but may have been meant.
  let alsoKnown: [String]
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(
    node: SettingNode?, fallback: JSONValue?, problems: DecodingProblems, owner: String? = nil,
    keysAreVerbatim: Bool = false, alsoKnown: [String] = [], codingPath: [any CodingKey] = []
  ) {
    self.node = node
    self.fallback = fallback
    self.problems = problems
    self.owner = owner
    self.keysAreVerbatim = keysAreVerbatim
    self.alsoKnown = alsoKnown
    self.codingPath = codingPath
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    var node = self.node
    if let given = node, given.entries == nil {
      if !given.isNull { report(ScalarReading.expected("settings (key: value)", given), at: given) }
      guard given.isNull || fallback != nil else { throw AlreadyReported() }
      node = fallback == nil ? SettingNode(.mapping([]), at: given.position) : nil
    }
    if node == nil {
      guard case .object? = fallback else { throw mismatch("an object") }
    }
    return KeyedDecodingContainer(SettingKeyedContainer<Key>(decoder: self, node: node))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    if let node {
      if let elements = node.elements {
        return SettingUnkeyedContainer(decoder: self, nodes: elements, values: [])
      }
      let fault = ScalarReading.expected("a list", node)
      let hint = node.text.map { $0.isEmpty ? "write []" : "write [\($0)]" }
      report(.init(message: fault.message, hint: hint), at: node)
    }
    guard case .array(let values)? = fallback else {
      if node != nil { return SettingUnkeyedContainer(decoder: self, nodes: [], values: []) }
      throw mismatch("an array")
    }
    return SettingUnkeyedContainer(decoder: self, nodes: nil, values: values)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    SettingScalarContainer(decoder: self)
  }

  /// Decodes a value with the message rules of its type, then checks that nothing was left over.
  func value<T: Decodable>(_ type: T.Type) throws -> T {
    if let cases = SettingDecoder.choices(of: type) { return try choice(type, cases: cases) }
    let configurable = type as? any Configurable.Type
    var decoder = self
    if fallback == nil, let configurable, node != nil {
      decoder = with(fallback: try configurable.defaults())
    }
    decoder = decoder.with(
      owner: configurable.map { $0.name.isEmpty ? nil : "'\($0.name)'" } ?? owner,
      keysAreVerbatim: type is any DictionaryType.Type)
    do {
      let value = try T(from: decoder)
      decoder.reportUnknown(isComponent: value is any Configurable)
      if let value = value as? any Configurable { decoder.reportProblems(of: value) }
      return value
    } catch let error where node != nil {
      report(error)
      guard let fallback = decoder.fallback else { throw AlreadyReported() }
      return try with(node: nil, fallback: fallback).value(type)
    }
  }

  /// The value without a type: what YAML 1.2 makes of it.
  func untyped() throws -> JSONValue {
    guard let node else { return fallback ?? .null }
    switch node.content {
    case .scalar:
      do {
        return try ScalarReading.untyped(node)
      } catch {
        report(error, at: node)
        return .null
      }
    case .sequence(let elements):
      return .array(try elements.map { try with(node: $0, fallback: nil).untyped() })
    case .mapping(let entries):
      var members: [String: JSONValue] = [:]
      for entry in entries {
        members[entry.key] = try with(node: entry.value, fallback: nil).untyped()
      }
      return .object(members)
    }
  }

  func report(_ fault: ScalarReading.Fault, at node: SettingNode) {
    problems.report(fault.message, at: node.position, hint: fault.hint)
  }

  func mismatch(_ expected: String) -> any Error {
    let found = fallback.map { " found \(SettingDecoder.kind($0))" } ?? " found nothing"
    return DecodingError.typeMismatch(
      Any.self,
      .init(codingPath: codingPath, debugDescription: "expected \(expected),\(found)"))
  }
}

/// Marks the dictionaries among the types.
private protocol DictionaryType {}
extension Dictionary: DictionaryType {}

extension SettingDecoder {
  func with(node: SettingNode?, fallback: JSONValue?, key: (any CodingKey)? = nil) -> SettingDecoder
  {
    SettingDecoder(
      node: node, fallback: fallback, problems: problems,
      codingPath: key.map { codingPath + [$0] } ?? codingPath)
  }

  private func with(fallback: JSONValue?) -> SettingDecoder {
    SettingDecoder(
      node: node, fallback: fallback, problems: problems, owner: owner,
      keysAreVerbatim: keysAreVerbatim, alsoKnown: alsoKnown, codingPath: codingPath)
  }

  private func with(owner: String?, keysAreVerbatim: Bool) -> SettingDecoder {
    SettingDecoder(
      node: node, fallback: fallback, problems: problems, owner: owner,
      keysAreVerbatim: keysAreVerbatim, alsoKnown: alsoKnown, codingPath: codingPath)
  }

  private func reportUnknown(isComponent: Bool) {
    guard let entries = node?.entries, !requested.names.isEmpty || !keysAreVerbatim else { return }
    let known = requested.names.sorted()
    // A type that never asked for keys decoded the mapping by other means, unless it is a component
    // without settings.
    guard !known.isEmpty || isComponent else { return }
    for entry in entries where !requested.names.contains(entry.key) {
      problems.report(
        "unknown setting '\(entry.key)'" + (owner.map { " for \($0)" } ?? "")
          + (known.isEmpty ? "; it has none" : "; known: " + known.joined(separator: ", ")),
        at: entry.keyPosition, hint: Suggestion.hint(for: entry.key, among: known + alsoKnown))
    }
  }

  private func reportProblems(of value: any Configurable) {
    for problem in value.problems {
      // A default is the program's business; only what the user wrote is reported here.
      let place = node?.value(at: problem.setting)?.position ?? node?.position
      guard node != nil else { continue }
      problems.report("\(problem.setting) \(problem.message)", at: place, hint: problem.hint)
    }
  }

  private func report(_ error: any Error) {
    guard let node, !(error is AlreadyReported) else { return }
    if case DecodingError.dataCorrupted(let context) = error {
      problems.report(context.debugDescription, at: node.position)
    } else if let error = error as? ConfigurationError {
      for diagnostic in error.diagnostics {
        problems.report(
          diagnostic.message, at: diagnostic.position ?? node.position, hint: diagnostic.hint)
      }
    } else {
      problems.report("\(error)", at: node.position)
    }
  }

  /// The raw texts of a string enumeration, or nil for other types.
  static func choices(of type: any Decodable.Type) -> [String]? {
    guard let type = type as? any CaseIterable.Type else { return nil }
    func texts<C: CaseIterable>(_ type: C.Type) -> [String]? {
      let texts = type.allCases.compactMap { value -> String? in
        guard let value = value as? any RawRepresentable else { return nil }
        return value.rawValue as? String
      }
      return texts.count == type.allCases.count && !texts.isEmpty ? texts : nil
    }
    return texts(type)
  }

  private func choice<T: Decodable>(_ type: T.Type, cases: [String]) throws -> T {
    if let node {
      if let text = node.text, cases.contains(text) { return try T(from: self) }
      let text = node.text ?? ""
      problems.report(
        "expected one of \(cases.joined(separator: ", ")), found \(ScalarReading.describe(node))",
        at: node.position, hint: Suggestion.hint(for: text, among: cases))
      let known = fallback ?? cases.first.map { .string($0) }
      return try T(from: with(node: nil, fallback: known))
    }
    return try T(from: self)
  }

  private static func kind(_ value: JSONValue) -> String {
    switch value {
    case .null: return "null"
    case .bool: return "a Boolean"
    case .integer, .number: return "a number"
    case .string(let text): return "the text \"\(text)\""
    case .array: return "an array"
    case .object: return "an object"
    }
  }
}
