import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a page consists of, as a strict XML parser sees it.
final class PageOutline: NSObject, XMLParserDelegate {
  private(set) var count: [String: Int] = [:]
  private(set) var ids: [String] = []
  private(set) var links: [String] = []
  private(set) var attributes: Set<String> = []

  /// Throws if the page is not well-formed.
  init(_ page: String) throws {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    count[name, default: 0] += 1
    self.attributes.formUnion(attributes.keys)
    if let id = attributes["id"] { ids.append(id) }
    for (key, value) in attributes where key.hasSuffix("href") { links.append(value) }
  }
}
