@_spi(_Unicode) import Swift

extension BytePairTokenizer {
  /// What happens to a text before it is cut into words.
  ///
  /// The two agree on ordinary prompts and differ on curly quotes, HTML entities, full-width
  /// letters and the like, so it matters which one a model was trained with.
  public enum Cleaning: String, Sendable, CaseIterable {
    /// ftfy 6.3.1's repairs, HTML unescaped twice, white space collapsed, Python's lower case.
    case openCLIP = "open-clip"
    /// Unicode NFC, white space collapsed, lower case scalar by scalar.
    case huggingFace = "hugging-face"

    /// The text that the regular expression sees.
    public func cleaned(_ text: String) -> String {
      var result = ""
      result.unicodeScalars.append(contentsOf: scalars(text))
      return result
    }
  }
}

extension BytePairTokenizer.Cleaning {
  /// What cuts the cleaned text into words.
  var splitter: WordSplitter { WordSplitter(ignoresCase: self == .openCLIP) }

  /// The scalars of the cleaned text.
  func scalars(_ text: String) -> [Unicode.Scalar] {
    if let plain = Self.plain(text.utf8) { return plain }
    switch self {
    case .openCLIP:
      let repaired = TextRepair.repaired(Array(text.unicodeScalars))
      let unescaped = HTMLEntities.unescaped(HTMLEntities.unescaped(repaired))
      return PythonText.lowercased(PythonText.collapsingSpace(unescaped))
    case .huggingFace:
      return Self.collapsingSpace(text._nfc).flatMap {
        $0.isASCII
          ? [PythonText.asciiLowercased($0)]
          : Array($0.properties.lowercaseMapping.unicodeScalars)
      }
    }
  }

  /// The result for plain ASCII, where nothing needs repair: the case of nearly all prompts.
  private static func plain(_ bytes: String.UTF8View) -> [Unicode.Scalar]? {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(bytes.count)
    var pending = false
    for byte in bytes {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: pending = !result.isEmpty
      case 0x21...0x25, 0x27...0x7E:
        if pending { result.append(" ") }
        pending = false
        result.append(PythonText.asciiLowercased(Unicode.Scalar(byte)))
      default: return nil
      }
    }
    return result
  }

  /// Runs of white space as one space; those at the ends change no tokens and are dropped.
  private static func collapsingSpace(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar]
  {
    var result: [Unicode.Scalar] = []
    var pending = false
    for scalar in scalars {
      if scalar.properties.isWhitespace {
        pending = !result.isEmpty
      } else {
        if pending { result.append(" ") }
        pending = false
        result.append(scalar)
      }
    }
    return result
  }
}
