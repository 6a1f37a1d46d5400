/// The samples that a rule calls positive, the first thing to ask of any rate.
public enum PositiveClass: String, Sendable, CaseIterable, Codable {
  /// In-distribution samples; a threshold accepts what scores high.
  case inDistribution = "in"
  /// Out-of-distribution samples; a threshold catches what scores low.
  case outOfDistribution = "out"

  /// The class in words.
  public var words: String {
    switch self {
    case .inDistribution: "in-distribution"
    case .outOfDistribution: "out-of-distribution"
    }
  }
}
