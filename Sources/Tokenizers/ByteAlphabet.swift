/// The one-character names that byte-level vocabularies give to the 256 bytes.
///
/// Printable characters name themselves; the other 68 bytes are named U+0100, U+0101, ... in byte
/// order, so that no name is blank. Source: `bytes_to_unicode` in OpenAI's simple_tokenizer.py.
enum ByteAlphabet {
  /// The suffix of a symbol that ends a word.
  static let endOfWord = "</w>"

  /// All bytes in the order in which a CLIP vocabulary lists them: printable ones first.
  static let vocabularyOrder: [UInt8] = printable + unprintable

  /// The name of each byte, indexed by the byte.
  static let names: [String] = {
    var names = [String](repeating: "", count: 256)
    for byte in printable {
      names[Int(byte)] = String(Unicode.Scalar(byte))
    }
    for (offset, byte) in unprintable.enumerated() {
      // U+0100 + 67 at most, never a surrogate, so the fallback is not reached.
      names[Int(byte)] = String(Unicode.Scalar(UInt32(0x100 + offset)) ?? "?")
    }
    return names
  }()

  private static let printable: [UInt8] =
    Array(0x21...0x7E) + Array(0xA1...0xAC) + Array(0xAE...0xFF)

  private static let unprintable: [UInt8] = (0...255).filter { !printable.contains($0) }
}
