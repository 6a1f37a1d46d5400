/// Makes a picture that gnuplot drew a part of a page.
enum InlinePicture {
  /// The picture's root element, with ids that no other picture of the page has.
  ///
  /// All pictures of gnuplot have the same ids, and titles that browsers show as tooltips. Anything
  /// that is not a drawing (a script, a link to elsewhere) makes nil, as does what is no SVG.
  ///
  /// - Parameters:
  ///   - svg: the file as gnuplot wrote it.
  ///   - prefix: what the picture's ids begin with.
  ///   - title: what it shows, for those who do not see it.
  static func markup(_ svg: String, prefix: String, title: String) -> Markup? {
    guard let start = svg.firstRange(of: "<svg"), let end = svg.firstRange(of: "</svg>"),
      let opening = svg[start.upperBound...].firstIndex(of: ">"), opening < end.lowerBound
    else { return nil }
    var pieces: [String] = []
    for piece in svg[svg.index(after: opening)..<end.lowerBound].split(separator: "<") {
      guard let close = piece.firstIndex(of: ">") else {
        // Spaces before the first tag.
        if piece.allSatisfy(\.isWhitespace) { continue }
        return nil
      }
      let tag = piece[..<close]
      let text = piece[piece.index(after: close)...]
      let isBlank = !text.isEmpty && text.allSatisfy(\.isWhitespace)
      let rest = isBlank ? "\n" : String(text)
      let name = tag.prefix { $0 != " " && $0 != "/" && $0 != "\n" }
      if ["title", "desc", "/title", "/desc"].contains(tag) { continue }
      if tag == "/g", let last = pieces.last, last.hasPrefix("<g"),
        last.hasSuffix(">\n") || last.hasSuffix(">")
      {
        // A group without anything in it; gnuplot leaves more of them than of others.
        pieces.removeLast()
      } else if tag.hasPrefix("/") {
        pieces.append("<\(tag)>\(rest)")
      } else {
        guard elements.contains(String(name)), let tag = named(tag, prefix: prefix) else {
          return nil
        }
        pieces.append("<\(tag)>\(rest)")
      }
    }
    let attributes = svg[start.upperBound..<opening].split(whereSeparator: \.isWhitespace)
    return Markup(
      trusted: "<svg role=\"img\" aria-label=\"\(Markup.escaped(title))\" "
        + "\(attributes.joined(separator: " "))>\n\(pieces.joined())</svg>\n")
  }

  /// What gnuplot draws with.
  private static let elements: Set = [
    "circle", "defs", "ellipse", "feComposite", "feFlood", "filter", "g", "line", "linearGradient",
    "path", "pattern", "polygon", "polyline", "rect", "stop", "text", "tspan", "use",
  ]

  /// A tag with prefixed ids; nil if it refers to anything outside or reacts to events.
  private static func named(_ tag: Substring, prefix: String) -> String? {
    var result = String(tag)
    for quote in ["'", "\""] {
      result = result.replacing(" id=\(quote)", with: " id=\(quote)\(prefix)-")
      result = result.replacing("href=\(quote)#", with: "href=\(quote)#\(prefix)-")
    }
    result = result.replacing("url(#", with: "url(#\(prefix)-")
    let links = result.split(separator: "href=").dropFirst()
    let hasOthers = links.contains { !$0.dropFirst().hasPrefix("#") }
    let reacts = result.split(whereSeparator: \.isWhitespace).contains { $0.hasPrefix("on") }
    return hasOthers || reacts || result.contains("url(") && !result.contains("url(#")
      ? nil : result
  }
}
