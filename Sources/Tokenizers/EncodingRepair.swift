/// Undoes the decoding of UTF-8 text with a single-byte encoding.
///
/// A translation of `fix_encoding` in ftfy 6.3.1 (copyright Robyn Speer, Apache License 2.0): if the
/// text looks misread, each code page is tried in turn; the first whose bytes are UTF-8 wins.
enum EncodingRepair {
  /// Repeats single steps until nothing changes, since text may be misread twice.
  static func repaired(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var text = text
    while true {
      let next = step(text)
      if next == text { return text }
      text = next
    }
  }

  private static func step(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    if text.allSatisfy(\.isASCII) || !Mojibake.isLikely(text) { return text }
    for page in CodePage.all {
      if let bytes = page.encode(text), let decoded = decodedUTF8(bytes, from: page) {
        return decoded
      }
    }
    let embedded = repairingEmbedded(text)
    if embedded != text { return embedded }
    if let bytes = CodePage.latin1.encode(text), !bytes.contains(where: unassigned.contains) {
      let decoded = bytes.map(CodePage.windows1252.scalar)
      if bytes.contains(where: { (0x80...0x9F).contains($0) }) { return decoded }
    }
    return replacingControls(text)
  }

  /// The bytes that windows-1252 proper leaves unassigned.
  private static let unassigned: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]

  /// C1 control characters read as windows-1252, as web browsers do.
  static func replacingControls(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    text.map {
      (0x80...0x9F).contains($0.value) ? CodePage.windows1252.scalar(UInt8($0.value)) : $0
    }
  }

  private static func decodedUTF8(_ bytes: [UInt8], from page: CodePage) -> [Unicode.Scalar]? {
    var points = bytes.map { UInt32($0) }
    // An en dash and a space look the same in MacRoman.
    if page.name != "macroman", alteredSpaces.occurs(in: points) {
      points = restoringSpaces(points)
    }
    if page.isSloppy {
      points = lossySequences.replacing(in: points) { _ in [0xEF, 0xBF, 0xBD] }
    }
    if points.contains(0xED) || points.contains(0xC0) { points = standardUTF8(points) }
    return String(validating: points.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
      .map { Array($0.unicodeScalars) }
  }

  /// CESU-8 pairs of surrogates and Java's two-byte zero as proper UTF-8.
  private static func standardUTF8(_ points: [UInt32]) -> [UInt32] {
    variants.replacing(in: points) { match in
      let bytes = Array(match)
      if bytes.count == 2 { return [0] }
      let high = (bytes[1] & 0x0F) << 16 + (bytes[2] & 0x3F) << 10
      let point = high + (bytes[4] & 0x0F) << 6 + (bytes[5] & 0x3F) + 0x10000
      return Unicode.Scalar(point).flatMap(UTF8.encode).map { $0.map { UInt32($0) } } ?? bytes
    }
  }

  /// Spaces that stand where byte A0 was.
  private static func restoringSpaces(_ points: [UInt32]) -> [UInt32] {
    let withGrave = restoringGrave(points)
    return alteredSpaces.replacing(in: withGrave) { $0.map { $0 == 0x20 ? 0xA0 : $0 } }
  }

  /// "Ã la" is meant as "à la", not "àla"; Portuguese "àquele", "àquela", "àquilo", "às" excepted.
  private static func restoringGrave(_ points: [UInt32]) -> [UInt32] {
    let exceptions = [" ", "quele", "quela", "quilo", "s "].map { $0.unicodeScalars.map(\.value) }
    var result: [UInt32] = []
    var index = 0
    while index < points.count {
      let follows = points[min(index + 2, points.count)...]
      if points[index] == 0xC3, index + 1 < points.count, points[index + 1] == 0x20,
        !exceptions.contains(where: { follows.starts(with: $0) })
      {
        result += [0xC3, 0xA0, 0x20]
        index += 2
      } else {
        result.append(points[index])
        index += 1
      }
    }
    return result
  }

  /// Repairs runs that look like UTF-8 inside text that does not decode as a whole.
  private static func repairingEmbedded(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let points = text.map(\.value)
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < text.count {
      var end = index
      if index == 0 || !continuationStrict.contains(points[index - 1]) {
        while let length = sequences.length(in: points, at: end) { end += length }
      }
      if end == index {
        result.append(text[index])
        index += 1
        continue
      }
      let run = Array(text[index..<end])
      // A run shorter than the text, so that this ends.
      result += run.count < text.count && Mojibake.isLikely(run) ? repaired(run) : run
      index = end
    }
    return result
  }
}
