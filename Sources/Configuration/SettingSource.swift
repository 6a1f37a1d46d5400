/// A text that settings came from: a file, or one argument of the command line.
public struct SettingSource: Sendable, Equatable {
  /// The path as the user gave it, or `argv[3]`.
  public let name: String
  /// The text by lines, for the extract below a message.
  public let lines: [String]
  /// The dotted key when the source is an argument `key=value`, nil when it is a file.
  public let argumentKey: String?

  /// Creates the source of a file's text.
  public init(name: String, text: String) {
    self.name = name
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.last == "\r" ? line.dropLast() : line)
    }
    argumentKey = nil
  }

  /// Creates the source of one argument `key=value`.
  public init(argument: String, key: String) {
    name = argument
    lines = []
    argumentKey = key
  }
}
