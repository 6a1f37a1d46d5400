/// A fault of records, of a results folder or of a table's description.
public struct ResultsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was found, what was expected, what to do.
  public let description: String

  /// Creates an error with its message.
  public init(_ description: String) { self.description = description }
}
