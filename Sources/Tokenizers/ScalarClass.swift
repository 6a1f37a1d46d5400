/// A set of code points (or bytes), written like a character class of a regular expression.
///
/// `"a-z\u{DF}"` holds 26 letters and one more; there is no escaping and no negation in the text.
struct ScalarClass: ExpressibleByStringLiteral, Sendable {
  private var ranges: [ClosedRange<UInt32>] = []
  private var isNegated = false
  private var property: (@Sendable (Unicode.Scalar) -> Bool)?

  init(_ text: String) {
    let points = text.unicodeScalars.map(\.value)
    var index = 0
    while index < points.count {
      if index + 2 < points.count, points[index + 1] == 0x2D, points[index + 2] >= points[index] {
        ranges.append(points[index]...points[index + 2])
        index += 3
      } else {
        ranges.append(points[index]...points[index])
        index += 1
      }
    }
    ranges.sort { $0.lowerBound < $1.lowerBound }
  }

  init(stringLiteral text: String) {
    self.init(text)
  }

  private init(property: @escaping @Sendable (Unicode.Scalar) -> Bool) {
    self.property = property
  }

  /// Python's `\w`.
  static let word = ScalarClass {
    $0 == "_" || [.letter, .number].contains(WordSplitter.classOf($0))
  }
  /// Python's `\s`.
  static let space = ScalarClass(property: PythonText.isSpace)

  /// Everything that the class does not hold.
  static func not(_ other: ScalarClass) -> ScalarClass {
    var result = other
    result.isNegated.toggle()
    return result
  }

  /// Everything in any of the classes, which must be plain ones.
  static func any(_ classes: ScalarClass...) -> ScalarClass {
    var result = ScalarClass("")
    result.ranges = classes.flatMap(\.ranges).sorted { $0.lowerBound < $1.lowerBound }
    return result
  }

  func contains(_ point: UInt32) -> Bool {
    var found = false
    if let property {
      found = Unicode.Scalar(point).map(property) ?? false
    } else {
      for range in ranges {
        if range.lowerBound > point { break }
        if range.upperBound >= point {
          found = true
          break
        }
      }
    }
    return found != isNegated
  }
}
