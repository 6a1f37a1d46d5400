/// A fault of the outputs or settings given to a detector.
public struct DetectorError: Error, Equatable, CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public let description: String

  /// Creates the error with its message.
  public init(_ description: String) { self.description = description }
}
