/// Where `${...}` may stand: as the values of a dimension, and `${env:NAME}` in `data.root` alone.
///
/// Anywhere else it would be taken for text; and a variable of the environment that decides numbers
/// would change them unseen.
enum SweepReferences {
  /// The problems of settings.
  static func diagnostics(in node: SettingNode) -> [Diagnostic] {
    if let text = node.text, text.contains("${") {
      return [Diagnostic(message(text, inList: false), at: node.position)]
    }
    return (node.elements ?? node.entries?.map(\.value) ?? []).flatMap(diagnostics(in:))
  }

  static func message(_ text: String, inList: Bool) -> String {
    if text.contains("${env:") {
      return
        "'\(text)' would let the environment decide numbers; ${env:NAME} stands in data.root alone"
    }
    return inList
      ? "'\(text)' stands for all values of a dimension, not for one of a list"
      : "'\(text)' stands for the values of a dimension, not for a setting; write the value"
  }

  /// A text with the variables of an environment in the place of `${env:NAME}`.
  ///
  /// - Throws: a `Fault` that says which variable is not set.
  static func expanded(_ text: String, environment: [String: String]) throws(Fault) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "${") {
      result += rest[..<start.lowerBound]
      let tail = rest[start.upperBound...]
      guard let end = tail.firstIndex(of: "}"), tail.hasPrefix("env:") else {
        throw Fault(message: "expected ${env:NAME} in '\(text)'")
      }
      let name = String(tail[..<end].dropFirst(4))
      guard let value = environment[name], !value.isEmpty else {
        throw Fault(message: "the environment has no variable \(name)")
      }
      result += value
      rest = tail[tail.index(after: end)...]
    }
    return result + rest
  }

  struct Fault: Error {
    let message: String
  }
}
