/// A model folder or adapter that cannot be used, with what was found, expected and what to do.
public struct ModelError: Error, CustomStringConvertible {
  public let description: String

  /// Creates an error from its whole message.
  public init(_ description: String) { self.description = description }
}
