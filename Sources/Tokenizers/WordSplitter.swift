/// Cuts cleaned text into the words that byte-pair encoding works on.
///
/// The rule is CLIP's regular expression
/// `'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+`: contractions, runs of letters, single
/// digits, runs of anything else that is not white space.
///
/// open_clip compiles it without regard to case, Hugging Face's does not. As open_clip's texts are in
/// small letters, that shows in two scalars only: the long s (U+017F) makes a contraction like s, and
/// U+0345, whose folding is the letter iota, is taken for neither letter nor symbol and dropped.
struct WordSplitter: Sendable {
  /// Whether the expression is matched without regard to case.
  let ignoresCase: Bool

  enum Class {
    case letter, number, space, other
  }

  /// The words of a text as UTF-8 bytes.
  func words(in scalars: [Unicode.Scalar]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var start = 0
    while start < scalars.count {
      let end = wordEnd(in: scalars, from: start)
      if end > start { words.append(Self.bytes(scalars[start..<end])) }
      start = max(end, start + 1)
    }
    return words
  }

  /// The end of the word that begins at `start`, or `start` where none does.
  func wordEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int {
    if scalars[start] == "'" {
      let length = contractionLength(in: scalars, from: start)
      if length > 0 { return start + length }
    }
    let kind = classHere(scalars[start])
    switch kind {
    case .space: return start
    case .number: return start + 1
    case .letter, .other:
      var end = start + 1
      while end < scalars.count, classHere(scalars[end]) == kind { end += 1 }
      return end
    }
  }

  private func contractionLength(in scalars: [Unicode.Scalar], from start: Int) -> Int {
    guard start + 1 < scalars.count else { return 0 }
    switch scalars[start + 1] {
    case "s", "t", "m", "d": return 2
    case "\u{17F}": return ignoresCase ? 2 : 0
    case "r", "v": return start + 2 < scalars.count && scalars[start + 2] == "e" ? 3 : 0
    case "l": return start + 2 < scalars.count && scalars[start + 2] == "l" ? 3 : 0
    default: return 0
    }
  }

  private func classHere(_ scalar: Unicode.Scalar) -> Class {
    ignoresCase && scalar == "\u{345}" ? .space : Self.classOf(scalar)
  }

  /// The class of a scalar in the regular expression, by its Unicode general category.
  static func classOf(_ scalar: Unicode.Scalar) -> Class {
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "A"..."Z": return .letter
      case "0"..."9": return .number
      case " ", "\t"..."\r": return .space
      default: return .other
      }
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return .letter
    case .decimalNumber, .letterNumber, .otherNumber:
      return .number
    default:
      return scalar.properties.isWhitespace ? .space : .other
    }
  }

  /// A word as UTF-8.
  static func bytes(_ scalars: ArraySlice<Unicode.Scalar>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count)
    for scalar in scalars { bytes.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
    return bytes
  }
}
