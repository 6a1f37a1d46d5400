import Configuration
import FileFormats
import Foundation
import TestSupport
import Testing

@Suite("A user's own images")
struct OwnDataTests {
  /// The blocks of one language in a section of docs/data.md.
  private func blocks(_ language: String) throws -> [String] {
    let text = String(decoding: try FileBytes.read(committed("../docs/data.md")), as: UTF8.self)
    let part = try #require(
      text.components(separatedBy: "\n## ").first { $0.hasPrefix("Your own images\n") })
    return part.components(separatedBy: "```").enumerated()
      .filter { $0.offset % 2 == 1 && $0.element.hasPrefix(language + "\n") }
      .map { String($0.element.dropFirst(language.count + 1)) }
  }

  @Test("the commands of docs/data.md run, and lint prints what is shown there")
  func example() throws {
    try withProgram { program in
      for name in ["docs", "models"] {
        try FileManager.default.createSymbolicLink(
          atPath: "\(program.folder)/\(name)", withDestinationPath: committed("../\(name)"))
      }
      let commands = try #require(try blocks("sh").first).split(separator: "\n")
      var printed: [String] = []
      for command in commands {
        let outcome = try program.run(
          command.split(separator: " ").dropFirst().map(String.init))
        #expect(outcome.status == 0, "\(outcome.error)")
        printed.append(outcome.output)
      }
      #expect(printed.count == 3)
      #expect(printed.first == (try blocks("text").first))
      #expect(printed.last?.contains("far animals") == true)
      // The benchmark that is shown is the one of the file.
      let shown = try #require(try blocks("yaml").first)
      let file = String(
        decoding: try FileBytes.read(committed("../docs/example/own.yaml")), as: UTF8.self)
      for line in shown.split(separator: "\n") { #expect(file.contains(line + "\n")) }
    }
  }

  /// Gray images of one pixel: in training, in test and far out of distribution the same ones.
  private func withLeak(_ count: Int, _ body: (Program) throws -> Void) throws {
    try withProgram { program in
      for folder in ["train/a", "test/a", "far"] {
        try program.makeFolder("data/\(folder)")
        for value in 0..<count {
          let image = DecodedImage(width: 1, height: 1, mode: .gray, samples: [UInt8(value)])
          try AtomicFile.write(
            PNG.encode(image, name: "x"), to: "\(program.folder)/data/\(folder)/\(value).png")
        }
      }
      try program.write(
        "benchmarks:\n  leaky:\n    train: {folder: train}\n    test: {folder: test}\n"
          + "    ood: {far: {junk: {folder: far}, gone: {folder: nowhere}}}\n", to: "data/own.yaml")
      try body(program)
    }
  }

  @Test("errors have places and exit code 1; long lists are cut")
  func findings() throws {
    try withLeak(8) { program in
      let outcome = try program.run(["lint", "data/own.yaml"])
      #expect(outcome.status == 1)
      let lines = outcome.output.split(separator: "\n")
      #expect(
        lines.first
          == "data/own.yaml:5:53: error: data/nowhere: is no folder that can be read")
      #expect(
        lines.contains(
          "data/test/a/0.png: error: in test is the same image as data/train/a/0.png, byte for byte "
            + "in train; remove it from one of them"))
      #expect(
        lines.contains(
          "error: and 3 more of shared-image in train and test (--json has all)"))
      #expect(lines.last == "leaky: no protocol, for it cannot be loaded")
      #expect(outcome.error == "25 errors, 0 warnings in 24 images\n")
    }
  }

  @Test("as JSON all findings are there, and a sweep says what it asks of the images")
  func json() throws {
    try withLeak(8) { program in
      try program.write(
        "ood: 1\nname: s\ninclude: data/own.yaml\ngrid: {id: [leaky], shots: [9], seed: [1]}\n"
          + "limit: 5\nbenchmarks: {leaky: {ood: {far: {gone: {folder: data/far}}}}}\n",
        to: "s.yaml")
      let outcome = try program.run(["lint", "s.yaml", "--json"])
      #expect(outcome.status == 1)
      let report = try JSONValue(parsing: outcome.output, name: "lint")
      guard case .array(let benchmarks)? = report["benchmarks"],
        case .array(let findings)? = benchmarks[0]["findings"],
        case .array(let protocols)? = benchmarks[0]["protocols"]
      else {
        Issue.record("\(outcome.output)")
        return
      }
      // Three pairs with test and training, two of far sets with both, one of far sets.
      #expect(findings.count { $0["check"] == .string("shared-image") } == 8 * 6)
      let few = findings.filter { $0["check"] == .string("few-images") }
      #expect(few.count == 1)
      #expect(few.first?["severity"] == .string("warning"))
      #expect(few.first?["file"] == .string("data/own.yaml"))
      #expect(few.first?["line"] == .integer(3))
      #expect(protocols.first?["limit"] == .integer(5))
    }
  }

  @Test("bad configurations have exit code 65, and so has data that is not there")
  func refused() throws {
    try withProgram { program in
      try program.write(
        "benchmarks:\n  x:\n    train: {foldr: a}\n    test: {folder: b}\n", to: "bad.yaml")
      let bad = try program.run(["lint", "bad.yaml"])
      #expect(bad.status == 65)
      #expect(bad.error.contains("bad.yaml:3:13: error: unknown setting 'foldr' for 'source'"))
      #expect(bad.error.contains("did you mean 'folder'?"))
      try program.write("a: 1\n", to: "empty.yaml")
      #expect(try program.run(["lint", "empty.yaml"]).status == 65)
      let absent = try program.run(["lint", "digits"])
      #expect(absent.status == 65)
      #expect(absent.error.contains("scripts/fetch-data gray28"))
      #expect(try program.run(["lint", "gone.yaml"]).status == 74)
    }
  }
}
