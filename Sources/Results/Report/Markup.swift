/// A piece of HTML that is well-formed as XML too; texts and attributes enter it escaped only.
struct Markup: Sendable, Equatable {
  /// The source text.
  let source: String

  /// A text in which no character has a meaning to HTML.
  init(_ text: String) { source = Markup.escaped(text) }

  /// Source that this module itself wrote or made safe.
  init(trusted source: String) { self.source = source }

  /// Pieces one after the other.
  init(_ pieces: [Markup]) { source = pieces.map(\.source).joined() }

  /// An element with its attributes in their order.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Markup] = []
  ) -> Markup {
    var source = "<\(name)"
    for (key, value) in attributes { source += " \(key)=\"\(escaped(value))\"" }
    if voids.contains(name) { return Markup(trusted: source + "/>\n") }
    source += starters.contains(name) ? ">\n" : ">"
    for child in children { source += child.source }
    return Markup(trusted: source + "</\(name)>" + (inline.contains(name) ? "" : "\n"))
  }

  /// An element that holds a text alone.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ text: String
  ) -> Markup {
    element(name, attributes, [Markup(text)])
  }

  /// Elements that never have contents.
  private static let voids: Set = ["link", "meta"]
  /// Elements whose contents begin on a line of their own.
  private static let starters: Set = [
    "details", "div", "dl", "figure", "footer", "header", "main", "nav", "ol", "section", "table",
    "tbody", "thead", "tr", "ul",
  ]
  /// Elements inside a line, after which a line break would be a space.
  private static let inline: Set = ["a", "abbr", "b", "code", "em", "small", "span", "strong"]

  /// A text with references for the characters that have a meaning, and U+FFFD for those that XML
  /// forbids.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{fffe}", "\u{ffff}": result += "\u{fffd}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
