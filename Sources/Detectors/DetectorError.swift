/// A fault of the outputs or settings given to a detector.
public struct DetectorError: Error, Equatable, CustomStringConvertible {
  private let message: String
  /// The image at fault, if it is one image.
  public let image: Int?

  /// Creates the error with its message: what was found, what was expected and what to do.
  public init(_ message: String) { (self.message, image) = (message, nil) }

  /// Creates the error of one image; the description starts with it.
  public init(image: Int, _ message: String) { (self.message, self.image) = (message, image) }

  /// What was found, what was expected and what to do.
  public var description: String { image.map { "image \($0): \(message)" } ?? message }

  /// The same error for a caller whose image 0 is not the one that the detector saw as image 0.
  public func shifted(by offset: Int) -> DetectorError {
    image.map { DetectorError(image: $0 + offset, message) } ?? self
  }
}
