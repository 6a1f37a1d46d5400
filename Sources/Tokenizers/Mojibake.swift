/// Tells text that was decoded with the wrong encoding: "Ã©" where "é" was meant.
///
/// Sequences of characters that hardly occur in real text, by the classes of `MojibakeTables`.
/// A translation of the regular expression in ftfy 6.3.1 (badness.py, copyright Robyn Speer,
/// Apache License 2.0), alternative by alternative in its order.
enum Mojibake {
  /// Whether some of the text looks misread.
  static func isLikely(_ text: [Unicode.Scalar]) -> Bool {
    let points = text.map(\.value)
    // `^[ÃÂ][ ]`, the one rule that is tied to the start of the text.
    if points.count > 1, points[0] == 0xC3 || points[0] == 0xC2, points[1] == 0x20 { return true }
    return pattern.occurs(in: points)
  }

  private static let pattern = ScalarPattern(byCategory + western + otherCodePages)

  private static let common = ScalarClass(MojibakeTables.common)
  private static let c1 = ScalarClass(MojibakeTables.c1)
  private static let bad = ScalarClass(MojibakeTables.bad)
  private static let law = ScalarClass(MojibakeTables.law)
  private static let currency = ScalarClass(MojibakeTables.currency)
  private static let start = ScalarClass(MojibakeTables.startPunctuation)
  private static let end = ScalarClass(MojibakeTables.endPunctuation)
  private static let numeric = ScalarClass(MojibakeTables.numeric)
  private static let kaomoji = ScalarClass(MojibakeTables.kaomoji)
  private static let upper = ScalarClass(MojibakeTables.upperAccented)
  private static let lower = ScalarClass(MojibakeTables.lowerAccented)
  private static let upperCommon = ScalarClass(MojibakeTables.upperCommon)
  private static let lowerCommon = ScalarClass(MojibakeTables.lowerCommon)
  private static let box = ScalarClass(MojibakeTables.box)
  private static let latin: ScalarClass = "a-zA-Z"

  private static var byCategory: [[ScalarClass]] {
    [
      [c1],
      [.any(bad, lower, upper, box, start, end, currency, numeric, law), bad],
      [latin, .any(lowerCommon, upperCommon), bad],
      [bad, .any(lower, upper, box, start, end, currency, numeric, law)],
      [.any(lower, lowerCommon, box, end, currency, numeric), upper],
      [.any(box, end, currency, numeric), lower],
      [.any(lower, box, end), currency],
      [.space, upper, currency],
      [.any(upper, box), .any(numeric, law)],
      [.any(lower, upper, box, currency, end), start, numeric],
      [.any(lower, upper, currency, numeric, box, law), end, start],
      [.any(currency, numeric, box), start],
      ["a-z", upper, .any(start, currency)],
      [box, kaomoji],
      [.any(lower, upper, currency, numeric, start, end, law), box],
      [box, end],
      [.any(lower, upper), .any(start, end), .word],
    ]
  }

  /// Windows-1252 sequences that the categories miss.
  private static var western: [[ScalarClass]] {
    let arabic = ScalarClass.any(common, currency, bad, numeric, start, "ŸŠ®°µ»")
    return [
      ["Œœ", .not("A-Za-z")],
      [upper, "°"],
      ["ÂÃÎÐ", .any("€œŠš¢£Ÿž\u{A0}\u{AD}®©°·»", start, end, "–—´")],
      ["×", "²³"],
      ["ØÙ", arabic, "ØÙ", arabic],
      ["à", "²µ¹¼½¾"],
      ["Ã", "\u{A0}¡"],
      ["a-z", .space, "ÃÂ", " "],
      ["a-z", "ÃÂ", " "],
      [.any("a-z.,?!", end), "Â", .any(" ", start, end)],
    ]
  }

  /// MacRoman, windows-1251, windows-1253 and windows-1257.
  private static var otherCodePages: [[ScalarClass]] {
    let cyrillic = ScalarClass.any(c1, bad, start, end, currency, "°µ")
    let greek = ScalarClass.any(c1, bad, start, end, currency, "°")
    return [
      ["√", "±∂†≠®™´≤≥¥µø"],
      ["≈", "°¢"],
      ["‚", "Ä", "ìîïòôúùû†°¢π"],
      ["‚", "âó", "àä°ê"],
      ["в", "Ђ"],
      ["ВГРС", cyrillic, "ВГРС"],
      ["Г", "ў", "В", "Ђ", "В", .not("\n"), "A-Za-z "],
      ["β", "€", "™\u{A0}Ά\u{AD}®°"],
      ["ΒΓΞΟ", greek, "ΒΓΞΟ"],
      ["ā", "€"],
    ]
  }
}
