extension JSONValue {
  /// The only text of a value: RFC 8785 (sorted keys, no spaces, shortest numbers).
  ///
  /// Keys are sorted by their UTF-16 code units, numbers are written as ECMAScript does (`1` for
  /// 1.0, `1e-7`), so that equal settings have equal texts whatever wrote them. Non-finite
  /// numbers, which JSON lacks, stop the program: they are refused where values are made.
  public var canonicalText: String {
    var writer = JSONWriter(indent: nil)
    writer.append(self, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The canonical text with one member a line, two spaces of indentation and a final newline.
  public var prettyText: String {
    var writer = JSONWriter(indent: 2)
    writer.append(self, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  /// The shortest decimal form of a number that reads back equal, as ECMAScript writes it.
  public static func text(of value: Double) -> String {
    if !value.isFinite { fatalError("JSON has no number for \(value)") }
    if value == 0 { return "0" }
    // Swift's description has the shortest digits; only their layout differs, and that seldom.
    let description = value.description
    if !description.utf8.contains(UInt8(ascii: "e")) {
      return description.hasSuffix(".0") ? String(description.dropLast(2)) : description
    }
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

/// Writes values as bytes; `indent` nil means without any space.
private struct JSONWriter {
  let indent: Int?
  private(set) var bytes: [UInt8] = []

  init(indent: Int?) { self.indent = indent }

  mutating func append(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    // Beyond 2^53 every reader of doubles would round, so all digits are kept.
    case .integer(let value): append(String(value))
    case .number(let value): append(JSONValue.text(of: value))
    case .string(let value): appendQuoted(value)
    case .array(let values):
      // Lists of numbers and words stay in one line: records are read by people too.
      let isFlat = values.allSatisfy(\.isScalar)
      append("[")
      for (index, value) in values.enumerated() {
        startElement(index: index, isFlat: isFlat, depth: depth)
        append(value, depth: depth + 1)
      }
      endList("]", isFlat: isFlat || values.isEmpty, depth: depth)
    case .object(let members):
      append("{")
      for (index, member) in JSONWriter.sorted(members).enumerated() {
        startElement(index: index, isFlat: false, depth: depth)
        appendQuoted(member.key)
        append(indent == nil ? ":" : ": ")
        append(member.value, depth: depth + 1)
      }
      endList("}", isFlat: members.isEmpty, depth: depth)
    }
  }

  private static func sorted(
    _ members: [String: JSONValue]
  ) -> [(key: String, value: JSONValue)] {
    // UTF-8 and UTF-16 order texts alike unless they hold characters from U+E000.
    let isSimple = members.keys.allSatisfy { key in key.utf8.allSatisfy { $0 < 0xEE } }
    if isSimple {
      return members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
    return members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
  }

  private mutating func startElement(index: Int, isFlat: Bool, depth: Int) {
    if index > 0 { append(indent != nil && isFlat ? ", " : ",") }
    if !isFlat { breakLine(depth: depth + 1) }
  }

  private mutating func endList(_ close: String, isFlat: Bool, depth: Int) {
    if !isFlat { breakLine(depth: depth) }
    append(close)
  }

  private mutating func breakLine(depth: Int) {
    guard let indent else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * depth))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func appendQuoted(_ string: String) {
    append("\"")
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x08: append("\\b")
      case 0x09: append("\\t")
      case 0x0A: append("\\n")
      case 0x0C: append("\\f")
      case 0x0D: append("\\r")
      case 0x00..<0x20:
        let hex = String(byte, radix: 16)
        append("\\u00" + (hex.count == 1 ? "0" : "") + hex)
      default: bytes.append(byte)
      }
    }
    append("\"")
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
