/// The byte patterns of ftfy 6.3.1 (chardata.py, copyright Robyn Speer, Apache License 2.0), which
/// say what each one is for in detail.
extension EncodingRepair {
  /// UTF-8 with a space in place of byte A0.
  static let alteredSpaces = ScalarPattern([
    ["\u{C2}\u{C3}\u{C5}\u{CE}\u{D0}\u{D9}", " "],
    ["\u{E2}\u{E3}", " ", "\u{80}-\u{84}\u{86}-\u{9F}\u{A1}-\u{BF}"],
    ["\u{E0}-\u{E3}", "\u{80}-\u{84}\u{86}-\u{9F}\u{A1}-\u{BF}", " "],
    ["\u{F0}", " ", tail, tail],
    ["\u{F0}", tail, " ", tail],
    ["\u{F0}", tail, tail, " "],
  ])

  /// UTF-8 and CESU-8 in which bytes were lost; 1A stands for a replacement character.
  static let lossySequences = ScalarPattern([
    ["\u{C2}-\u{DF}", "\u{1A}"],
    ["\u{C2}-\u{C3}", "?"],
    ["\u{ED}", "\u{A0}-\u{AF}", "\u{1A}?", "\u{ED}", "\u{B0}-\u{BF}", "\u{1A}?\u{80}-\u{BF}"],
    ["\u{ED}", "\u{A0}-\u{AF}", "\u{1A}?\u{80}-\u{BF}", "\u{ED}", "\u{B0}-\u{BF}", "\u{1A}?"],
    ["\u{E0}-\u{EF}", lost, lossyTail],
    ["\u{E0}-\u{EF}", lossyTail, lost],
    ["\u{F0}-\u{F4}", lost, lossyTail, lossyTail],
    ["\u{F0}-\u{F4}", lossyTail, lost, lossyTail],
    ["\u{F0}-\u{F4}", lossyTail, lossyTail, lost],
    ["\u{1A}"],
  ])

  /// What the "utf-8-variants" decoder reads besides UTF-8.
  static let variants = ScalarPattern([
    ["\u{C0}", "\u{80}"],
    ["\u{ED}", "\u{A0}-\u{AF}", tail, "\u{ED}", "\u{B0}-\u{BF}", tail],
  ])

  /// Characters that look like one misread UTF-8 sequence.
  static let sequences = ScalarPattern([
    [ScalarClass(MojibakeTables.firstOfTwo), continuation],
    [ScalarClass(MojibakeTables.firstOfThree), continuation, continuation],
    [ScalarClass(MojibakeTables.firstOfFour), continuation, continuation, continuation],
  ])

  static let continuationStrict = ScalarClass(MojibakeTables.continuationStrict)

  private static let continuation = ScalarClass(MojibakeTables.continuation)
  private static let tail: ScalarClass = "\u{80}-\u{BF}"
  private static let lost: ScalarClass = "\u{1A}?"
  private static let lossyTail: ScalarClass = "\u{1A}\u{80}-\u{BF}"
}
