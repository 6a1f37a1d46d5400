import Configuration
import Experiments
import FileFormats
import FoundationEssentials
import Testing

@Suite("What a sweep and its workers tell each other")
struct UnitMessageTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../sweeps").standardized.path

  private static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  @Test("units of the shipped sweeps keep every setting on the way", arguments: files)
  func tasks(file: String) throws {
    let sweep = try Sweep<UnitSettings>(path: "\(UnitMessageTests.folder)/\(file)") { path in
      String(decoding: try FileBytes.read(path), as: UTF8.self)
    }
    for (index, unit) in sweep.units.enumerated() {
      let task = UnitTask(
        index: index, cell: unit.cell.description, runID: "3fa91c000000", attempt: 2,
        settings: unit.settings)
      let line = try task.line()
      #expect(!line.contains("\n"))
      let read = try UnitTask(line: line)
      #expect(try settings(of: read.settings) == settings(of: unit.settings))
      #expect(read.cell == task.cell)
      #expect(read.runID == task.runID)
      #expect(read.index == index)
      #expect(read.attempt == 2)
    }
  }

  @Test("a line that is no unit is refused", arguments: ["", "{}", "[1]", #"{"index": 1}"#])
  func faultyTasks(line: String) { #expect(throws: (any Error).self) { try UnitTask(line: line) } }

  @Test(
    "progress is read as it was written",
    arguments: [
      UnitProgress.loading, .training(step: 3, of: 9, loss: 0.1 + 0.2), .encoding("a \"b\"\n"),
    ])
  func progress(progress: UnitProgress) throws {
    let json = try JSONValue(parsing: progress.json.canonicalText, name: "line")
    #expect(UnitProgress(json) == progress)
    #expect(UnitOutcome(json) == nil)
  }

  @Test("outcomes are read as they were written")
  func outcomes() throws {
    var failure = UnitFailure("no\nspace", phase: "encode x")
    failure.signal = 9
    failure.peakMemory = 5
    failure.concernsAll = true
    for outcome in [.published(seconds: 0.25), .stopped, .failed(failure)] as [UnitOutcome] {
      let json = try JSONValue(parsing: outcome.json.canonicalText, name: "line")
      #expect(UnitOutcome(json) == outcome)
      #expect(UnitProgress(json) == nil)
    }
  }
}
