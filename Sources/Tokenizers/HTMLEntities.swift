/// Character references of HTML, decoded as Python's `html.unescape` does.
enum HTMLEntities {
  /// A named reference's text, and whether it counts without its semicolon.
  private struct Entity {
    let scalars: [Unicode.Scalar]
    let semicolonOptional: Bool
  }

  private static let named: [String: Entity] = {
    var named: [String: Entity] = [:]
    for entry in htmlEntityTable.split(whereSeparator: \.isWhitespace) {
      guard let mark = entry.firstIndex(where: { $0 == "=" || $0 == "!" }) else { continue }
      let scalars = entry[entry.index(after: mark)...].split(separator: ",")
        .compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      named[String(entry[..<mark])] = Entity(
        scalars: scalars, semicolonOptional: entry[mark] == "!")
    }
    return named
  }()

  /// The text of a name; without its semicolon only the old names of HTML 4 have one.
  static func scalars(named name: String, semicolon: Bool) -> [Unicode.Scalar]? {
    guard let entity = named[name], semicolon || entity.semicolonOptional else { return nil }
    return entity.scalars
  }

  /// All references decoded; what looks like one but is not stays.
  static func unescaped(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard text.contains("&") else { return text }
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < text.count {
      if text[index] == "&", let (scalars, end) = reference(in: text, at: index + 1) {
        result += scalars
        index = end
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// The reference whose text after the ampersand begins at `start`, and where it ends.
  private static func reference(
    in text: [Unicode.Scalar], at start: Int
  ) -> (scalars: [Unicode.Scalar], end: Int)? {
    guard start < text.count else { return nil }
    if text[start] == "#" { return numeric(in: text, at: start + 1) }
    var end = start
    while end < text.count, end - start < 32, isNamePart(text[end]) { end += 1 }
    guard end > start else { return nil }
    let semicolon = end < text.count && text[end] == ";"
    if semicolon, let scalars = scalars(named: string(text[start..<end]), semicolon: true) {
      return (scalars, end + 1)
    }
    // The longest old name that the text begins with; it has two letters at least.
    for length in stride(from: end - start, to: 1, by: -1) {
      let name = string(text[start..<start + length])
      if let scalars = scalars(named: name, semicolon: false) {
        return (scalars, start + length)
      }
    }
    return nil
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\u{C}", " ", "<", "&", "#", ";": false
    default: true
    }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var string = ""
    string.unicodeScalars.append(contentsOf: scalars)
    return string
  }

  private static func numeric(
    in text: [Unicode.Scalar], at start: Int
  ) -> (scalars: [Unicode.Scalar], end: Int)? {
    let isHexadecimal = start < text.count && (text[start] == "x" || text[start] == "X")
    let radix: UInt32 = isHexadecimal ? 16 : 10
    let first = isHexadecimal ? start + 1 : start
    var end = first
    var number: UInt32 = 0
    while end < text.count, let digit = digit(text[end], radix: radix) {
      // Anything above the last code point gives the same replacement character.
      number = min(number * radix + digit, 0x110000)
      end += 1
    }
    guard end > first else { return nil }
    if end < text.count, text[end] == ";" { end += 1 }
    return (scalars(numbered: number), end)
  }

  private static func digit(_ scalar: Unicode.Scalar, radix: UInt32) -> UInt32? {
    switch scalar {
    case "0"..."9": scalar.value - 0x30
    case "a"..."f" where radix == 16: scalar.value - 0x61 + 10
    case "A"..."F" where radix == 16: scalar.value - 0x41 + 10
    default: nil
    }
  }

  /// HTML 5's rules for numbers: C1 controls are read as windows-1252, non-characters vanish.
  private static func scalars(numbered number: UInt32) -> [Unicode.Scalar] {
    switch number {
    case 0: return ["\u{FFFD}"]
    case 0x0D: return ["\r"]
    case 0x80...0x9F: return [CodePage.windows1252.scalar(UInt8(number))]
    case 0x01...0x08, 0x0B, 0x0E...0x1F, 0x7F, 0xFDD0...0xFDEF: return []
    default:
      guard let scalar = Unicode.Scalar(number) else { return ["\u{FFFD}"] }
      return number & 0xFFFE == 0xFFFE ? [] : [scalar]
    }
  }
}
