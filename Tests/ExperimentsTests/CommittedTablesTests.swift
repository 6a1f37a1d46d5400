import Configuration
import Experiments
import FileFormats
import FoundationEssentials
import Results
import TestSupport
import Testing

@Suite("The committed tables and plots")
struct CommittedTablesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardized.path

  private static let recorded: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(root)/sweeps")) ?? [])
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    .filter { FileManager.default.fileExists(atPath: "\(root)/results/\($0)/records") }.sorted()

  private func plan(_ name: String) throws -> Sweep<UnitSettings> {
    try Sweep<UnitSettings>(path: "\(CommittedTablesTests.root)/sweeps/\(name).yaml") { path in
      String(decoding: try FileBytes.read(path), as: UTF8.self)
    }
  }

  @Test("are in every byte what the committed records give", arguments: recorded)
  func equal(name: String) throws {
    let root = CommittedTablesTests.root
    let plan = try plan(name)
    let records = try plan.records(in: RecordStore(folder: "\(root)/results/\(name)"))
    #expect(try plan.missingCount(records) == 0)
    let differences = try SweepOutputs(plan, records: records).differences(
      tablesFolder: "\(root)/results/\(name)/tables", figuresFolder: "\(root)/plots-gnuplot/\(name)"
    )
    #expect(differences == [])
  }

  @Test("a changed, a missing and a foreign file are named")
  func differences() throws {
    let root = CommittedTablesTests.root
    let plan = try plan("smoke")
    let records = try plan.records(in: RecordStore(folder: "\(root)/results/smoke"))
    let outputs = try SweepOutputs(plan, records: records)
    try withTemporaryFolder { folder in
      let tables = folder + "/t"
      let figures = folder + "/p"
      try outputs.write(tablesFolder: tables, figuresFolder: figures)
      #expect(try outputs.differences(tablesFolder: tables, figuresFolder: figures) == [])
      try AtomicFile.write("x\n", to: tables + "/far.md")
      try AtomicFile.write("", to: tables + "/other.csv")
      try FileManager.default.removeItem(atPath: figures + "/shots-far.gp")
      let lines = try outputs.differences(tablesFolder: tables, figuresFolder: figures)
      #expect(lines.count == 3)
      #expect(
        lines.first?.hasPrefix("\(tables)/far.md:1: is 'x', the records give '<!-- source ") == true
      )
      #expect(lines.dropFirst().first == "\(tables)/other.csv: is not made from these records")
      #expect(lines.last == "\(figures)/shots-far.gp: is missing")
    }
  }
}
