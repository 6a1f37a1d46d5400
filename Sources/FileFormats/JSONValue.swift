/// A JSON value that keeps what Foundation's decoders lose: duplicate keys and their order.
enum JSONValue: Equatable {
  case object([Member])
  case array([JSONValue])
  case string(String)
  case integer(Int)
  /// A number with a fraction, an exponent or too many digits: no file format here wants one.
  case otherNumber
  case bool(Bool)
  case null

  struct Member: Equatable {
    var key: String
    var value: JSONValue
  }

  /// Parses a complete JSON text (RFC 8259); duplicate keys and deep nesting are refused.
  init(parsing bytes: [UInt8], name: String) throws {
    var parser = JSONParser(bytes: bytes, name: name)
    self = try parser.document()
  }
}

/// A recursive-descent parser over bytes.
private struct JSONParser {
  let bytes: [UInt8]
  let name: String
  var position = 0
  var depth = 0

  init(bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
  }

  mutating func document() throws -> JSONValue {
    let value = try value()
    skipBlanks()
    guard position == bytes.count else { throw fault("expected the end") }
    return value
  }

  mutating func value() throws -> JSONValue {
    skipBlanks()
    switch peek {
    case UInt8(ascii: "{"): return try nested { try $0.object() }
    case UInt8(ascii: "["): return try nested { try $0.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  /// Hostile nesting would overflow the stack.
  private mutating func nested(
    _ parse: (inout JSONParser) throws -> JSONValue
  ) throws -> JSONValue {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 32 else { throw fault("expected at most 32 levels") }
    position += 1
    return try parse(&self)
  }

  private mutating func object() throws -> JSONValue {
    var members: [JSONValue.Member] = []
    var seen: Set<String> = []
    if take("}") { return .object([]) }
    repeat {
      skipBlanks()
      guard peek == UInt8(ascii: "\"") else { throw fault("expected a key in quotes") }
      let key = try string()
      guard seen.insert(key).inserted else { throw fault("the key '\(key)' occurs twice") }
      guard take(":") else { throw fault("expected ':'") }
      members.append(JSONValue.Member(key: key, value: try value()))
    } while take(",")
    guard take("}") else { throw fault("expected ',' or '}'") }
    return .object(members)
  }

  private mutating func array() throws -> JSONValue {
    var elements: [JSONValue] = []
    if take("]") { return .array([]) }
    repeat { elements.append(try value()) } while take(",")
    guard take("]") else { throw fault("expected ',' or ']'") }
    return .array(elements)
  }

  private mutating func string() throws -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = peek, byte >= 0x20 {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw fault("expected UTF-8")
        }
        return string
      case UInt8(ascii: "\\"): try escape(into: &text)
      default: text.append(byte)
      }
    }
    throw fault("expected the end of a string")
  }

  private mutating func escape(into text: inout [UInt8]) throws {
    let plain: [UInt8: UInt8] = [
      0x22: 0x22, 0x5c: 0x5c, 0x2f: 0x2f, 0x62: 0x08, 0x66: 0x0c, 0x6e: 0x0a, 0x72: 0x0d,
      0x74: 0x09,
    ]
    guard let kind = peek else { throw fault("expected an escape") }
    position += 1
    if let byte = plain[kind] { return text.append(byte) }
    guard kind == UInt8(ascii: "u") else { throw fault("unknown escape") }
    var code = try fourDigits()
    if 0xd800..<0xdc00 ~= code {
      guard peek == UInt8(ascii: "\\") else { throw fault("expected the second half of a pair") }
      position += 1
      guard peek == UInt8(ascii: "u") else { throw fault("expected the second half of a pair") }
      position += 1
      let low = try fourDigits()
      guard 0xdc00..<0xe000 ~= low else { throw fault("expected the second half of a pair") }
      code = 0x10000 + (code - 0xd800) << 10 + (low - 0xdc00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw fault("no such character") }
    text.append(contentsOf: String(Character(scalar)).utf8)
  }

  private mutating func fourDigits() throws -> UInt32 {
    guard position + 4 <= bytes.count else { throw fault("expected four digits") }
    let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    guard !digits.hasPrefix("+"), !digits.hasPrefix("-"), let code = UInt32(digits, radix: 16)
    else { throw fault("expected four hexadecimal digits") }
    position += 4
    return code
  }

  private mutating func number() throws -> JSONValue {
    let start = position
    while let byte = peek, "+-.0123456789eE".utf8.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard let first = digits.utf8.first, UInt8(ascii: "0")...UInt8(ascii: "9") ~= first,
      Double(text) != nil,
      digits == "0" || first != UInt8(ascii: "0") || digits.contains(".")
        || digits.contains("e") || digits.contains("E")
    else {
      position = start
      throw fault("expected a value")
    }
    return Int(text).map { .integer($0) } ?? .otherNumber
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw fault("expected a value") }
    position += word.utf8.count
    return value
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 {
      position += 1
    }
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func fault(_ expectation: String) -> FormatError {
    FormatError(path: name, message: "is no valid JSON at byte \(position): \(expectation)")
  }
}
