import Configuration
import FileFormats

/// What the images of each class look like, in a few words each: `{"boot": ["a high shaft", ...], ...}`.
///
/// The form of the tables of Menon and Vondrick, "Visual classification via description from large
/// language models", ICLR 2023.
public struct ClassDescriptors: Sendable, Equatable {
  /// The descriptors of each class, at least one.
  public let texts: [[String]]

  /// Descriptors of the classes in their order.
  public init(_ texts: [[String]]) { self.texts = texts }

  /// Reads the descriptors of some classes.
  ///
  /// - Throws: `ConfigurationError` for a file that is no JSON, `FineTuningError` where one of the classes
  ///   has none; other classes may be there.
  public init(path: String, classes: [String]) throws {
    let json = try JSONValue(
      parsing: String(decoding: try FileBytes.read(path), as: UTF8.self), name: path)
    texts = try classes.map { name in
      guard case .array(let values)? = json[name], !values.isEmpty else {
        throw FineTuningError(
          "\(path) has no descriptors of the class '\(name)'; add \"\(name)\": [\"...\", ...]")
      }
      return try values.map { value in
        guard let text = value.string, !text.isEmpty else {
          throw FineTuningError(
            "\(path) has \(value.canonicalText) among the descriptors of '\(name)', expected a text"
          )
        }
        return text
      }
    }
  }

  /// The number of descriptors of each class.
  public var sizes: [Int] { texts.map(\.count) }

  /// The prompts of all descriptors, class by class: "boot which has a high shaft".
  public func prompts(_ classNames: [String]) -> [String] {
    zip(classNames, texts).flatMap { name, texts in
      let name = String(name.map { $0 == "_" ? " " : $0 })
      return texts.map { "\(name) which has \($0)" }
    }
  }
}
