import Configuration
import Testing

@testable import Results

@Suite("Slices in records and tables")
struct SlicesTableTests {
  /// Two seeds of one method: the slice of 40 images has 20 and 30 right, the other one has 4 of 10.
  static func records() -> [UnitRecord] {
    (0..<2).map { seed in
      var record = SampleRecords.record(
        method: "coop", shots: 4, seed: seed, accuracy: 0.5,
        rows: [SampleRecords.row("mcm", "digits", .far, auroc: 0.75, fpr95: 0.5)])
      func slice(
        _ value: String, count: Int, correct: Int?, set: String = "test", role: OODRole = .id
      ) -> Slice {
        Slice(
          column: "style", value: value, set: set, role: role, count: count, correct: correct,
          accepted: ["mcm": count / 2],
          rows: [
            SampleRecords.row("mcm", "digits", .far, auroc: 0.75, fpr95: 0.25 + Double(seed) / 4)
          ])
      }
      record.slices = [
        slice("a", count: 40, correct: 20 + 10 * seed), slice("", count: 10, correct: 4),
        slice("a", count: 8, correct: nil, set: "digits", role: .far),
      ]
      return record
    }
  }

  @Test("a record keeps its slices, and one without has no member for them")
  func record() throws {
    let record = Self.records()[0]
    let text = try record.text()
    #expect(try UnitRecord(parsing: Array(text.utf8), name: "r") == record)
    let plain = try SampleRecords.few[0].text()
    #expect(!plain.contains("slices"))
  }

  @Test("means over seeds with Wilson's intervals, few images flagged")
  func table() throws {
    let outputs = try SweepOutputs(
      records: RecordSet(Self.records()), sweep: "s", dimensions: ["method", "seed"])
    func file(_ name: String) throws -> String {
      try #require(outputs.tables.first { $0.name == name }).text
    }
    let rows = try file("slices.md").split(separator: "\n").filter { $0.hasPrefix("| coop") }
    // Wilson at 0.625 and 0.5 of 40: scipy 1.17.1, binomtest(25, 40) and binomtest(20, 40).
    #expect(
      rows[0] == "| coop | 4 | test | style | a | mcm | 40 | 62.5 | \\[47.0, 75.8\\] | 50.0 "
        + "| \\[35.2, 64.8\\] | -- | 75.0 | 37.5 |")
    #expect(rows[1].contains("| (not known) | mcm | 10\\* | 40.0 |"))
    #expect(rows[2].contains("| digits | style | a | mcm | 8\\* | -- |  | 50.0 |"))
    let lines = try file("slices.csv").split(separator: "\n")
    #expect(
      lines[0] == "sweep,run,method,seed,set,role,column,slice,n,flag,detector,ood,n_id,n_ood,"
        + "metric,value,lower,upper")
    // Two seeds x (accuracy of two slices, three shares accepted, three rows of two metrics).
    #expect(lines.count == 1 + 2 * (2 + 3 + 6))
    #expect(try file("slices.tex").contains("coop & 4 & test & style & a & mcm & 40 & 62.5"))
    let plain = try SweepOutputs(
      records: RecordSet(SampleRecords.few), sweep: "s", dimensions: ["method"])
    #expect(!plain.tables.contains { $0.name.contains("slices") })
  }
}
