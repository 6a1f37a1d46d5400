import Yams

/// Composes YAML texts in spite of duplicate keys.
///
/// Yams 6.2.2 refuses a mapping with duplicate keys itself, one mapping at a time and without the
/// place of the second key. Its parser has no switch for that, so the first letter of each
/// suspect key is masked by a private-use character (columns stay), and unmasked in the result,
/// where the check is made with the true places.
enum YAMLComposition {
  typealias Masks = [Unicode.Scalar: Unicode.Scalar]

  static func compose(_ text: String, source: SettingSource) throws -> (Node, Masks)? {
    var masked = text
    var masks: Masks = [:]
    var tried: Set<String> = []
    while true {
      do {
        guard let node = try Parser(yaml: masked).singleRoot() else { return nil }
        return (node, masks)
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        let names = names.filter { tried.insert($0).inserted }
        guard !names.isEmpty, mask(names, in: &masked, masks: &masks) else {
          let mark = context.mark
          throw ConfigurationError(
            "duplicate keys",
            at: SettingPosition(
              source: source, line: max(1, mark.line), column: max(1, mark.column), length: 1))
        }
      } catch let error as YamlError {
        throw ConfigurationError([diagnostic(error, source: source)])
      }
    }
  }

  /// Masks the places where one of the names stands before a colon.
  private static func mask(_ names: [String], in text: inout String, masks: inout Masks) -> Bool {
    var scalars = Array(text.unicodeScalars)
    var next: UInt32 = 0xE000
    let taken = Set(scalars.map(\.value))
    var found = false
    for name in names {
      let pattern = Array(name.unicodeScalars)
      guard let first = pattern.first, scalars.count >= pattern.count else { continue }
      for start in 0...(scalars.count - pattern.count)
      where scalars[start] == first && isKey(pattern, at: start, in: scalars) {
        while next <= 0xF8FF, taken.contains(next) || masks[scalar(next)] != nil { next += 1 }
        guard next <= 0xF8FF else { return false }
        masks[scalar(next)] = first
        scalars[start] = scalar(next)
        found = true
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    text = String(view)
    return found
  }

  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(value) ?? "?"
  }

  private static func isKey(
    _ pattern: [Unicode.Scalar], at start: Int, in scalars: [Unicode.Scalar]
  ) -> Bool {
    var end = start + pattern.count
    guard end <= scalars.count, scalars[start..<end].elementsEqual(pattern) else { return false }
    let before: Unicode.Scalar = start == 0 ? "\n" : scalars[start - 1]
    guard " \n\t{,'\"?\u{FEFF}".unicodeScalars.contains(before) else { return false }
    if end < scalars.count, scalars[end] == "'" || scalars[end] == "\"" { end += 1 }
    while end < scalars.count, scalars[end] == " " || scalars[end] == "\t" { end += 1 }
    return end < scalars.count && scalars[end] == ":"
  }

  private static func diagnostic(_ error: YamlError, source: SettingSource) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let what = context.map { "\($0.text) in line \($0.mark.line): \(problem)" } ?? problem
      let message = "malformed YAML: " + what.split(separator: "\n").joined(separator: " ")
      // libYAML points behind the last line when the text ends too early.
      let line = min(max(1, mark.line), max(1, source.lines.count))
      let column = line == mark.line ? max(1, mark.column) : 1
      let place = SettingPosition(source: source, line: line, column: column, length: 1)
      return Diagnostic(message, at: place, hint: hint(at: line, in: source))
    case .reader(let problem, let offset, let value, _):
      let byte = offset.map { " at byte \($0)" } ?? ""
      return Diagnostic(
        "\(source.name) is no YAML text: \(problem)\(byte) (character code \(value))", at: nil)
    default:
      return Diagnostic("\(source.name) cannot be read as YAML: \(error)", at: nil)
    }
  }

  private static func hint(at line: Int, in source: SettingSource) -> String? {
    guard source.lines.indices.contains(line - 1) else { return nil }
    let indent = source.lines[line - 1].prefix { $0 == " " || $0 == "\t" }
    return indent.contains("\t") ? "indent with spaces; YAML forbids tabs" : nil
  }
}
