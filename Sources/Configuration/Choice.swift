/// Decodes components that an option of the command line names, such as `mcm` or
/// `knn:k=10,metric=cosine`.
///
/// Values are written as in files; commas within brackets belong to them (`x:layers=[1, 2]`).
///
/// - Parameters:
///   - texts: what the option was given, once for each time it stands.
///   - option: the option's name for messages, such as `--detector`.
///   - registry: the known components.
///   - kind: what they are, in the singular.
/// - Throws: `ConfigurationError` that lists every problem of every text.
public func decode(
  choices texts: [String], of option: String, from registry: [any Configurable.Type], kind: String
) throws -> [any Configurable] {
  var values: [any Configurable] = []
  var diagnostics: [Diagnostic] = []
  for text in texts {
    let source = SettingSource(argument: option, key: text)
    do {
      values.append(try decode(choice(text, source: source), from: registry, kind: kind))
    } catch let error as ConfigurationError {
      diagnostics += error.diagnostics
    }
  }
  guard diagnostics.isEmpty else { throw ConfigurationError(diagnostics) }
  return values
}

/// The text that `decode(choices:of:from:kind:)` reads back as the same value: its name, and the
/// settings that are not at their defaults, as `knn:k=10`.
public func choiceText<Value: Configurable>(of value: Value) throws -> String {
  guard case .object(let members) = try settings(of: value),
    case .object(let defaults) = try Value.defaults()
  else { return Value.name }
  let changed = members.filter { defaults[$0.key] != $0.value }.sorted { $0.key < $1.key }
  if changed.isEmpty { return Value.name }
  return "\(Value.name):"
    + changed.map { "\($0.key)=\($0.value.canonicalText)" }.joined(separator: ",")
}

private func choice(_ text: String, source: SettingSource) throws -> SettingNode {
  try choice(text, at: SettingPosition(source: source, line: 1, column: 1, length: 1))
}

/// The node of `name` or `name:key=value,key=value`, which stands at a place.
func choice(_ text: String, at place: SettingPosition) throws -> SettingNode {
  let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
  let name = String(parts[0])
  guard parts.count == 2 else { return SettingNode(.scalar(name, isPlain: true), at: place) }
  var settings: [SettingEntry] = []
  var diagnostics: [Diagnostic] = []
  for part in fields(parts[1]) {
    let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, let key = sides.first, !key.isEmpty else {
      diagnostics.append(
        Diagnostic("expected \(name):key=value,..., found '\(part)' after the name", at: place))
      continue
    }
    if settings.contains(where: { $0.key == key }) {
      diagnostics.append(Diagnostic("gives '\(key)' twice", at: place))
    }
    let value = try SettingNode(argumentValue: String(sides[1]), source: place.source)
    settings.append(
      SettingEntry(
        key: String(key), keyPosition: place, value: SettingNode(value.content, at: place)))
  }
  guard diagnostics.isEmpty else { throw ConfigurationError(diagnostics) }
  let node = SettingNode(.mapping(settings), at: place)
  return SettingNode(
    .mapping([SettingEntry(key: name, keyPosition: place, value: node)]), at: place)
}

/// The parts between commas that stand in no bracket.
private func fields(_ text: Substring) -> [String] {
  var fields = [""]
  var depth = 0
  for character in text {
    if "[{".contains(character) { depth += 1 }
    if "]}".contains(character) { depth -= 1 }
    if character == ",", depth == 0 {
      fields.append("")
    } else {
      fields[fields.count - 1].append(character)
    }
  }
  return fields
}
