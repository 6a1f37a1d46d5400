import FileFormats
import FoundationEssentials

/// The frame of the page: head, contents, parts; nothing in it is fetched from anywhere.
struct ReportPage {
  /// A part with a heading of its own.
  struct Part {
    let id: String
    let title: String
    let content: [Markup]
  }

  /// The title of the window.
  let title: String
  /// The heading of the page.
  let heading: String
  let parts: [Part]

  /// The page's text, which is well-formed XML as well.
  var source: String {
    // Inside a CDATA section XML reads no markup; to HTML its marks are comments.
    let style = "/*<![CDATA[*/\n\(ReportStyle.source)/*]]>*/"
    let script = "//<![CDATA[\n\(ReportScript.source)//]]>"
    let policy = [
      "default-src 'none'", "base-uri 'none'", "form-action 'none'", "img-src data:",
      "script-src '\(ReportPage.hash(script))'", "style-src-elem '\(ReportPage.hash(style))'",
      // Drawings have attributes of style.
      "style-src-attr 'unsafe-inline'",
    ].joined(separator: "; ")
    let head = Markup.element(
      "head",
      [
        .element("meta", ["charset": "utf-8"]),
        .element("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
        .element("meta", ["name": "referrer", "content": "no-referrer"]),
        .element(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .element("meta", ["name": "color-scheme", "content": "light dark"]),
        .element("meta", ["name": "generator", "content": "ood report"]),
        // Else browsers ask the server for an icon.
        .element("link", ["rel": "icon", "href": "data:,"]),
        .element("title", title),
        Markup(trusted: "<style>\(style)</style>\n"),
      ])
    let page = Markup.element("html", ["lang": "en"], [head, body(script)])
    return "<!DOCTYPE html>\n" + page.source
  }

  private func body(_ script: String) -> Markup {
    let links = parts.map { part in
      Markup.element("li", [.element("a", ["href": "#\(part.id)"], part.title)])
    }
    let sections = parts.map { part in
      Markup.element(
        "section", ["id": part.id, "aria-labelledby": "\(part.id)-title"],
        [.element("h2", ["id": "\(part.id)-title"], part.title)] + part.content)
    }
    return .element(
      "body",
      [
        .element("a", ["class": "skip", "href": "#main"], "Skip to the report"),
        .element(
          "header",
          [
            .element("h1", [Markup("Sweep "), .element("code", heading)]),
            .element("nav", ["aria-label": "Parts"], [.element("ul", links)]),
          ]),
        .element("main", ["id": "main"], sections),
        .element(
          "footer",
          [
            .element(
              "p",
              "Made by ood report from the records of this sweep alone; the same records give "
                + "the same page.")
          ]),
        Markup(trusted: "<script>\(script)</script>\n"),
      ])
  }

  /// The source of a script or style as the page's policy names it.
  private static func hash(_ source: String) -> String {
    let digits = Array(SHA256.hexDigest(of: Array(source.utf8)).utf8)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
    return "sha256-\(Data(bytes).base64EncodedString())"
  }
}
