/// Texts by names of the user, such as `{camera: left, night: [yes, maybe]}`.
///
/// Numbers and Booleans stand for their texts, for columns of tables hold texts.
public struct NamedTexts: Codable, Sendable, Equatable {
  /// The texts of each name.
  public let texts: [String: [String]]

  /// Names texts.
  public init(_ texts: [String: [String]]) { self.texts = texts }

  /// Reads a mapping of texts or lists of texts.
  public init(from decoder: any Decoder) throws {
    var texts: [String: [String]] = [:]
    switch try JSONValue(from: decoder) {
    case .object(let members):
      for (name, value) in members {
        guard case .array(let values) = value else {
          texts[name] = [try NamedTexts.text(of: value, name: name)]
          continue
        }
        texts[name] = try values.map { try NamedTexts.text(of: $0, name: name) }
      }
    case .array(let rows):
      for case .array(let row) in rows {
        let row = row.compactMap(\.string)
        if let name = row.first { texts[name] = Array(row.dropFirst()) }
      }
    default:
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "expected {name: text}"))
    }
    self.texts = texts
  }

  /// Writes lists of a name with its texts: the names are the user's, and keys are respelt.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(texts.sorted { $0.key < $1.key }.map { [$0.key] + $0.value })
  }

  private static func text(of value: JSONValue, name: String) throws -> String {
    switch value {
    case .string(let text): return text
    case .integer, .bool: return value.canonicalText
    default:
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: [],
          debugDescription: "'\(name)' is \(value.canonicalText), expected a text; put it in quotes"
        ))
    }
  }
}
