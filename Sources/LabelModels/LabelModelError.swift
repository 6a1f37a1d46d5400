/// A fault of the votes or settings given to a label model.
public struct LabelModelError: Error, Equatable, CustomStringConvertible {
  /// What was found, what was expected, what to do.
  public let description: String

  /// Creates the error from its message.
  public init(_ description: String) { self.description = description }
}
