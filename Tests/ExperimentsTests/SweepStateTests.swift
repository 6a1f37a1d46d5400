import Configuration
@testable import Experiments
import FileFormats
import FoundationEssentials
import Results
import TestSupport
import Testing

@Suite("States of units")
struct SweepStateTests {
  /// Three units over which nothing needs to run.
  private func sweep(seeds: String = "[1, 2, 3]") throws -> Sweep<UnitSettings> {
    try Sweep<UnitSettings>(path: "toy.yaml") { _ in
      "ood: 1\nname: toy\nid: fashion\ngrid: {method: [zeroshot], seed: \(seeds)}\nshots: 0\n"
    }
  }

  /// The identity of a unit in a world with these data and this revision.
  private func identity(
    _ settings: UnitSettings, data: String = "d1", revision: Int = 1
  ) throws -> RunIdentity {
    RunIdentity(
      config: try settings.deciding(), data: ["fashion": data], weights: ["ood-tiny": "w1"],
      revs: ["method/zeroshot": revision])
  }

  private func record(_ identity: RunIdentity, accuracy: Double = 0.5) -> UnitRecord {
    UnitRecord(
      identity: identity, metrics: ["accuracy": accuracy], training: nil,
      results: [
        ResultRow(
          detector: "mcm", revision: 1, split: "far", role: .far, nID: 10, nOOD: 30,
          metrics: ["auroc": 0.75])
      ], timing: ["train": 2, "encode": 4, "score": 1, "fit": 0, "measure": 0])
  }

  private func states(
    _ sweep: Sweep<UnitSettings>, in folder: String, data: String = "d1", revision: Int = 1
  ) throws -> SweepState {
    try SweepState(sweep, folder: folder) {
      try identity($0, data: data, revision: revision)
    }
  }

  @Test("without a folder all units are missing, with a record one is done")
  func missingAndDone() throws {
    try withTemporaryFolder { folder in
      let sweep = try sweep()
      let before = try states(sweep, in: "\(folder)/none")
      #expect(before.units.map(\.state) == [.missing(nil), .missing(nil), .missing(nil)])
      #expect(!before.isComplete && before.orphans == [])
      for unit in sweep.units {
        _ = try RecordStore(folder: folder).publish(record(identity(unit.settings)))
      }
      let after = try states(sweep, in: folder)
      #expect(after.isComplete)
      #expect(after.counts.map(\.state) == ["done"] && after.counts.map(\.count) == [3])
      #expect(after.units.map(\.cell) == (1...3).map { "method=zeroshot seed=\($0)" })
      // A removed cell leaves an orphan.
      let fewer = try states(self.sweep(seeds: "[1, 2]"), in: folder)
      #expect(fewer.isComplete && fewer.orphans == [after.units[2].runID])
    }
  }

