import FileFormats

/// The members of a JSON object's text without the spaces between tokens.
///
/// In files that this program wrote the members are sorted and the numbers canonical, so a hash over
/// some of the members needs no second writing of what was read.
struct CompactMembers {
  private let bytes: [UInt8]
  private let members: [(key: String, range: Range<Int>)]

  /// Reads the text of an object that is known to be well-formed JSON.
  init(_ text: [UInt8]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var ranges: [Range<Int>] = []
    var depth = 0
    var start = 0
    var isInString = false
    var isEscaped = false
    for byte in text {
      if isInString {
        bytes.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case 0x20, 0x0A, 0x0D, 0x09: continue
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if depth == 1 { start = bytes.count + 1 }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 1, bytes.count > start { ranges.append(start..<bytes.count) }
        depth -= 1
      case UInt8(ascii: ","):
        if depth == 1 {
          ranges.append(start..<bytes.count)
          start = bytes.count + 1
        }
      default: break
      }
      bytes.append(byte)
    }
    self.bytes = bytes
    members = ranges.map { range in
      let key = bytes[range].dropFirst().prefix { $0 != UInt8(ascii: "\"") }
      return (String(decoding: key, as: UTF8.self), range)
    }
  }

  /// The SHA-256 of the object of those members that a condition admits, in the order of the text.
  func sha256(where admits: (String) -> Bool) -> String {
    var text: [UInt8] = [UInt8(ascii: "{")]
    text.reserveCapacity(bytes.count)
    for member in members where admits(member.key) {
      if text.count > 1 { text.append(UInt8(ascii: ",")) }
      text += bytes[member.range]
    }
    text.append(UInt8(ascii: "}"))
    return SHA256.hexDigest(of: text)
  }
}
