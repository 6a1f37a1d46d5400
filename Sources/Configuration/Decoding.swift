import FoundationEssentials
import Synchronization

/// Decodes settings over the defaults of a type and reports all problems at once.
///
/// Throws `ConfigurationError`.
public func decode<T: Configurable>(_ type: T.Type, from node: SettingNode) throws -> T {
  try decode(type, from: node, alsoKnown: [])
}

/// Decodes settings; `alsoKnown` are keys of the file that are no settings, for suggestions.
func decode<T: Configurable>(
  _ type: T.Type, from node: SettingNode, alsoKnown: [String]
) throws -> T {
  let problems = DecodingProblems()
  let decoder = SettingDecoder(
    node: node, fallback: try T.defaults(), problems: problems, alsoKnown: alsoKnown)
  let value = try decoder.value(type)
  guard problems.diagnostics.isEmpty else { throw ConfigurationError(problems.diagnostics) }
  return value
}

/// Decodes a value that a program wrote, such as a record; every setting must be there.
///
/// Throws `DecodingError` with the path of what does not fit.
public func decode<T: Decodable>(_ type: T.Type, from json: JSONValue) throws -> T {
  try SettingDecoder(node: nil, fallback: json, problems: DecodingProblems()).value(type)
}

/// All settings of a value with the spelling of files; optionals that are nil are left out.
public func settings<T: Encodable>(of value: T) throws -> JSONValue {
  let encoder = JSONEncoder()
  encoder.keyEncodingStrategy = .custom { path in
    SettingKey(stringValue: SettingSpelling.file(path.last?.stringValue ?? ""))
  }
  return try JSONValue(parsing: Array(encoder.encode(value)), name: "\(T.self)")
}

extension Configurable {
  /// The settings of a new value.
  static func defaults() throws -> JSONValue {
    let type = ObjectIdentifier(Self.self)
    if let known = knownDefaults.withLock({ $0[type] }) { return known }
    let defaults = try settings(of: Self())
    knownDefaults.withLock { $0[type] = defaults }
    return defaults
  }
}

/// The defaults of types that were asked for before: a sweep asks for the same ones in every cell.
private let knownDefaults = Mutex<[ObjectIdentifier: JSONValue]>([:])