  @Test("other data and another revision make units stale and are named")
  func stale() throws {
    try withTemporaryFolder { folder in
      let sweep = try sweep(seeds: "[1]")
      let old = try identity(sweep.units[0].settings)
      _ = try RecordStore(folder: folder).publish(record(old))
      let state = try states(sweep, in: folder, data: "d2", revision: 4).units[0].state
      #expect(
        state
          == .stale(record: try old.runID(), changes: ["method/zeroshot 1 -> 4", "data fashion"]))
      #expect(state.isToRun)
      #expect(
        state.reason == "method/zeroshot 1 -> 4, data fashion since record \(try old.runID())")
    }
  }

  @Test("failures, unfinished work, the lock, damage and conflicts are told apart")
  func others() throws {
    try withTemporaryFolder { folder in
      let sweep = try sweep()
      let ids = try sweep.units.map { try identity($0.settings).runID() }
      for name in ["failures", "work/\(ids[1])", "conflicts"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
      }
      for attempt in 1...2 {
        try AtomicFile.write(
          "{\"error\": \"no memory \(attempt)\", \"phase\": \"train 3/9\"}",
          to: "\(folder)/failures/\(ids[0]).\(attempt).json")
      }
      #expect(
        try states(sweep, in: folder).units.map(\.state) == [
          .failed("no memory 2 (in train 3/9) (try 2)"),
          .missing("interrupted; it goes on where it was"), .missing(nil),
        ])
      // It runs while a worker has its lock, whatever else the sweep is at.
      let lock = try FolderLock("\(folder)/work/\(ids[1])/lock", holder: "a worker")
      #expect(
        try states(sweep, in: folder).units.map(\.state.name) == ["failed", "running", "missing"])
      lock.release()
      #expect(try states(sweep, in: folder).units[1].state.name == "missing")
      // A record supersedes the failure; an altered one is no result.
      let store = RecordStore(folder: folder)
      _ = try store.publish(record(identity(sweep.units[0].settings)))
      #expect(try states(sweep, in: folder).units[0].state == .done)
      let text = String(decoding: try FileBytes.read(store.path(of: ids[0])), as: UTF8.self)
      try AtomicFile.write(text.replacing("0.75", with: "0.76"), to: store.path(of: ids[0]))
      let altered = try states(sweep, in: folder).units[0].state
      #expect(altered.name == "conflict" && altered.reason?.contains("it was altered") == true)
      try AtomicFile.write("{}", to: "\(folder)/conflicts/\(ids[2]).0123456789ab.json")
      #expect(
        try states(sweep, in: folder).units[2].state
          == .conflict(
            "another result of the same run lies at \(folder)/conflicts/\(ids[2]).0123456789ab.json"
          ))
    }
  }

  @Test("without data units are matched with records by their settings")
  func withoutData() throws {
    struct NoData: Error, CustomStringConvertible { let description = "no data" }
    try withTemporaryFolder { folder in
      let sweep = try sweep(seeds: "[1, 2]")
      _ = try RecordStore(folder: folder).publish(record(identity(sweep.units[0].settings)))
      let state = try SweepState(sweep, folder: folder) { _ in throw NoData() }
      #expect(state.units.map(\.state) == [.done, .missing("no data")])
      #expect(state.faults == ["no data"] && state.orphans == [])
    }
  }

  @Test("the estimate takes times from records, else from a calibration, else says it has none")
  func estimate() throws {
    try withTemporaryFolder { folder in
      let sweep = try sweep()
      let done = record(try identity(sweep.units[0].settings))
      _ = try RecordStore(folder: folder).publish(done)
      let state = try states(sweep, in: folder)
      func estimate(
        _ records: [UnitRecord], _ calibration: [String: Calibration.Costs] = [:]
      ) -> SweepEstimate {
        SweepEstimate(
          state, records: records, calibration: calibration, embeddingSize: { _ in 8 }
        ) { settings in
          UnitWorkload(
            model: settings.model, method: settings.method.name, benchmark: settings.id, limit: 0,
            steps: 0, images: 80, rows: 2, isEncodedAnew: false)
        }
      }
      // Two units to run: 2 s of text features each, and 2 rows at a second a row.
      let known = estimate([done])
      #expect(known.units.map(\.index) == [1, 2])
      #expect(known.units.map(\.seconds) == [4, 4])
      #expect(known.longest == 4)
      // The first unit encoded the images already.
      #expect(known.sharedStages.map(\.seconds) == [0])
      #expect(known.sharedStages.map(\.units) == [3])
      #expect(known.seconds == 8)
      #expect(known.rows == 6)
      #expect(known.basis == "2 from records of the same model and method")
      let costs = Calibration.Costs(
        imagesPerSecond: 40, secondsPerStep: [:], peakMemory: 1_000, date: "2026-01-01")
      let calibrated = estimate([], ["ood-tiny": costs])
      #expect(calibrated.seconds == 0 && calibrated.peakMemory == 1_000)
      #expect(calibrated.basis == "2 from ood doctor --calibrate")
      #expect(estimate([]).seconds == nil)
      #expect(estimate([]).units.map(\.seconds) == [nil, nil])
    }
  }

  @Test("a calibration reads back what it wrote")
  func calibration() throws {
    try withTemporaryFolder { folder in
      var calibration = Calibration()
      calibration["w1", threads: 2] = Calibration.Costs(
        imagesPerSecond: 41.5, secondsPerStep: ["coop": 0.25], peakMemory: nil, date: "2026-11-22")
      try calibration.write(cache: "\(folder)/cache")
      let read = Calibration(cache: "\(folder)/cache")
      #expect(read == calibration)
      #expect(read["w1", threads: 1] == nil)
      #expect(Calibration(cache: "\(folder)/none") == Calibration())
    }
  }
}
