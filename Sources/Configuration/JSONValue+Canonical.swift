extension JSONValue {
  /// The only text of a value: RFC 8785 (sorted keys, no spaces, shortest numbers).
  ///
  /// Keys are sorted by their UTF-16 code units, numbers are written as ECMAScript does (`1` for
  /// 1.0, `1e-7`), so that equal settings have equal texts whatever wrote them. Non-finite
  /// numbers, which JSON lacks, stop the program: they are refused where values are made.
  public var canonicalText: String {
    var text = ""
    JSONWriter(indent: nil).append(self, to: &text, depth: 0)
    return text
  }

  /// The canonical text with one member a line, two spaces of indentation and a final newline.
  public var prettyText: String {
    var text = ""
    JSONWriter(indent: 2).append(self, to: &text, depth: 0)
    return text + "\n"
  }

  /// The shortest decimal form of a number that reads back equal, as ECMAScript writes it.
  public static func text(of value: Double) -> String {
    if !value.isFinite { fatalError("JSON has no number for \(value)") }
    if value == 0 { return "0" }
    // Swift's description has the shortest digits; only their layout differs.
    let parts = value.magnitude.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
    var point = mantissa[0].count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    var digits = Substring(String(mantissa[0]) + fraction)
    while digits.first == "0" {
      digits.removeFirst()
      point -= 1
    }
    while digits.last == "0" { digits.removeLast() }
    return (value < 0 ? "-" : "") + layout(digits: String(digits), point: point)
  }

  /// Places the decimal point behind `point` digits: `Number::toString` of ECMA-262.
  private static func layout(digits: String, point: Int) -> String {
    let count = digits.count
    if count <= point && point <= 21 {
      return digits + String(repeating: "0", count: point - count)
    }
    if 0 < point && point <= 21 {
      return digits.prefix(point) + "." + digits.dropFirst(point)
    }
    if -6 < point && point <= 0 {
      return "0." + String(repeating: "0", count: -point) + digits
    }
    let exponent = point - 1
    let sign = exponent < 0 ? "-" : "+"
    let mantissa = count == 1 ? digits : digits.prefix(1) + "." + digits.dropFirst()
    return "\(mantissa)e\(sign)\(exponent.magnitude)"
  }
}

/// Writes values; `indent` nil means without any space.
private struct JSONWriter {
  let indent: Int?

  func append(_ value: JSONValue, to text: inout String, depth: Int) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    // Beyond 2^53 every reader of doubles would round, so all digits are kept.
    case .integer(let value): text += String(value)
    case .number(let value): text += JSONValue.text(of: value)
    case .string(let value): appendQuoted(value, to: &text)
    case .array(let values):
      // Lists of numbers and words stay in one line: records are read by people too.
      let flat = values.allSatisfy(\.isScalar)
      appendList(values, open: "[", close: "]", flat: flat, to: &text, depth: depth) {
        value, text in
        append(value, to: &text, depth: depth + 1)
      }
    case .object(let members):
      let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
      appendList(sorted, open: "{", close: "}", flat: false, to: &text, depth: depth) {
        member, text in
        appendQuoted(member.key, to: &text)
        text += indent == nil ? ":" : ": "
        append(member.value, to: &text, depth: depth + 1)
      }
    }
  }

  private func appendList<Element>(
    _ elements: [Element], open: String, close: String, flat: Bool, to text: inout String,
    depth: Int, append: (Element, inout String) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += indent != nil && flat ? ", " : "," }
      if !flat { breakLine(in: &text, depth: depth + 1) }
      append(element, &text)
    }
    if !flat, !elements.isEmpty { breakLine(in: &text, depth: depth) }
    text += close
  }

  private func breakLine(in text: inout String, depth: Int) {
    guard let indent else { return }
    text += "\n" + String(repeating: " ", count: indent * depth)
  }

  private func appendQuoted(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\u{8}": text += "\\b"
      case "\t": text += "\\t"
      case "\n": text += "\\n"
      case "\u{C}": text += "\\f"
      case "\r": text += "\\r"
      case "\u{0}"..<"\u{20}":
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSONValue {
  fileprivate var isScalar: Bool {
    switch self {
    case .array, .object: return false
    default: return true
    }
  }
}
