/// A corpus or configuration that cannot be trained on, or a training that went wrong.
public struct PretrainingError: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}
