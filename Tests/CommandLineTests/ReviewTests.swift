import Configuration
import FileFormats
import Foundation
import Testing

/// What a reviewer does in a clone without data: all of it from the committed smoke sweep.
@Suite("Commands on records")
struct ReviewTests {
  private func withSmoke(_ body: (Program) throws -> Void) throws {
    try withProgram { program in
      try program.makeFolder("results")
      try program.makeFolder("plots-gnuplot")
      try program.makeFolder("sweeps")
      for path in ["sweeps/smoke.yaml", "results/smoke", "plots-gnuplot/smoke"] {
        try FileManager.default.copyItem(
          atPath: committed("../\(path)"), toPath: "\(program.folder)/\(path)")
      }
      try body(program)
    }
  }

  /// The run ids of the committed sweep, sorted.
  private let runs = ["2c3afd816cf5", "4e45a567bbe8", "9896246d4c99", "f8b9865aad6a"]

  private func path(_ run: String) -> String {
    "results/smoke/records/\(run.prefix(2))/\(run).json"
  }

  private func alter(_ program: Program, _ run: String) throws {
    let path = "\(program.folder)/\(path(run))"
    let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
    try program.write(
      text.replacing("\"accuracy\": 0.", with: "\"accuracy\": 0.0"), to: self.path(run))
  }

  @Test("status counts the units by their settings and has exit code 2 when some are missing")
  func status() throws {
    try withSmoke { program in
      let done = try program.run(["status", "sweeps/smoke.yaml"])
      #expect(done.status == 0, "\(done.error)")
      #expect(done.output == "smoke: 4 units: 4 done\n")
      #expect(
        done.error.hasPrefix("note: units are matched with records by their settings alone: "))
      let more = try program.run(["status", "sweeps/smoke.yaml", "seed=[1, 2]", "--json"])
      #expect(more.status == 2)
      let json = try JSONValue(parsing: more.output, name: "status")
      #expect(json["counts"] == .object(["done": .integer(4), "missing": .integer(4)]))
      guard case .array(let open)? = json["open"] else { return #expect(Bool(false)) }
      #expect(open.first?["cell"]?.string == "id=digits method=zeroshot shots=2 seed=2")
    }
  }

