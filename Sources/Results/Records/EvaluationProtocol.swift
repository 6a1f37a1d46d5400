import Configuration

/// What rows of a table must share to be comparable: the evaluation sets after the limit, what they
/// are to the in-distribution classes, and the prompts.
///
/// Derived from what every record has held since the first, so that old records have it too. The
/// model's preprocessing and the images for training are no part of it: they are what is compared.
public struct EvaluationProtocol: Sendable, Hashable {
  /// The content hash of each evaluation set by its name, and that of the prompts.
  ///
  /// The hash of the test set covers the classes.
  public let data: [String: String]
  /// What each set is to the in-distribution classes; the test set has no role.
  public let roles: [String: OODRole]

  /// Describes a protocol.
  ///
  /// - Parameters:
  ///   - data: the data of a run; what only training or fitting sees is left out.
  ///   - roles: the roles of the sets by name.
  public init(data: [String: String], roles: [String: OODRole]) {
    self.data = data.filter { !EvaluationProtocol.isForTraining($0.key) }
    self.roles = roles
  }

  /// The protocol id: the first 12 hexadecimal digits of the SHA-256 of the canonical JSON.
  public var id: String {
    let value = JSONValue.object([
      "data": .strings(data), "roles": .strings(roles.mapValues(\.rawValue)),
    ])
    return String(sha256(ofCanonical: value).prefix(12))
  }

  /// Whether data of a name is for training, for fitting or for slices; no evaluation set may have
  /// such a name.
  public static func isForTraining(_ name: String) -> Bool {
    ["few-shot", "few-shot-validation", "guardrail", "validation", "words"].contains(name)
      || ["captions/", "fit-", "metadata/", "supervision-"].contains(where: name.hasPrefix)
  }

  /// How another protocol differs, in words; nil if rows of both are comparable.
  ///
  /// A record that lacks results on a set leaves its role open.
  func difference(from other: EvaluationProtocol) -> String? {
    var parts: [String] = []
    for name in Set(data.keys).union(other.data.keys).sorted() {
      switch (data[name], other.data[name]) {
      case (let one?, let two?) where one != two:
        parts.append("\(name) differs (\(one.prefix(8)) and \(two.prefix(8)))")
      case (_?, nil): parts.append("only the first has \(name)")
      case (nil, _?): parts.append("only the second has \(name)")
      default: break
      }
    }
    for (name, role) in roles.sorted(by: { $0.key < $1.key }) {
      if let second = other.roles[name], second != role {
        parts.append("\(name) is \(role.rawValue) and \(second.rawValue)")
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

extension UnitRecord {
  /// What its rows share with those that they can be compared with.
  public var evaluationProtocol: EvaluationProtocol {
    var roles: [String: OODRole] = [:]
    var last = ""
    // Rows of one split stand together or come in turns; either way few are new.
    for row in results where row.split != last {
      last = row.split
      roles[last] = row.role
    }
    return EvaluationProtocol(data: identity.data, roles: roles)
  }
}
