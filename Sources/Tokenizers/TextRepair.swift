@_spi(_Unicode) import Swift

/// Repairs glitches of Unicode text: misread encodings, HTML entities, typographic variants.
///
/// A translation of `fix_text` with default settings in ftfy 6.3.1 (copyright Robyn Speer, Apache
/// License 2.0). Swift strings hold no surrogates, so their repair is left out.
enum TextRepair {
  /// Repairs every line by itself; from the first `<` on, text counts as HTML and keeps its entities.
  static func repaired(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.count)
    var unescapes = true
    var start = 0
    while start < text.count {
      let lineEnd = text[start...].firstIndex(of: "\n").map { $0 + 1 } ?? text.count
      let end = min(lineEnd, start + 1_000_000)
      let segment = Array(text[start..<end])
      if segment.contains("<") { unescapes = false }
      result += repaired(segment, unescapes: unescapes)
      start = end
    }
    return result
  }

  /// Repeats all steps in ftfy's order until nothing changes.
  private static func repaired(
    _ segment: [Unicode.Scalar], unescapes: Bool
  ) -> [Unicode.Scalar] {
    var text = segment
    while true {
      let before = text
      if unescapes { text = unescapingUnambiguous(text) }
      text = EncodingRepair.repaired(text)
      text = EncodingRepair.replacingControls(text)
      text = text.flatMap(CharacterRepair.usualForm)
      text = CharacterRepair.unixLineBreaks(text)
      text = removingTerminalEscapes(text)
      text.removeAll(where: CharacterRepair.isUnwantedControl)
      text = normalized(text)
      if text == before { return text }
    }
  }

  /// Unicode normalisation form C.
  static func normalized(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    if text.allSatisfy(\.isASCII) { return text }
    var string = ""
    string.unicodeScalars.append(contentsOf: text)
    return Array(string._nfc)
  }

  /// Decodes references that end in a semicolon, also those in capitals such as `&EACUTE;`.
  static func unescapingUnambiguous(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard text.contains("&") else { return text }
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < text.count {
      if text[index] == "&", let end = referenceEnd(in: text, at: index) {
        result += decoded(text[index..<end])
        index = end
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// The end of `&#?[0-9A-Za-z]{1,24};` from an ampersand on.
  private static func referenceEnd(in text: [Unicode.Scalar], at start: Int) -> Int? {
    var end = start + 1
    if end < text.count, text[end] == "#" { end += 1 }
    let first = end
    while end < text.count, end - first < 24, isASCIIAlphanumeric(text[end]) { end += 1 }
    return end > first && end < text.count && text[end] == ";" ? end + 1 : nil
  }

  private static func decoded(_ reference: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    let text = Array(reference)
    if text[1] == "#" {
      let unescaped = HTMLEntities.unescaped(text)
      return unescaped.contains(";") ? text : unescaped
    }
    var name = ""
    name.unicodeScalars.append(contentsOf: text[1..<(text.count - 1)])
    if let scalars = HTMLEntities.scalars(named: name, semicolon: true) { return scalars }
    // In capitals only if the name is in small letters and HTML reads nothing into the capitals.
    let lower = name.lowercased()
    guard lower.uppercased() == name, HTMLEntities.unescaped(text) == text,
      let scalars = HTMLEntities.scalars(named: lower, semicolon: true)
    else { return text }
    return scalars.flatMap { $0.properties.uppercaseMapping.unicodeScalars }
  }

  private static func isASCIIAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
  }

  /// Removes `ESC [ digits and semicolons, letter`, which colours text on terminals.
  static func removingTerminalEscapes(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard text.contains("\u{1B}") else { return text }
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < text.count {
      if let end = escapeEnd(in: text, at: index) {
        index = end
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private static func escapeEnd(in text: [Unicode.Scalar], at start: Int) -> Int? {
    guard text[start] == "\u{1B}", start + 1 < text.count, text[start + 1] == "[" else {
      return nil
    }
    var end = start + 2
    while end < text.count,
      text[end] == ";" || text[end].properties.generalCategory == .decimalNumber
    { end += 1 }
    guard end < text.count, text[end].isASCII, text[end].properties.isAlphabetic else { return nil }
    return end + 1
  }
}
