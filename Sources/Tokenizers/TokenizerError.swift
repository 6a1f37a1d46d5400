/// A fault in the files of a tokenizer: what was found, what was expected, what to do.
public struct TokenizerError: Error, CustomStringConvertible, Equatable {
  /// The whole message, beginning with the file it is about.
  public let description: String

  init(_ path: String, _ message: String) {
    description = "\(path): \(message)"
  }
}
