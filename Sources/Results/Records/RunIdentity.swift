import Configuration
import FileFormats

/// Everything that decides the numbers of a unit, and nothing else.
///
/// Not part of it are paths, the host, the number of jobs, dates and the revision in git.
public struct RunIdentity: Codable, Sendable, Equatable {
  /// All settings with the defaults filled in.
  public var config: JSONValue
  /// The content hash of each data set by name.
  public var data: [String: String]
  /// The SHA-256 of the model's weights by name.
  public var weights: [String: String]
  /// The revision of each component's code by name, such as `method/coop`.
  public var revs: [String: Int]
  /// What else decides bits, such as the size of tiles.
  public var numerics: JSONValue

  /// Creates an identity.
  public init(
    config: JSONValue, data: [String: String], weights: [String: String], revs: [String: Int],
    numerics: JSONValue = .object([:])
  ) {
    self.config = config
    self.data = data
    self.weights = weights
    self.revs = revs
    self.numerics = numerics
  }

  /// The run id: the first 12 hexadecimal digits of the SHA-256 of the canonical JSON.
  public func runID() throws -> String {
    String(try sha256(ofCanonical: settings(of: self)).prefix(12))
  }

  /// The label of a setting by its dotted key, such as `method` or `train.learning_rate`.
  ///
  /// Of a component with settings it is the name. Nil if there is no such setting.
  public func label(_ path: String) -> String? {
    var value = config
    for key in path.split(separator: ".") {
      guard let next = value[String(key)] else { return nil }
      value = next
    }
    switch value {
    case .string(let text): return text
    case .object(let members) where members.count == 1: return members.first?.key
    case .null: return nil
    default: return value.canonicalText
    }
  }
}

/// The SHA-256 of a value's only text.
func sha256(ofCanonical value: JSONValue) -> String {
  SHA256.hexDigest(of: Array(value.canonicalText.utf8))
}
