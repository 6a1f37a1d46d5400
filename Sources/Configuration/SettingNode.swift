/// A value of a configuration text with its place, before its type is known.
public struct SettingNode: Sendable, Equatable {
  /// The kinds of values.
  public enum Content: Sendable, Equatable {
    /// A scalar; plain ones have no quotes, so that `3` is a number and `"3"` is not.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([SettingNode])
    /// Keys and values in the order of the text.
    case mapping([SettingEntry])
  }

  /// The value.
  public var content: Content
  /// Where it stands.
  public let position: SettingPosition

  /// Creates a node.
  public init(_ content: Content, at position: SettingPosition) {
    self.content = content
    self.position = position
  }

  /// The keys and values of a mapping, else nil.
  public var entries: [SettingEntry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// The elements of a list, else nil.
  public var elements: [SettingNode]? {
    guard case .sequence(let elements) = content else { return nil }
    return elements
  }

  /// The text of a scalar, else nil.
  public var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// Whether the node is an empty plain scalar, `~` or `null`.
  public var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The value of a key of a mapping, or nil.
  public subscript(key: String) -> SettingNode? {
    entries?.first { $0.key == key }?.value
  }
}

/// A key of a mapping with its value.
public struct SettingEntry: Sendable, Equatable {
  /// The key as written.
  public let key: String
  /// Where the key stands.
  public let keyPosition: SettingPosition
  /// The value.
  public var value: SettingNode

  /// Creates an entry.
  public init(key: String, keyPosition: SettingPosition, value: SettingNode) {
    self.key = key
    self.keyPosition = keyPosition
    self.value = value
  }
}
