/// A component with named settings that have defaults: a method, a detector, a whole experiment.
///
/// A conforming type is a plain struct; its stored properties are its settings and their initial
/// values the defaults. In files the settings are written in snake case: `learningRate` is
/// `learning_rate`. Settings may be numbers, Booleans, strings, string enumerations, lists,
/// dictionaries, optionals and further `Configurable` or `Codable` structs.
public protocol Configurable: Codable, Sendable {
  /// The name that files, tables and `ood ls` use.
  static var name: String { get }

  /// Makes the component with every setting at its default.
  init()

  /// Settings with names beside the defaults, as files choose them: `name@preset`.
  static var presets: [Preset] { get }

  /// The names that a setting may have, where these are a list; `glob(...)` in sweep files picks from it.
  static func names(of setting: String) -> [String]

  /// The settings of a file in the form that they are decoded from, where files have shorter ones.
  static func normalized(_ settings: SettingNode) -> SettingNode

  /// What is wrong with values that have the right type: ranges, combinations.
  var problems: [SettingProblem] { get }
}

extension Configurable {
  public static var presets: [Preset] { [] }

  public static func names(of setting: String) -> [String] { [] }

  public static func normalized(_ settings: SettingNode) -> SettingNode { settings }

  public var problems: [SettingProblem] { [] }
}
