/// One problem of a configuration, with its place.
public struct Diagnostic: Sendable, Equatable, CustomStringConvertible {
  /// Where the problem is, or nil when it belongs to no place of a text.
  public let position: SettingPosition?
  /// What was found and what was expected.
  public let message: String
  /// What to do, such as `did you mean 'mcm'?`.
  public let hint: String?

  /// The path of the file or the name of the argument.
  public var file: String { position?.source.name ?? "" }
  /// The line, counted from 1; 0 without a place.
  public var line: Int { position?.line ?? 0 }
  /// The column, counted from 1; 0 without a place.
  public var column: Int { position?.column ?? 0 }

  /// Creates a diagnostic.
  public init(_ message: String, at position: SettingPosition?, hint: String? = nil) {
    self.message = message
    self.position = position
    self.hint = hint
  }

  /// The message as compilers print it, with the line of the source and a caret below.
  public var description: String {
    guard let position else { return "error: " + message + (hint.map { "; \($0)" } ?? "") }
    if let key = position.source.argumentKey {
      return "\(file): \(key): \(message)" + (hint.map { "; \($0)" } ?? "")
    }
    return "\(file):\(line):\(column): error: \(message)" + extract(at: position)
  }

  private func extract(at position: SettingPosition) -> String {
    let lines = position.source.lines
    guard lines.indices.contains(line - 1) else { return hint.map { "\n  \($0)" } ?? "" }
    let text = lines[line - 1].unicodeScalars
    let number = String(line)
    let gutter = String(repeating: " ", count: number.count + 3) + "| "
    // Tabs are kept so that the caret stands below its character at any tab width.
    let indent = String(text.prefix(column - 1).map { $0 == "\t" ? "\t" : " " })
    let length = max(1, min(position.length, text.count - column + 1))
    let caret = "^" + String(repeating: "~", count: length - 1)
    return "\n  \(number) | \(lines[line - 1])\n\(gutter)\(indent)\(caret)"
      + (hint.map { " \($0)" } ?? "")
  }
}
