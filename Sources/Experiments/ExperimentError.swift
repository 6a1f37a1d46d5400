/// A sweep or model that cannot be run, with what was found, expected and what to do.
public struct ExperimentError: Error, CustomStringConvertible {
  public let description: String

  /// Creates an error from its whole message.
  public init(_ description: String) { self.description = description }
}
