import FileFormats
import FoundationEssentials
import TestSupport
import Testing

@testable import Results

@Suite("The scores of every image")
struct UnitScoresTests {
  @Test("come back as they were, in single precision where that keeps every order")
  func storage() throws {
    let close = [0.1, 0.1 + 1e-12, 0.3]
    let scores = try UnitScores([
      .init(
        name: "id", samples: "a", scores: ["exact": [0.5, 0.25, 0.5], "close": close],
        isCorrect: [true, false, true]),
      .init(name: "far", samples: "b", scores: ["exact": [2], "close": [1]]),
    ])
    try withTemporaryFolder { folder in
      let path = "\(folder)/a.safetensors"
      try AtomicFile.write(scores.bytes(), to: path)
      #expect(try UnitScores(path: path) == scores)
      let file = try SafetensorsFile(path)
      #expect(file.dtype("exact|id") == "F32")
      #expect(file.dtype("close|id") == "F64")
      #expect(file.dtype("correct|id") == "BOOL")
    }
    #expect(scores.detectors == ["close", "exact"])
    #expect(scores.pair(detector: "exact", split: "far")?.outOfDistribution == [2])
    #expect(scores.pair(detector: "exact", split: "near") == nil)
  }

  @Test("are published before their record, which states their hash")
  func published() throws {
    try withTemporaryFolder { folder in
      let store = RecordStore(folder: folder)
      let sample = GuardSample(count: 10)
      let record = try sample.record()
      let id = try record.runID()
      // What a run left that was killed before its record.
      try FileManager.default.createDirectory(
        atPath: "\(folder)/scores", withIntermediateDirectories: true)
      try AtomicFile.write("other", to: store.scoresPath(of: id))
      #expect(try store.publish(record) == .published)
      #expect(try store.publish(record) == .alreadyThere)
      let read = try #require(try store.record(id))
      #expect(read.scores?.sha256 == (try SHA256.hexDigest(ofFile: store.scoresPath(of: id))))
      let expected = try sample.unitScores()
      let found = try #require(try store.scores(of: read))
      #expect(found.sets["id"]?.isCorrect == expected.sets["id"]?.isCorrect)
      #expect(found.sets.keys.sorted() == ["far", "id", "near"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/tmp").isEmpty)
      try AtomicFile.write("altered", to: store.scoresPath(of: id))
      #expect(throws: ResultsError.self) { try store.scores(of: read) }
      try FileManager.default.removeItem(atPath: store.scoresPath(of: id))
      #expect(try store.scores(of: read) == nil)
    }
  }

  @Test("of a record without them leave its text as it was")
  func absent() throws {
    #expect(try !SampleRecords.few[0].text().contains("scores"))
  }
}