  @Test("plan names dimensions and counts, and runs nothing")
  func plan() throws {
    try withSmoke { program in
      let before = try program.contents()
      let outcome = try program.run(["plan", "sweeps/smoke.yaml", "seed=[1, 2]", "--list"])
      #expect(outcome.status == 0, "\(outcome.error)")
      let lines = outcome.output.split(separator: "\n")
      #expect(
        lines.first == "sweeps/smoke.yaml: 8 units (1 id x 4 method x 1 shots x 2 seed)")
      #expect(outcome.output.contains("\n  done     4\n  missing  4\n  to run   4\n"))
      #expect(outcome.output.contains("id=digits method=lora@small shots=2 seed=2"))
      #expect(try program.contents() == before)
    }
  }

  @Test("show finds a record by the beginning of its id and says how to run it again")
  func show() throws {
    try withSmoke { program in
      let outcome = try program.run(["show", "989"])
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(outcome.output.hasPrefix("run 9896246d4c99  model=ood-tiny id=digits method="))
      #expect(
        outcome.output.contains("\nagain: ood sweep sweeps/smoke.yaml --only 'id=digits method="))
      let json = try program.run(["show", runs[0], "--json"])
      #expect(Array(json.output.utf8) == (try FileBytes.read(committed("../\(path(runs[0]))"))))
      // Two of the quickstart's begin alike.
      try FileManager.default.copyItem(
        atPath: committed("../results/quickstart"),
        toPath: "\(program.folder)/results/quickstart")
      let ambiguous = try program.run(["show", "73"])
      #expect(ambiguous.status == 65)
      #expect(ambiguous.error.contains("'73' begins several run ids: 733fc0c96903, 73ed578bf210"))
      let none = try program.run(["show", "fff"])
      #expect(none.status == 65 && none.error.contains("'fff' is no record"))
    }
  }

  @Test("diff is silent about equal records and names settings and numbers of others")
  func diff() throws {
    try withSmoke { program in
      let equal = try program.run(["diff", "smoke", "results/smoke"])
      #expect(equal.status == 0)
      #expect(equal.output == "0 of 4 units differ\n")
      let other = try program.run(["diff", runs[0], runs[2]])
      #expect(other.status == 1)
      #expect(other.output.contains("\n  settings\n"))
      #expect(other.output.contains("\n  numbers (as fractions)\n"))
      #expect(other.output.hasSuffix("1 of 1 unit differ\n"))
      // Within a tolerance of everything only settings and revisions are left.
      let settings = try program.run([
        "diff", runs[0], runs[2], "--tolerance", "100", "--format", "json",
      ])
      #expect(settings.status == 1)
      let json = try JSONValue(parsing: settings.output, name: "diff")
      #expect(json["compared"] == .integer(1))
      let markdown = try program.run(["diff", runs[0], runs[2], "--format", "md"])
      #expect(markdown.output.contains("| training.") || markdown.output.contains("| method."))
    }
  }

  @Test("verify passes the committed results and names an altered digit and a deleted table")
  func verify() throws {
    try withSmoke { program in
      let good = try program.run(["verify"])
      #expect(good.status == 0, "\(good.output)\(good.error)")
      #expect(good.output == "")
      #expect(good.error.hasSuffix("1 sweeps, 4 records: 0 faults\n"))
      try FileManager.default.removeItem(atPath: "\(program.folder)/results/smoke/tables/far.md")
      try alter(program, runs[1])
      try program.makeFolder("results/smoke/conflicts")
      try program.write("{}", to: "results/smoke/conflicts/x.json")
      try program.write("", to: "results/smoke/records/2c/notes.txt")
      let bad = try program.run(["verify"])
      #expect(bad.status == 1)
      #expect(bad.output.contains("\(path(runs[1])): result_sha256 is "))
      #expect(bad.output.contains("results/smoke/conflicts/x.json: is another result"))
      #expect(bad.output.contains("results/smoke/records/2c/notes.txt: is no record"))
      #expect(bad.output.contains("results/smoke/tables/far.md: is missing"))
    }
  }

  @Test("table follows its description, whose faults have their places")
  func table() throws {
    try withSmoke { program in
      let plain = try program.run(["table", "sweeps/smoke.yaml"])
      #expect(plain.status == 0, "\(plain.error)")
      try program.write(
        "columns: split\ndetectors: [energy]\nmetrics: [auroc]\naccuracy: false\ncaption: A.\n",
        to: "t.yaml")
      let described = try program.run([
        "table", "sweeps/smoke.yaml", "--spec", "t.yaml", "--format", "csv",
      ])
      #expect(described.status == 0)
      #expect(described.output.contains("average auroc mean (% higher is better)"))
      let all = try program.run(
        ["table", "sweeps/smoke.yaml", "--spec", "t.yaml", "--format", "all", "--to", "made"])
      #expect(all.status == 0 && all.output == "")
      #expect(
        try program.contents().filter { $0.hasPrefix("made/") } == [
          "made/t.csv", "made/t.md", "made/t.tex",
        ])
      try program.write("metrics: [auroc, fpr, nll]\nrow: [method]\n", to: "t.yaml")
      let bad = try program.run(["table", "sweeps/smoke.yaml", "--spec", "t.yaml"])
      #expect(bad.status == 65)
      #expect(bad.error.contains("t.yaml:1:18: error: metrics.1 names the unknown metric 'fpr'"))
      #expect(bad.error.contains("t.yaml:1:23: error: metrics.2 names nll, which is no share"))
      #expect(bad.error.contains("t.yaml:2:1: error: unknown setting 'row'"))
    }
  }

  @Test("table --long prints every number, and units without a record make it incomplete")
  func long() throws {
    try withSmoke { program in
      let outcome = try program.run(["table", "sweeps/smoke.yaml", "--long"])
      #expect(outcome.status == 0)
      #expect(
        Array(outcome.output.utf8)
          == (try FileBytes.read("\(program.folder)/results/smoke/tables/long.csv")))
      let more = try program.run(["table", "sweeps/smoke.yaml", "seed=[1, 2]", "--long"])
      #expect(more.status == 2)
      #expect(more.error.contains("4 of 8 units have no record"))
    }
  }

  @Test("checklist finds the claims of a paper in the records, and those that fail")
  func checklist() throws {
    try withSmoke { program in
      let head = "ood: 1\nclaims:\n"
      func claim(_ units: String, _ expected: String, _ more: String = "") -> String {
        "  - {claim: A., sweep: sweeps/smoke.yaml, units: \(units), expected: \(expected)\(more)}\n"
      }
      // Numbers of results/smoke/tables/far.csv.
      let right =
        claim("method=zeroshot", "30")
        + claim("method=lora@small", "95.95", ", metric: auroc, detector: energy")
      try program.write(head + right, to: "claims.yaml")
      let good = try program.run(["checklist"])
      #expect(good.status == 0, "\(good.output)\(good.error)")
      #expect(good.output.contains("| 95.95 ± 0.01 | 95.95 | 1 | holds |"))
      #expect(good.output.contains("- `ood sweep sweeps/smoke.yaml`: 4 of 4 units, "))
      try program.write(head + right + claim("method=full@small", "28.5"), to: "claims.yaml")
      let wrong = try program.run(["checklist", "--json"])
      #expect(wrong.status == 1)
      #expect(wrong.output.contains("\"verdict\":\"fails\""))
      try program.write(head + claim("method=cop", "1", ", metric: fpr"), to: "claims.yaml")
      let bad = try program.run(["checklist"])
      #expect(bad.status == 65)
      #expect(bad.error.contains("claims.yaml:3:"))
      #expect(bad.error.contains("metric names the unknown metric 'fpr'"))
    }
  }

  @Test("the README's claims hold in the committed records")
  func ownClaims() throws {
    try withProgram { program in
      for path in ["claims.yaml", "sweeps", "results"] {
        try FileManager.default.createSymbolicLink(
          atPath: "\(program.folder)/\(path)", withDestinationPath: committed("../\(path)"))
      }
      let outcome = try program.run(["checklist"])
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    }
  }
}
