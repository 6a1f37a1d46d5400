/// A setting whose value has the right type and is yet not usable.
public struct SettingProblem: Sendable, Equatable {
  /// The setting as the file spells it, such as `learning_rate`.
  public let setting: String
  /// What was expected, such as `must be positive`.
  public let message: String

  /// Creates the statement that a setting is not usable.
  public init(_ setting: String, _ message: String) {
    self.setting = setting
    self.message = message
  }
}
