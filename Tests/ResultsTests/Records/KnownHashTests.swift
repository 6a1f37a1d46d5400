import Configuration
import FileFormats
import Foundation
import Results
import Testing

@Suite("Hashes of records that were read")
struct KnownHashTests {
  private func read(_ record: UnitRecord) throws -> UnitRecord {
    try UnitRecord(parsing: Array(record.text().utf8), name: "a.json")
  }

  @Test("are those of the contents, and change with every member that they cover")
  func change() throws {
    let record = SampleRecords.few[1]
    let read = try read(record)
    #expect(read == record)
    #expect(try read.runID() == record.runID())
    #expect(try read.resultSHA256() == record.resultSHA256())
    let changes: [(inout UnitRecord) -> Void] = [
      { $0.metrics["accuracy"] = 0.1 }, { $0.results[0].metrics["auroc"] = 0.1 },
      { $0.training = nil }, { $0.identity.revs["method/coop"] = 2 },
      { $0.detectors = [DetectorFacts(detector: "mcm", metrics: ["augrc": 0.1])] },
      { $0.redundancy = RankCorrelations(detectors: ["mcm"], tau: [[1]]) },
    ]
    for change in changes {
      var (one, two) = (read, record)
      change(&one)
      change(&two)
      #expect(try one.resultSHA256() == two.resultSHA256())
      #expect(try one.resultSHA256() != record.resultSHA256())
      #expect(try one.runID() == two.runID())
    }
    var elsewhere = read
    elsewhere.timing = [:]
    #expect(try elsewhere.resultSHA256() == record.resultSHA256())
  }

  @Test("other spaces and another order of members make no other record")
  func layout() throws {
    let text = try SampleRecords.few[0].text()
    let json = try JSONValue(parsing: text, name: "a")
    guard case .object(let members) = json else { return #expect(Bool(false)) }
    let reversed =
      "{ "
      + members.sorted { $0.key > $1.key }
      .map { "\"\($0.key)\" :\t\($0.value.canonicalText)" }.joined(separator: " ,\n") + " }"
    let read = try UnitRecord(parsing: Array(reversed.utf8), name: "b")
    #expect(try read.resultSHA256() == SampleRecords.few[0].resultSHA256())
  }

  @Test("a folder's records come sorted by run id, however many are read at once")
  func many() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/ood-many-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = RecordStore(folder: folder)
    for seed in 0..<150 {
      let record = SampleRecords.record(
        method: "coop", shots: 1, seed: seed, accuracy: 0.5, rows: [])
      let path = store.path(of: try record.runID())
      try FileManager.default.createDirectory(
        atPath: String(path.dropLast(18)), withIntermediateDirectories: true)
      try AtomicFile.write(record.text(), to: path)
    }
    let ids = try store.records().map { try $0.runID() }
    #expect(ids.count == 150)
    #expect(ids == (try store.runIDs()))
  }
}
