import FileFormats
import FoundationEssentials
import Testing

@Suite("docs/adding-a-method.md")
struct MethodPageTests {
  @Test("shows the whole file of its example as it is")
  func example() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").path
    func text(_ path: String) throws -> String {
      String(decoding: try FileBytes.read("\(root)/\(path)"), as: UTF8.self)
    }
    let page = try text("docs/adding-a-method.md")
    let source = try text("Sources/FineTuning/Methods/BitFit.swift")
    #expect(page.contains("```swift\n\(source)```"))
  }
}
