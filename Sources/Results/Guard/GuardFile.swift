import Configuration

/// A guard file with the places of its rules.
public struct GuardFile: Sendable {
  /// The file as it was named.
  public let path: String
  /// The settings; arguments may add to them.
  public var settings: GuardSettings
  private let node: SettingNode

  /// Reads and checks a guard file.
  ///
  /// Throws `ConfigurationError` with every problem and its place.
  public init(path: String, text: String) throws {
    self.path = path
    node = try SettingNode(yaml: text, file: path)
    settings = try decode(GuardSettings.self, from: node)
  }

  /// A path of the file, which is relative to its folder.
  public func resolved(_ name: String) -> String {
    guard !name.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return name }
    var parts = path[..<slash].split(separator: "/", omittingEmptySubsequences: false)
    for part in name.split(separator: "/") {
      if part == "..", let last = parts.last, last != "..", last != ".", !last.isEmpty {
        parts.removeLast()
      } else if part != "." {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// The line of a rule, or of the file's beginning.
  public func line(ofRule rule: Int?) -> Int { position(ofRule: rule, nil)?.line ?? 1 }

  /// The place of a member of a rule, of the rule itself if it does not say it, or of the rules.
  func position(ofRule rule: Int?, _ member: String?) -> SettingPosition? {
    guard let rule, let elements = node["rules"]?.elements, elements.indices.contains(rule) else {
      return node["rules"]?.position
    }
    return member.flatMap { elements[rule][$0]?.position } ?? elements[rule].position
  }
}
