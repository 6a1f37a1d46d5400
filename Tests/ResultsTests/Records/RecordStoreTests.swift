import Configuration
import Foundation
import Results
import Testing

@Suite("Record stores")
struct RecordStoreTests {
  private func withStore(_ body: (RecordStore) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/ood-store-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(RecordStore(folder: folder))
  }

  @Test("publishes a record once and gives it back")
  func publish() throws {
    try withStore { store in
      #expect(try store.records().isEmpty)
      for record in SampleRecords.few { #expect(try store.publish(record) == .published) }
      let ids = try store.runIDs()
      #expect(ids == ids.sorted())
      #expect(ids.count == 3)
      #expect(try Set(store.records().map { try $0.runID() }) == Set(ids))
      let record = SampleRecords.few[0]
      let id = try record.runID()
      #expect(store.contains(id))
      #expect(try store.record(id) == record)
      #expect(store.path(of: id).hasSuffix("/records/\(id.prefix(2))/\(id).json"))
      #expect(try store.record("000000000000") == nil)
      #expect(try FileManager.default.contentsOfDirectory(atPath: store.folder + "/tmp") == [])
    }
  }

  @Test("an equal second record changes nothing, a different one is kept apart")
  func conflicts() throws {
    try withStore { store in
      var record = SampleRecords.few[0]
      #expect(try store.publish(record) == .published)
      record.env = .object([:])
      #expect(try store.publish(record) == .alreadyThere)
      #expect(try store.record(record.runID()) == SampleRecords.few[0])
      record.metrics["accuracy"] = 0.51
      let outcome = try store.publish(record)
      let name = try "\(record.runID()).\(record.resultSHA256().prefix(12)).json"
      #expect(outcome == .conflict(path: "\(store.folder)/conflicts/\(name)"))
      #expect(try store.record(record.runID()) == SampleRecords.few[0])
    }
  }

  @Test("ignores what is no record and names every damaged one")
  func damage() throws {
    try withStore { store in
      for record in SampleRecords.few { _ = try store.publish(record) }
      let ids = try store.runIDs()
      for file in ["notes.txt", "\(ids[0]).json.tmp", "zz.json"] {
        try Data().write(
          to: URL(filePath: "\(store.folder)/records/\(ids[0].prefix(2))/\(file)"))
      }
      #expect(try store.records().count == 3)
      for id in ids.prefix(2) { try Data("{".utf8).write(to: URL(filePath: store.path(of: id))) }
      let error = #expect(throws: ResultsError.self) { try store.records() }
      let lines = error?.description.split(separator: "\n") ?? []
      #expect(lines.filter { $0.contains("malformed JSON") }.count == 2)
    }
  }
}
