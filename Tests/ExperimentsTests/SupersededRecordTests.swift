import Configuration
import Experiments
import FileFormats
import Results
import TestSupport
import Testing

@Suite("Two records of one unit")
struct SupersededRecordTests {
  private func sweep() throws -> Sweep<UnitSettings> {
    try Sweep<UnitSettings>(path: "toy.yaml") { _ in
      "ood: 1\nname: toy\nid: fashion\ngrid: {method: [zeroshot], seed: [1, 2]}\nshots: 0\n"
    }
  }

  /// Publishes a record of a unit that was run over these data; gives its run id.
  private func publish(
    _ settings: UnitSettings, data: String, in store: RecordStore
  ) throws -> String {
    let record = UnitRecord(
      identity: RunIdentity(
        config: try settings.deciding(), data: ["flags": data], weights: ["ood-tiny": "w1"],
        revs: ["method/zeroshot": 1]),
      metrics: ["accuracy": 0.5], training: nil, results: [])
    _ = try store.publish(record)
    return try record.runID()
  }

  @Test("are refused where no data tells which one counts, with what they differ in")
  func refusal() throws {
    try withTemporaryFolder { folder in
      let (sweep, store) = (try sweep(), RecordStore(folder: folder))
      let old = try publish(sweep.units[0].settings, data: "d1", in: store)
      #expect(try sweep.records(in: store).map { try $0.runID() } == [old])
      let new = try publish(sweep.units[0].settings, data: "d2", in: store)
      let error = #expect(throws: ExperimentError.self) { try sweep.records(in: store) }
      let message = error?.description ?? ""
      for word in [store.path(of: old), store.path(of: new), "differ in data flags", "--prune"] {
        #expect(message.contains(word), "\(message)")
      }
    }
  }

  @Test("are told apart after a run, which names the other one")
  func choice() throws {
    try withTemporaryFolder { folder in
      let (sweep, store) = (try sweep(), RecordStore(folder: folder))
      let old = try publish(sweep.units[0].settings, data: "d1", in: store)
      let new = try publish(sweep.units[0].settings, data: "d2", in: store)
      let second = try publish(sweep.units[1].settings, data: "d1", in: store)
      let all = try sweep.records(in: store, after: nil, runIDs: [new, second])
      #expect(Set(try all.records.map { try $0.runID() }) == [new, second])
      #expect(all.superseded == [old])
      // A unit that failed has no other record; its old one neither counts nor is superseded.
      let failed = try sweep.records(in: store, after: nil, runIDs: [new])
      #expect(try failed.records.map { try $0.runID() } == [new])
      #expect(failed.superseded == [old])
      let none = try sweep.records(in: store, after: nil, runIDs: [second])
      #expect(none.superseded == [])
      // Units that were not chosen keep their records.
      let filter = try SweepFilter("seed=1", dimensions: ["method", "seed"])
      let some = try sweep.records(in: store, after: filter, runIDs: [new])
      #expect(Set(try some.records.map { try $0.runID() }) == [new, second])
      #expect(some.superseded == [old])
      try store.remove(old)
      #expect(try sweep.records(in: store).count == 2)
    }
  }
}
