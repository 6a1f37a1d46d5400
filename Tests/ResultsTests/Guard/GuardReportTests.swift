import Configuration
import FoundationEssentials
import TestSupport
import Testing

@testable import Results

@Suite("The report of a guard")
struct GuardReportTests {
  private func flipped() throws -> GuardReport {
    var new = GuardSample()
    new.change("mcm") { -$0 }
    return try GuardSample.compare([GuardSample()], [new])
  }

  @Test("is a table with the failing rows set in capitals")
  func table() throws {
    let lines = try flipped().text().split(separator: "\n").map(String.init)
    #expect(lines.first?.split(separator: " ").first == "cell")
    #expect(lines.first?.hasSuffix("baseline  current    diff    95% CI of diff  verdict") == true)
    #expect(
      lines.contains { $0.contains("mcm/far/auroc") && $0.hasSuffix("REGRESSION (tol 0.50)") })
    #expect(lines.last == "6 ok, 4 regression, 2 alarm, 1 drift, 0 missing")
    #expect(try flipped().text(all: true).contains("energy/far/auroc"))
  }

  @Test("is JUnit with one message a case and texts escaped")
  func junit() throws {
    let lines = try flipped().junit().split(separator: "\n").map(String.init)
    #expect(
      lines[1]
        == "<testsuite name=\"sample\" tests=\"13\" failures=\"6\" errors=\"0\" skipped=\"1\" "
        + "time=\"0\">")
    #expect(lines.count { $0.contains("<failure ") } == 6)
    #expect(
      lines.contains {
        $0.hasPrefix(
          "  <testcase classname=\"digits.zeroshot\" name=\"energy/far/fpr95\" time=\"0\"/>")
      })
    #expect(lines.contains { $0.contains("-&gt;") })
    #expect(GuardReport.xml("a<b>&\"c\"\n\u{1}") == "a&lt;b&gt;&amp;&quot;c&quot;&#10;\u{FFFD}")
  }

  @Test("is Markdown that stays below GitHub's limit")
  func markdown() throws {
    let report = try flipped()
    let text = report.markdown()
    #expect(text.hasPrefix("### ood guard `sample`: failed\n\n6 ok, 4 regression"))
    #expect(text.contains("| digits zeroshot | mcm/far/auroc | "))
    let short = report.markdown(limit: 700)
    #expect(short.utf8.count <= 700)
    #expect(short.contains("\nand "))
    #expect(GuardReport.escaped("a|b_c*\nd") == "a\\|b\\_c\\* d")
  }

  @Test("is annotations at the rules' lines, escaped, ten of a kind at most")
  func annotations() throws {
    let lines = try flipped().annotations()
    #expect(lines.count { $0.hasPrefix("::error ") } == 6)
    #expect(
      lines.contains {
        $0.hasPrefix("::error file=guard.yaml,line=6,title=FPR95 regression::digits zeroshot mcm/")
      })
    #expect(lines.contains { $0.hasPrefix("::warning file=guard.yaml,line=8,title=") })
    #expect(GuardReport.data("50 %\r\nx") == "50 %25%0D%0Ax")
    #expect(GuardReport.property("a:b,c%") == "a%3Ab%2Cc%25")
    var all = GuardSample()
    all.change("mcm") { -$0 }
    all.change("energy") { -$0 }
    let many = try GuardSample.compare([GuardSample()], [all]).annotations()
    // Eight rows and four alarms; nine are shown.
    #expect(many.count { $0.hasPrefix("::error ") } == 10)
    #expect(many.contains { $0.hasSuffix("::and 3 more; see the job's summary") })
  }

  @Test("is JSON with every number")
  func json() throws {
    let json = try flipped().json()
    #expect(json["answer"] == .string("failed"))
    #expect(json["counts"]?["regression"] == .integer(4))
    guard case .array(let rows)? = json["rows"] else {
      Issue.record("no rows")
      return
    }
    #expect(rows.count == 13)
    let row = rows.first { $0["row"] == .string("mcm/far/auroc") }
    #expect(row?["paired"] == .bool(true))
    #expect(row?["line"] == .integer(5))
    _ = try JSONValue(parsing: json.prettyText, name: "report")
  }

  @Test("updates a baseline with a message of what changes, and drops what is gone")
  func update() throws {
    try withTemporaryFolder { folder in
      let baseline = RecordStore(folder: "\(folder)/baseline")
      let current = RecordStore(folder: "\(folder)/current")
      let file = try GuardFile(path: "guard.yaml", text: GuardSample.text)
      let old = GuardSample()
      #expect(throws: ResultsError.self) {
        _ = try GuardBaseline(file, units: [old.unit], baseline: baseline, current: current)
      }
      _ = try current.publish(old.record())
      let first = try GuardBaseline(file, units: [old.unit], baseline: baseline, current: current)
      #expect(first.message == "Update the baseline of guard.yaml\n\n1 units; there was none.\n")
      try first.write()
      #expect(try baseline.records() == [old.record()])
      #expect(try baseline.scores(of: old.record()) == old.unitScores())
      // Another revision: another run in place of the first.
      var new = old
      new.revs["detector/mcm"] = 2
      new.worsen("mcm", share: 0.5)
      _ = try current.publish(new.record())
      let second = try GuardBaseline(file, units: [old.unit], baseline: baseline, current: current)
      #expect(second.message.contains("digits zeroshot seed 1 mcm/far/auroc: "))
      try second.write()
      #expect(try baseline.records() == [new.record()])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: "\(folder)/baseline/scores").count == 1)
    }
  }
}
