/// A single-byte encoding in which UTF-8 text may have been misread.
///
/// "Sloppy" ones let unassigned bytes stand for themselves and read byte 1A as U+FFFD, since a
/// replacement character often marks a byte that was lost. Source: ftfy 6.3.1, bad_codecs/sloppy.py.
struct CodePage: Sendable {
  let name: String
  let isSloppy: Bool
  private let upper: [Unicode.Scalar]
  private let bytes: [Unicode.Scalar: UInt8]

  init(name: String, upper: [Unicode.Scalar]) {
    self.name = name
    self.upper = upper
    isSloppy = name.hasPrefix("sloppy")
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for byte in UInt8.min...0x7F { bytes[Unicode.Scalar(byte)] = byte }
    for (offset, scalar) in upper.enumerated() { bytes[scalar] = UInt8(128 + offset) }
    if isSloppy {
      bytes["\u{1A}"] = nil
      bytes["\u{FFFD}"] = 0x1A
    }
    self.bytes = bytes
  }

  static let latin1 = CodePage(
    name: "latin-1", upper: (UInt8(128)...255).map { Unicode.Scalar($0) })

  /// All code pages in the order in which ftfy tries them.
  static let all: [CodePage] =
    [latin1]
    + MojibakeTables.codePages.map {
      CodePage(name: $0.name, upper: Array($0.characters.unicodeScalars))
    }

  static let windows1252 = all.first { $0.name == "sloppy-windows-1252" } ?? latin1

  /// The character of a byte.
  func scalar(_ byte: UInt8) -> Unicode.Scalar {
    if byte >= 128 { return upper[Int(byte) - 128] }
    return isSloppy && byte == 0x1A ? "\u{FFFD}" : Unicode.Scalar(byte)
  }

  /// The text's bytes, or nil if the code page lacks one of its characters.
  func encode(_ text: [Unicode.Scalar]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for scalar in text {
      guard let byte = bytes[scalar] else { return nil }
      result.append(byte)
    }
    return result
  }
}
