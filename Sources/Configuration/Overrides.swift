/// The arguments `key=value` behind a file's name, laid over its settings.
public struct Overrides: Sendable {
  /// A dotted key with its value.
  public struct Entry: Sendable {
    /// The key, such as `train.learning_rate`.
    public let key: String
    /// The value, whose place is the argument.
    public let value: SettingNode
  }

  /// The entries in the order given; later ones win.
  public let entries: [Entry]

  /// No arguments.
  public static let none = Overrides(entries: [])

  private init(entries: [Entry]) { self.entries = entries }

  /// Parses arguments; `offset` is the place of the first in the command line, for messages.
  ///
  /// Throws `ConfigurationError` that names every faulty argument, such as `argv[3]`.
  public init(arguments: [String], offset: Int) throws {
    var entries: [Entry] = []
    var diagnostics: [Diagnostic] = []
    for (index, argument) in arguments.enumerated() {
      let name = "argv[\(offset + index)]"
      let parts = argument.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let key = String(parts[0])
      let source = SettingSource(argument: name, key: key)
      let place = SettingPosition(source: source, line: 1, column: 1, length: 1)
      let path = key.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, !path.contains(where: \.isEmpty) else {
        let plain = SettingSource(argument: name, key: argument)
        diagnostics.append(
          Diagnostic(
            "expected key=value with a key such as train.learning_rate",
            at: SettingPosition(source: plain, line: 1, column: 1, length: 1)))
        continue
      }
      do {
        let value = try SettingNode(argumentValue: String(parts[1]), source: source)
        entries.append(Entry(key: key, value: SettingNode(value.content, at: place)))
      } catch let error as ConfigurationError {
        diagnostics += error.diagnostics
      }
    }
    guard diagnostics.isEmpty else { throw ConfigurationError(diagnostics) }
    self.entries = entries
  }

  /// The settings with the values of the arguments at their keys.
  public func applied(to node: SettingNode) -> SettingNode {
    var node = node
    for entry in entries { node.set(entry.value, at: entry.key, keyPosition: entry.value.position) }
    return node
  }
}
