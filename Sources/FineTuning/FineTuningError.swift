/// A task or setting that a method cannot train on, or a training that went wrong.
public struct FineTuningError: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}
