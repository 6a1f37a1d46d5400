/// A fault in a file: which file, and what was found, expected, and can be done.
public struct FormatError: Error, CustomStringConvertible, Equatable, Sendable {
  /// The file, or the name under which its bytes were given.
  public let path: String
  /// What is wrong, in a sentence.
  public let message: String

  /// Creates an error about the file at `path`.
  public init(path: String, message: String) {
    self.path = path
    self.message = message
  }

  public var description: String { "\(path): \(message)" }
}
