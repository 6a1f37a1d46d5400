import Configuration
import Datasets
import FileFormats
import Results
import TestModels
import TestSupport
import Testing

@testable import Experiments

@Suite("The detector `value` in sweeps")
struct ValueDetectorTests {
  private static func units(_ detectors: String, objective: String = "ppo") -> String {
    """
    ood: 1
    name: toy
    model: toy
    id: fashion
    shots: 2
    trajectory: 0
    grid:
      method: [{lora@small: {training: {epochs: 4}}}, {coop@small: {training: {epochs: 4}}}]
      objective: [\(objective)]
      seed: [1]
    detectors: [\(detectors)]

    """
  }

  private func records(_ sweep: ToySweep) throws -> [UnitRecord] { try sweep.store.records() }

  @Test(
    "scores every image by a head of its own trainings, whose held-out figures are in the record")
  func record() throws {
    try withTemporaryFolder { folder in
      let sweep = try ToySweep(in: folder)
      let run = try sweep.run(ValueDetectorTests.units("mcm, value"))
      #expect(run.errors == [])
      let records = try records(sweep)
      #expect(records.count == 2)
      for record in records {
        #expect(record.results.contains { $0.detector == "value" })
        let measures = try #require(record.training?.objective)
        #expect(measures["value_ece"] != nil && measures["tau_pol"] != nil)
      }
      // Outputs that are stored give the same record, and another unit without the detector its own.
      var again = try ToySweep(in: folder, run: "again")
      let stored = try again.run(ValueDetectorTests.units("mcm, value"), threads: 2)
      #expect(stored.errors == [])
      #expect(
        try self.records(again).map { try $0.comparable() } == records.map { try $0.comparable() })
      again.results = "\(folder)/plain"
      _ = try again.run(ValueDetectorTests.units("mcm"))
      for record in try self.records(again) {
        #expect(record.training?.objective["value_ece"] == nil)
      }
    }
  }

  @Test("is refused where no value trains, with what to do")
  func refusal() throws {
    let error = #expect(throws: ConfigurationError.self) {
      try Sweep<UnitSettings>(path: "toy.yaml") { _ in
        ValueDetectorTests.units("mcm, value", objective: "rloo")
      }
    }
    #expect(error?.description.contains("choose objective ppo") == true)
  }
}
