extension JSONValue {
  /// Parses a JSON text (RFC 8259), strictly: no duplicate keys, comments or trailing commas.
  ///
  /// Throws `ConfigurationError` that names the line and column.
  public init(parsing bytes: [UInt8], name: String) throws {
    var parser = JSONParser(bytes: bytes)
    do {
      self = try parser.document()
    } catch {
      let before = bytes.prefix(error.offset)
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
      throw ConfigurationError(
        "malformed JSON: \(error.message)",
        at: SettingPosition(
          source: SettingSource(name: name, text: ""), line: line, column: column, length: 1))
    }
  }

  /// Parses a JSON text as `init(parsing:name:)` does for its bytes.
  public init(parsing text: String, name: String) throws {
    try self.init(parsing: Array(text.utf8), name: name)
  }
}

private struct JSONFault: Error {
  let message: String
  let offset: Int
}

private struct JSONParser {
  let bytes: [UInt8]
  var offset = 0
  var depth = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSONFault) -> JSONValue {
    let value = try value()
    skipSpace()
    if offset < bytes.count { throw fault("expected the end after the first value") }
    return value
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    skipSpace()
    guard offset < bytes.count else { throw fault("the text ends too early") }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return try nested { parser throws(JSONFault) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(JSONFault) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(JSONFault) -> JSONValue
  ) throws(JSONFault) -> JSONValue {
    // Recursion on hostile input would end the program without a message.
    guard depth < 200 else { throw fault("nested deeper than 200 levels") }
    depth += 1
    defer { depth -= 1 }
    offset += 1
    return try read(&self)
  }

  private mutating func object() throws(JSONFault) -> JSONValue {
    var members: [String: JSONValue] = [:]
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      let start = offset
      let key = try string()
      guard take(":") else { throw fault("expected ':'") }
      guard members.updateValue(try value(), forKey: key) == nil else {
        throw JSONFault(message: "duplicate key '\(key)'", offset: start)
      }
    } while take(",")
    guard take("}") else { throw fault("expected ',' or '}'") }
    return .object(members)
  }

  private mutating func array() throws(JSONFault) -> JSONValue {
    var values: [JSONValue] = []
    if take("]") { return .array(values) }
    repeat { values.append(try value()) } while take(",")
    guard take("]") else { throw fault("expected ',' or ']'") }
    return .array(values)
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONFault)
    -> JSONValue
  {
    let word = Array("\(text)".utf8)
    guard bytes[offset...].starts(with: word) else { throw fault("expected a value") }
    offset += word.count
    return value
  }

  private mutating func number() throws(JSONFault) -> JSONValue {
    let start = offset
    if at("-") { offset += 1 }
    let firstDigit = offset
    let whole = skipDigits()
    guard whole > 0, whole == 1 || bytes[firstDigit] != UInt8(ascii: "0") else {
      offset = start
      throw fault("expected a value")
    }
    var isInteger = true
    if at(".") {
      isInteger = false
      offset += 1
      guard skipDigits() > 0 else { throw fault("expected digits behind the point") }
    }
    if at("e") || at("E") {
      isInteger = false
      offset += 1
      if at("+") || at("-") { offset += 1 }
      guard skipDigits() > 0 else { throw fault("expected digits of the exponent") }
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if isInteger, let value = Int(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else {
      throw JSONFault(message: "the number \(text) is too large", offset: start)
    }
    return .number(value)
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while offset < bytes.count, bytes[offset] &- 48 < 10 { offset += 1 }
    return offset - start
  }

  private mutating func string() throws(JSONFault) -> String {
    guard at("\"") else { throw fault("expected '\"'") }
    offset += 1
    let start = offset
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\"),
      bytes[end] >= 0x20
    { end += 1 }
    // Nearly all strings have no escapes.
    if end < bytes.count, bytes[end] == UInt8(ascii: "\"") {
      offset = end + 1
      return try decoded(bytes[start..<end])
    }
    return try escapedString()
  }

  private mutating func escapedString() throws(JSONFault) -> String {
    var text: [UInt8] = []
    while offset < bytes.count {
      let byte = bytes[offset]
      guard byte >= 0x20 else { throw fault("a string holds a control character") }
      offset += 1
      if byte == UInt8(ascii: "\"") { return try decoded(text[...]) }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      text.append(contentsOf: String(try escape()).utf8)
    }
    throw fault("a string has no end")
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    guard offset < bytes.count else { throw fault("a string has no end") }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if code & 0xFC00 == 0xD800, at("\\"), offset + 1 < bytes.count,
        bytes[offset + 1] == UInt8(ascii: "u")
      {
        offset += 2
        let low = try hexadecimal()
        guard low & 0xFC00 == 0xDC00 else { throw fault("half a surrogate pair") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw fault("half a surrogate pair") }
      return scalar
    default: throw fault("unknown escape in a string")
    }
  }

  private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
    guard offset + 4 <= bytes.count else { throw fault("expected four hexadecimal digits") }
    let text = String(decoding: bytes[offset..<offset + 4], as: UTF8.self)
    guard text.allSatisfy(\.isHexDigit), let code = UInt32(text, radix: 16) else {
      throw fault("expected four hexadecimal digits")
    }
    offset += 4
    return code
  }

  private func decoded(_ bytes: ArraySlice<UInt8>) throws(JSONFault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw fault("a string is not UTF-8")
    }
    return text
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard at(character) else { return false }
    offset += 1
    return true
  }

  private func at(_ character: Unicode.Scalar) -> Bool {
    offset < bytes.count && UInt32(bytes[offset]) == character.value
  }

  private mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private func fault(_ message: String) -> JSONFault { JSONFault(message: message, offset: offset) }
}
