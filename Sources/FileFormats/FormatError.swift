/// A fault in a file: which file, and what was found, expected, and can be done.
public struct FormatError: Error, CustomStringConvertible, Equatable, Sendable {
  /// Whose fault it is.
  public enum Kind: Sendable {
    /// The bytes are not what they should be.
    case contents
    /// The system refused to read: no such file, no permission.
    case system
    /// The system refused to write: a full or read-only disk, no permission.
    case storage
  }

  /// The file, or the name under which its bytes were given.
  public let path: String
  /// What is wrong, in a sentence.
  public let message: String
  /// Whether the contents or the system are at fault.
  public let kind: Kind

  /// Creates an error about the file at `path`.
  public init(path: String, message: String, kind: Kind = .contents) {
    self.path = path
    self.message = message
    self.kind = kind
  }

  public var description: String { "\(path): \(message)" }
}
