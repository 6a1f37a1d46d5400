import Configuration
import FileFormats

/// The names of classes in a configuration: a list, or a file with a name a line.
public enum ClassList: Codable, Sendable, Equatable {
  /// The names in the order of their numbers.
  case names([String])
  /// A text file with a name a line, in the order of their numbers.
  case file(RelativePath)

  /// Reads a list, or a path.
  public init(from decoder: any Decoder) throws {
    if case .string = try JSONValue(from: decoder) {
      self = .file(try RelativePath(from: decoder))
    } else {
      self = .names(try [String](from: decoder))
    }
  }

  /// Writes the list, or the path.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .names(let names): try names.encode(to: encoder)
    case .file(let path): try path.encode(to: encoder)
    }
  }

  /// The names; those of a file without blanks at their ends, empty lines left out.
  ///
  /// - Throws: `FormatError` if the file cannot be read.
  func names() throws -> [String] {
    switch self {
    case .names(let names): return names
    case .file(let file):
      return String(decoding: try FileBytes.read(file.path), as: UTF8.self)
        .split(whereSeparator: \.isNewline)
        .map { line in
          var name = line.drop(while: \.isWhitespace)
          while name.last?.isWhitespace == true { name.removeLast() }
          return String(name)
        }
        .filter { !$0.isEmpty }
    }
  }
}
