/// What a test split is to the in-distribution classes.
public enum OODRole: String, Codable, Sendable, CaseIterable, Hashable {
  /// Out of distribution and semantically close.
  case near
  /// Out of distribution and far.
  case far
  /// The same classes in another style; not to be rejected.
  case covariate
  /// In distribution.
  case id
}

extension OODRole {
  /// Reads the member `role` of an object.
  init(_ reader: RecordReader) throws(ResultsError) {
    let name = try reader.string("role")
    guard let role = OODRole(rawValue: name) else {
      let known = OODRole.allCases.map(\.rawValue).joined(separator: ", ")
      throw reader.fault("role", "expected one of \(known), found '\(name)'")
    }
    self = role
  }
}
