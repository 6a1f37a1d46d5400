/// A setting whose value has the right type and is yet not usable.
public struct SettingProblem: Sendable, Equatable {
  /// The setting as the file spells it, such as `learning_rate`.
  public let setting: String
  /// What was expected, such as `must be positive`.
  public let message: String
  /// What to do, such as `did you mean 'fashion'?`.
  public let hint: String?

  /// Creates the statement that a setting is not usable.
  public init(_ setting: String, _ message: String) {
    self.setting = setting
    self.message = message
    hint = nil
  }

  /// Creates the statement that a setting names something unknown, such as a benchmark.
  public init(_ setting: String, unknown name: String, kind: String, known: [String]) {
    self.setting = setting
    message = "names the unknown \(kind) '\(name)'; known: \(known.joined(separator: ", "))"
    hint = Suggestion.hint(for: name, among: known)
  }
}
