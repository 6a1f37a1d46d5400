@_spi(_Unicode) import Swift

extension BytePairTokenizer {
  /// What happens to a text before it is cut into words.
  ///
  /// The two agree on ordinary prompts and differ on curly quotes, HTML entities, full-width
  /// letters and the like, so it matters which one a model was trained with.
  public enum Cleaning: String, Sendable, CaseIterable {
    /// The ftfy repairs, two rounds of HTML unescaping, white space collapsed, lower case.
    case openCLIP = "open-clip"
    /// Unicode NFC, white space collapsed, lower case by character; special tokens are recognised.
    case huggingFace = "hugging-face"
  }
}

extension BytePairTokenizer.Cleaning {
  /// The scalars that the word splitter sees.
  func callAsFunction(_ text: String) -> [Unicode.Scalar] {
    switch self {
    case .openCLIP, .huggingFace:
      return text._nfc.flatMap { $0.properties.lowercaseMapping.unicodeScalars }
    }
  }
}
