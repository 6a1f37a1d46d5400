/// A path in a configuration: relative to the file that holds it, as the paths of `include` are.
///
/// An argument's path is relative to the working folder.
public struct RelativePath: Codable, Sendable {
  /// The path, relative to the working folder or absolute.
  public let path: String
  /// Where the path is written; nil if a program made it.
  public let position: SettingPosition?

  /// Uses a path as it is.
  public init(_ path: String) { self.init(path, at: nil) }

  private init(_ path: String, at position: SettingPosition?) {
    self.path = path
    self.position = position
  }

  /// Reads a path and puts the folder of its file before it.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let node = (decoder as? SettingDecoder)?.node else {
      self.init(text)
      return
    }
    let file = node.position.source.name
    if !text.hasPrefix("/"), node.position.source.argumentKey == nil,
      let slash = file.lastIndex(of: "/")
    {
      self.init(file[...slash] + text, at: node.position)
    } else {
      self.init(text, at: node.position)
    }
  }

  /// Writes the path as it is used.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(path)
  }
}

extension RelativePath: Equatable {
  /// Whether the paths are equal, wherever they are written.
  public static func == (left: RelativePath, right: RelativePath) -> Bool {
    left.path == right.path
  }
}
