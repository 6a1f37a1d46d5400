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
    // Bytes, for Swift takes carriage return and newline together for one character.
    lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self)
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
