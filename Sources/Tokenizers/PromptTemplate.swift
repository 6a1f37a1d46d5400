/// A sentence with a place for a class name, such as "a photo of a {}.".
public struct PromptTemplate: Sendable, Equatable, Hashable {
  /// The sentence, with `{}` where the class name goes.
  public let text: String

  /// Makes a template from a sentence; without `{}` every class gets the same sentence.
  public init(_ text: String) {
    self.text = text
  }

  /// The sentence with every `{}` replaced by the class name, underscores in the name by spaces.
  ///
  /// CLIP's class lists are written with spaces; CoOp and MCM replace underscores the same way.
  public func callAsFunction(_ className: String) -> String {
    var result = ""
    var rest = Substring(text)
    let name = String(className.map { $0 == "_" ? " " : $0 })
    while let place = rest.firstRange(of: "{}") {
      result += rest[..<place.lowerBound] + name
      rest = rest[place.upperBound...]
    }
    return result + rest
  }
}
