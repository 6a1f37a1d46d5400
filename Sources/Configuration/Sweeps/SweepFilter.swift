/// The argument of `--only`: conditions that must all hold, such as `method=coop,lora shots<=4`.
public struct SweepFilter: Sendable {
  private let conditions: [SweepCondition]

  /// Parses the conditions and checks the names of the dimensions.
  public init(_ text: String, dimensions: [String]) throws {
    let source = SettingSource(argument: "--only", key: text)
    let place = SettingPosition(source: source, line: 1, column: 1, length: 1)
    var conditions: [SweepCondition] = []
    var diagnostics: [Diagnostic] = []
    for word in text.split(separator: " ").map(String.init) {
      guard let condition = SweepCondition(word: word) else {
        diagnostics.append(
          Diagnostic("cannot read '\(word)'; write method=coop,lora or shots<=4", at: place))
        continue
      }
      conditions.append(condition)
      if !dimensions.contains(condition.dimension) {
        diagnostics.append(
          Diagnostic(
            "unknown dimension '\(condition.dimension)'; known: "
              + dimensions.joined(separator: ", "),
            at: place, hint: Suggestion.hint(for: condition.dimension, among: dimensions)))
      }
    }
    guard diagnostics.isEmpty else { throw ConfigurationError(diagnostics) }
    self.conditions = conditions
  }

  /// Whether all conditions hold.
  public func admits(_ cell: SweepCell) -> Bool { conditions.allSatisfy { $0.holds(for: cell) } }
}
