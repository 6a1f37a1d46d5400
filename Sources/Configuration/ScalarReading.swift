/// Reads the scalars of YAML 1.2's core schema and refuses what YAML 1.1 reads otherwise.
///
/// In YAML 1.1, which many readers still follow, `no` is false, `010` is 8 and `1:30` is 90.
enum ScalarReading {
  struct Fault: Error {
    let message: String
    let hint: String?
  }

  private static let booleans: Set<String> = ["true", "True", "TRUE", "false", "False", "FALSE"]
  private static let words: Set<String> = ["yes", "no", "on", "off", "y", "n"]

  static func bool(_ node: SettingNode) throws(Fault) -> Bool {
    guard let text = node.text else { throw expected("true or false", node) }
    switch text {
    case "true" where isPlain(node): return true
    case "false" where isPlain(node): return false
    default: throw expected("true or false", node)
    }
  }

  static func integer(_ node: SettingNode) throws(Fault) -> Int {
    guard let text = node.text, isPlain(node) else { throw expected("an integer", node) }
    if let trap = trap(text) { throw trap }
    guard isInteger(text) else { throw expected("an integer", node) }
    guard let value = Int(text) else {
      throw Fault(message: "the integer \(text) is too large", hint: nil)
    }
    return value
  }

  static func number(_ node: SettingNode) throws(Fault) -> Double {
    guard let text = node.text, isPlain(node) else { throw expected("a number", node) }
    if let trap = trap(text) { throw trap }
    guard isNumber(text), let value = Double(text) else { throw expected("a number", node) }
    guard value.isFinite else {
      throw Fault(message: "the number \(text) is too large", hint: nil)
    }
    return value
  }

  static func string(_ node: SettingNode) throws(Fault) -> String {
    guard let text = node.text else { throw expected("a text", node) }
    if !isPlain(node) { return text }
    if booleans.contains(text) || words.contains(text.lowercased()) {
      throw Fault(
        message: "expected a text, found '\(text)', which YAML readers take for a Boolean",
        hint: "write \"\(text)\"")
    }
    if node.isNull { throw expected("a text", node) }
    if isNumber(text) || trap(text) != nil {
      throw Fault(message: "expected a text, found the number \(text)", hint: "write \"\(text)\"")
    }
    return text
  }

  static func untyped(_ node: SettingNode) throws(Fault) -> JSONValue {
    guard let text = node.text else { throw expected("a single value", node) }
    if !isPlain(node) { return .string(text) }
    if node.isNull { return .null }
    if let trap = trap(text) { throw trap }
    if text == "true" || text == "false" { return .bool(text == "true") }
    if booleans.contains(text) || words.contains(text.lowercased()) {
      throw Fault(
        message: "'\(text)' is a Boolean to some YAML readers and a text to others",
        hint: "write true, false or \"\(text)\"")
    }
    if isInteger(text), let value = Int(text) { return .integer(value) }
    if isNumber(text), let value = Double(text), value.isFinite { return .number(value) }
    return .string(text)
  }

  /// Says what a node is, for messages.
  static func describe(_ node: SettingNode) -> String {
    switch node.content {
    case .sequence: return "a list"
    case .mapping(let entries):
      return "a mapping (\(entries.prefix(3).map(\.key).joined(separator: ", ")))"
    case .scalar(let text, let isPlain):
      if node.isNull { return "nothing" }
      let short = text.count > 40 ? text.prefix(40) + "..." : text
      return isPlain ? "'\(short)'" : "the text \"\(short)\""
    }
  }

  static func expected(_ what: String, _ node: SettingNode) -> Fault {
    var hint: String?
    if case .scalar(let text, let plain) = node.content {
      let unquotes = what != "a text" && !plain && (isNumber(text) || booleans.contains(text))
      if unquotes { hint = "remove the quotes" }
      if what == "true or false", plain {
        if ["yes", "on", "y", "true"].contains(text.lowercased()) { hint = "write true" }
        if ["no", "off", "n", "false"].contains(text.lowercased()) { hint = "write false" }
      }
    }
    return Fault(message: "expected \(what), found \(describe(node))", hint: hint)
  }

  private static func isPlain(_ node: SettingNode) -> Bool {
    guard case .scalar(_, isPlain: true) = node.content else { return false }
    return true
  }

  private static func trap(_ text: String) -> Fault? {
    let digits = text.drop { $0 == "-" || $0 == "+" }
    let isDigit = { (character: Character) in character.isASCII && character.isNumber }
    if digits.count > 1, digits.first == "0", digits.allSatisfy(isDigit) {
      let plain = digits.drop { $0 == "0" }
      let sign = text.hasPrefix("-") ? "-" : ""
      return Fault(
        message: "the integer '\(text)' has a leading zero, which YAML 1.1 reads as octal",
        hint: "write \(sign)\(plain.isEmpty ? "0" : plain), or quote it if it is a text")
    }
    let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count > 1, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) {
      return Fault(
        message: "'\(text)' is a number to base 60 in YAML 1.1",
        hint: "write the number of units, or quote it if it is a text")
    }
    let prefix = digits.prefix(2).lowercased()
    if digits.count > 2, ["0x", "0o", "0b"].contains(prefix),
      digits.dropFirst(2).allSatisfy(\.isHexDigit)
    {
      return Fault(message: "'\(text)' is not decimal", hint: "write a decimal number, or quote it")
    }
    if digits.contains("_"), digits.first.map(isDigit) == true,
      digits.allSatisfy({ isDigit($0) || $0 == "_" })
    {
      return Fault(
        message: "'\(text)' has underscores, which only YAML 1.1 allows in numbers",
        hint: "write \(text.filter { $0 != "_" })")
    }
    return nil
  }

  private static func isInteger(_ text: String) -> Bool {
    let digits = text.drop { $0 == "-" || $0 == "+" }
    return text.count - digits.count <= 1 && !digits.isEmpty
      && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text)
    func skipSign() { if rest.first == "-" || rest.first == "+" { rest.removeFirst() } }
    func skipDigits() -> Int {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }.count
      rest.removeFirst(digits)
      return digits
    }
    skipSign()
    var digits = skipDigits()
    if rest.first == "." {
      rest.removeFirst()
      digits += skipDigits()
    }
    guard digits > 0 else { return false }
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      skipSign()
      guard skipDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
