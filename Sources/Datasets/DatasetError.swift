/// Why a data set cannot be used: what was found, what was expected and what to do.
public struct DatasetError: Error, CustomStringConvertible, Equatable, Sendable {
  /// The file, folder or data set at fault.
  public let subject: String
  /// What is wrong with it and how to mend it.
  public let message: String

  /// Creates an error about a file, folder or data set.
  public init(_ subject: String, _ message: String) {
    self.subject = subject
    self.message = message
  }

  /// "subject: message".
  public var description: String { "\(subject): \(message)" }
}
