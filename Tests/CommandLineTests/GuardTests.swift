import Configuration
import FileFormats
import Foundation
import Results
import Testing

@Suite("ood guard")
struct GuardTests {
  /// A folder with the committed guard, whose baseline is what the sweep gives as well: no model, no
  /// data.
  private func withGuard(_ body: (Program) throws -> Void) throws {
    try withProgram { program in
      for folder in ["sweeps", "benchmarks/baselines", "results"] { try program.makeFolder(folder) }
      for (from, to) in [
        ("sweeps/guard.yaml", "sweeps/guard.yaml"),
        ("benchmarks/guard.yaml", "benchmarks/guard.yaml"),
        ("benchmarks/baselines/guard", "benchmarks/baselines/guard"),
        ("benchmarks/baselines/guard", "results/guard"),
      ] {
        try FileManager.default.copyItem(
          atPath: committed("../\(from)"), toPath: "\(program.folder)/\(to)")
      }
      try body(program)
    }
  }

  /// Puts a changed record with the scores of the first one in the place of it.
  private func change(_ program: Program, _ body: (inout UnitRecord) -> Void) throws {
    let store = RecordStore(folder: "\(program.folder)/results/guard")
    var record = try #require(try store.records().first)
    let old = try record.runID()
    body(&record)
    try FileManager.default.removeItem(atPath: store.path(of: old))
    let new = try record.runID()
    if new != old {
      try FileManager.default.moveItem(
        atPath: store.scoresPath(of: old), toPath: store.scoresPath(of: new))
    }
    #expect(try store.publish(record) == .published)
  }

  @Test("passes on the committed baseline, without data or weights")
  func passes() throws {
    try withGuard { program in
      let outcome = try program.run(["guard", "benchmarks/guard.yaml"])
      #expect(outcome.status == 0)
      #expect(outcome.output.hasSuffix(" ok, 0 regression, 0 missing\n"))
      #expect(outcome.error == "")
    }
  }

  @Test("names a metric that was changed, for people and for GitHub, and exits with 1")
  func alarm() throws {
    try withGuard { program in
      try change(program) { record in
        for index in record.results.indices where record.results[index].detector == "energy" {
          record.results[index].metrics["fpr95/id-nearest"]? += 0.125
        }
      }
      let outcome = try program.run(
        ["guard", "benchmarks/guard.yaml", "--junit", "junit.xml", "--markdown", "guard.md"],
        after: "export GITHUB_ACTIONS=true GITHUB_STEP_SUMMARY=summary.md; echo before > summary.md"
      )
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("  ALARM (the record has "))
      #expect(outcome.error.contains("::error file=benchmarks/guard.yaml,line="))
      func text(_ name: String) throws -> String {
        String(decoding: try FileBytes.read("\(program.folder)/\(name)"), as: UTF8.self)
      }
      #expect(try text("junit.xml").contains("<failure type=\"alarm\" message=\"alarm: "))
      let markdown = try text("guard.md")
      #expect(markdown.hasPrefix("### ood guard `guard`: failed\n"))
      #expect(try text("summary.md") == "before\n" + markdown)
      let json = try program.run(["guard", "benchmarks/guard.yaml", "--json"])
      #expect(json.status == 1)
      let value = try JSONValue(parsing: json.output, name: "output")
      #expect(value["answer"] == .string("failed"))
    }
  }

  @Test("exits with 2 where a record is missing and with 3 where the data are others")
  func otherAnswers() throws {
    try withGuard { program in
      try change(program) { $0.identity.data["few-shot"] = "other" }
      let other = try program.run(["guard", "benchmarks/guard.yaml"])
      #expect(other.status == 3)
      #expect(other.output.contains("NOT COMPARABLE (other data than the baseline's: few-shot)"))
      try FileManager.default.removeItem(atPath: "\(program.folder)/results/guard")
      let missing = try program.run(["guard", "benchmarks/guard.yaml"])
      #expect(missing.status == 2)
      #expect(missing.output.contains("has no record in results/guard; run the sweep)"))
    }
  }

  @Test("makes a baseline only when asked to, with a commit's message")
  func update() throws {
    try withGuard { program in
      try FileManager.default.removeItem(
        atPath: "\(program.folder)/benchmarks/baselines/guard")
      let none = try program.run(["guard", "benchmarks/guard.yaml"])
      #expect(none.status == 65)
      #expect(none.error.contains("there is no baseline; make one: "))
      let update = try program.run(["guard", "benchmarks/guard.yaml", "--update-baseline"])
      #expect(update.status == 0)
      #expect(update.output.hasPrefix("Update the baseline of benchmarks/guard.yaml\n\n"))
      #expect(try program.run(["guard", "benchmarks/guard.yaml"]).status == 0)
      let again = try program.run(["guard", "benchmarks/guard.yaml", "--update-baseline"])
      #expect(again.output.hasSuffix("no AUROC, FPR95 or accuracy changes\n"))
    }
  }
}
