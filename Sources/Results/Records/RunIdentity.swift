import Configuration
import FileFormats

/// Everything that decides the numbers of a unit, and nothing else.
///
/// Not part of it are paths, the host, the number of jobs, dates and the revision in git.
public struct RunIdentity: Sendable, Equatable {
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
  /// What settings were called where their values have a name, such as `method` `coop@small`.
  ///
  /// Not part of the run id, which goes by the values.
  public var labels: [String: String]

  /// Creates an identity.
  public init(
    config: JSONValue, data: [String: String], weights: [String: String], revs: [String: Int],
    numerics: JSONValue = .object([:]), labels: [String: String] = [:]
  ) {
    self.config = config
    self.data = data
    self.weights = weights
    self.revs = revs
    self.numerics = numerics
    self.labels = labels
  }

  /// The run id: the first 12 hexadecimal digits of the SHA-256 of the canonical JSON.
  ///
  /// Throws if a setting is not finite.
  public func runID() throws -> String {
    for value in [config, numerics] {
      if let path = value.firstNotFinite(at: "config") {
        throw ResultsError("'\(path)' is not finite; a record cannot hold it")
      }
    }
    return canonicalID
  }

  private var canonicalID: String {
    String(sha256(ofCanonical: .object(members)).prefix(12))
  }

  /// The label of a setting by its dotted key, such as `method` or `train.learning_rate`.
  ///
  /// Of a component with settings it is the name, with the preset that the settings started from.
  /// Nil if there is no such setting.
  public func label(_ path: String) -> String? {
    if let label = labels[path] { return label }
    if let usual = RunIdentity.axes[path] {
      guard case .object(let method) = config["method"], let settings = method.values.first,
        case .object(let chosen) = settings["training"]?[path], chosen.count == 1,
        let name = chosen.keys.first
      else { return usual }
      return name
    }
    var value = config
    if !path.utf8.contains(UInt8(ascii: ".")) {
      guard let member = config[path] else { return nil }
      value = member
    } else {
      for key in path.split(separator: ".") {
        guard let next = value[String(key)] else { return nil }
        value = next
      }
    }
    switch value {
    case .integer(let number): return String(number)
    case .string(let text): return text
    case .object(let members) where members.count == 1: return members.first?.key
    case .null: return nil
    default: return value.canonicalText
    }
  }
}

extension RunIdentity {
  /// Axes of a method's training that can be named like settings of a unit, with what they are where
  /// a record says nothing of them.
  private static let axes = [
    "objective": "cross-entropy", "supervision": "clean", "curriculum": "none",
  ]

  /// The names of `members`.
  static let memberNames: Set = ["config", "data", "weights", "revs", "numerics"]

  /// The members of a record's file that make its identity.
  var members: [String: JSONValue] {
    [
      "config": config, "data": .strings(data), "weights": .strings(weights),
      "revs": .object(revs.mapValues { .integer($0) }), "numerics": numerics,
    ]
  }

  /// Reads the members of a record's file.
  init(_ reader: RecordReader) throws(ResultsError) {
    self.init(
      config: try reader.value("config"), data: try reader.strings("data"),
      weights: try reader.strings("weights"), revs: try reader.integers("revs"),
      numerics: try reader.value("numerics"),
      labels: try reader.optional("labels") == nil ? [:] : reader.strings("labels"))
  }
}

/// The SHA-256 of a value's only text.
func sha256(ofCanonical value: JSONValue) -> String {
  SHA256.hexDigest(of: Array(value.canonicalText.utf8))
}
