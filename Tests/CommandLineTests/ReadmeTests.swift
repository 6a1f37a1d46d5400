import FileFormats
import Foundation
import Testing

@Suite("README")
struct ReadmeTests {
  /// A code block of a Markdown file.
  private struct Block {
    let language: String
    let lines: [String]
  }

  /// The code blocks of a section, in order.
  private func blocks(of section: String) throws -> [Block] {
    let text = String(decoding: try FileBytes.read(committed("../README.md")), as: UTF8.self)
    let parts = text.components(separatedBy: "\n## ")
    let part = try #require(parts.first { $0.hasPrefix(section + "\n") })
    // Every second part between fences is a block.
    return part.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }.map {
      var lines = $0.element.components(separatedBy: "\n")
      let language = lines.removeFirst()
      if lines.last == "" { lines.removeLast() }
      return Block(language: language, lines: lines)
    }
  }

  @Test("the commands on others' outputs print what the README shows")
  func bringYourOwnModel() throws {
    let blocks = try blocks(of: "Bring your own model")
    try withProgram { program in
      try FileManager.default.createSymbolicLink(
        atPath: "\(program.folder)/docs", withDestinationPath: committed("../docs"))
      var printed: [String] = []
      var compared = 0
      for block in blocks {
        if block.language == "sh" {
          printed = []
          // A line that ends with a backslash goes on in the next.
          let text = block.lines.joined(separator: "\n").replacing("\\\n", with: "")
          for line in text.split(separator: "\n") where line.hasPrefix("ood ") {
            let words = line.split(separator: " ").dropFirst().map(String.init)
            let outcome = try program.run(Array(words.prefix { $0 != "#" }))
            #expect(outcome.status == 0, "\(line): \(outcome.error)")
            printed += outcome.output.split(separator: "\n").map(String.init)
          }
        } else if block.language == "text" {
          #expect(printed == block.lines.filter { !$0.isEmpty })
          compared += 1
        }
      }
      #expect(compared == 2)
    }
  }
}
