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
