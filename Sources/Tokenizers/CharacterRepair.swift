/// The repairs of ftfy 6.3.1 that look at one character at a time (fixes.py and chardata.py,
/// copyright Robyn Speer, Apache License 2.0).
enum CharacterRepair {
  /// Ligatures taken apart, half- and full-width forms made usual, curly quotes made straight.
  static func usualForm(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if scalar.isASCII { return [scalar] }
    if let letters = ligatures[scalar] { return letters.flatMap { [straight($0)] } }
    switch scalar.value {
    case 0x3000: return [" "]
    case 0xFFE3: return [" ", "\u{304}"]
    case 0xFF01...0xFFEF:
      let index = Int(scalar.value) - 0xFF01
      return [straight(index < usualWidths.count ? usualWidths[index] : scalar)]
    default: return [straight(scalar)]
    }
  }

  private static func straight(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x02BC, 0x2018...0x201B: "'"
    case 0x201C...0x201F: "\""
    default: scalar
    }
  }

  /// CR LF, CR and Unicode's separators as line feeds.
  static func unixLineBreaks(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.count)
    for (index, scalar) in text.enumerated() {
      switch scalar {
      case "\r", "\u{2028}", "\u{2029}", "\u{85}": result.append("\n")
      case "\n" where index > 0 && text[index - 1] == "\r": continue
      default: result.append(scalar)
      }
    }
    return result
  }

  /// Control characters without an effect on the text, the byte order mark among them.
  static func isUnwantedControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x08, 0x0B, 0x0E...0x1F, 0x7F, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFC: true
    default: false
    }
  }

  private static let usualWidths = Array(MojibakeTables.usualWidths.unicodeScalars)

  private static let ligatures: [Unicode.Scalar: [Unicode.Scalar]] = [
    "\u{132}": ["I", "J"], "\u{133}": ["i", "j"], "\u{149}": ["\u{2BC}", "n"],
    "\u{1F1}": ["D", "Z"], "\u{1F2}": ["D", "z"], "\u{1F3}": ["d", "z"],
    "\u{1C4}": ["D", "\u{17D}"], "\u{1C5}": ["D", "\u{17E}"], "\u{1C6}": ["d", "\u{17E}"],
    "\u{1C7}": ["L", "J"], "\u{1C8}": ["L", "j"], "\u{1C9}": ["l", "j"],
    "\u{1CA}": ["N", "J"], "\u{1CB}": ["N", "j"], "\u{1CC}": ["n", "j"],
    "\u{FB00}": ["f", "f"], "\u{FB01}": ["f", "i"], "\u{FB02}": ["f", "l"],
    "\u{FB03}": ["f", "f", "i"], "\u{FB04}": ["f", "f", "l"], "\u{FB05}": ["\u{17F}", "t"],
    "\u{FB06}": ["s", "t"],
  ]
}
