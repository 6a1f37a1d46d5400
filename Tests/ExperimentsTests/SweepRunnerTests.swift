import Configuration
import Detectors
import Experiments
import FileFormats
import FineTuning
import FoundationEssentials
import Results
import TestModels
import TestSupport
import Testing

@Suite("A sweep")
struct SweepRunnerTests {
  @Test("gives every method a record with one row for each detector and split")
  func records() throws {
    try withTemporaryFolder { folder in
      let sweep = try ToySweep(in: folder)
      let (summary, errors) = try sweep.run()
      let methods = ToySweep.methods
      #expect(errors == [])
      #expect(summary.run == allMethods.count)
      #expect(summary.failed == 0)
      let records = try sweep.store.records()
      #expect(
        Set(records.compactMap { $0.identity.label("method") }) == Set(methods))
      for record in records {
        let rows = record.results.map { "\($0.detector) \($0.split)" }
        let splits = ["toy-diagonals", "toy-noise", "toy-pale"]
        let detectors = ["mcm", "msp", "max-logit", "energy"]
        #expect(rows == detectors.flatMap { detector in splits.map { "\(detector) \($0)" } })
        #expect(record.results.prefix(3).map(\.role) == [.near, .far, .covariate])
        #expect(record.results.prefix(3).map(\.nOOD) == [14, 10, 12])
        #expect(record.results.allSatisfy { $0.nID == 24 })
        #expect(record.results.allSatisfy { $0.metrics.values.allSatisfy { $0 >= 0 && $0 <= 1 } })
        #expect(Set(record.metrics.keys) == ["accuracy", "accuracy/toy-pale"])
        // Methods that choose settings name what they chose them on.
        let chooses = [
          "linear-probe", "tip-adapter@small", "tip-adapter-f@small", "lp-ft@small",
        ]
        let method = record.identity.label("method") ?? ""
        #expect(
          Set(record.identity.data.keys)
            == Set(
              ["few-shot", "prompts", "toy-diagonals", "toy-noise", "toy-pale", "toy-test"]
                + (chooses.contains(method) ? ["few-shot-validation"] : [])))
      }
    }
  }

  @Test("learns: the trained methods beat the random model on the training classes")
  func learning() throws {
    try withTemporaryFolder { folder in
      let sweep = try ToySweep(in: folder)
      // The steps are the test's own, so that a preset may change.
      try sweep.run(
        ToySweep.allUnits.replacing("shots: 2", with: "shots: 8")
          + "set: [{when: {method: full@small}, method.full.training.epochs: 20, "
          + "method.full.training.learning_rate: 3e-4}]\n")
      var accuracy: [String: Double] = [:]
      for record in try sweep.store.records() {
        accuracy[record.identity.label("method") ?? ""] = record.metrics["accuracy"]
      }
      let zeroShot = try #require(accuracy["zeroshot"])
      let full = try #require(accuracy["full@small"])
      #expect(full > max(zeroShot, 0.6), "\(accuracy)")
    }
  }

  @Test("gives the same records for 1 and 2 threads, and when it is run twice")
  func reproducibility() throws {
    try withTemporaryFolder { folder in
      let texts = try [1, 2, 1].enumerated().map { index, threads -> [String] in
        let sweep = try ToySweep(in: folder, run: "results-\(index)", cache: "cache-\(index)")
        try sweep.run(threads: threads)
        return try sweep.store.records().map { try $0.comparable() }
      }
      #expect(texts[0].count == allMethods.count)
      #expect(texts[0] == texts[1])
      #expect(texts[0] == texts[2])
    }
  }

  @Test("gives the same records from cached features as from computed ones")
  func cachedFeatures() throws {
    try withTemporaryFolder { folder in
      let first = try ToySweep(in: folder)
      try first.run()
      let second = try ToySweep(in: folder, run: "again")
      let cached = try ToySweep.contents(first.cache)
      #expect(!cached.isEmpty)
      try second.run()
      #expect(try ToySweep.contents(first.cache) == cached)
      let texts = try [first, second].map { try $0.store.records().map { try $0.comparable() } }
      #expect(texts[0] == texts[1])
    }
  }

  @Test("finds all records when it is run again, and changes no file")
  func resuming() throws {
    try withTemporaryFolder { folder in
      let sweep = try ToySweep(in: folder)
      let first = try sweep.run().summary
      let before = try ToySweep.contents(sweep.results)
      let (second, errors) = try sweep.run()
      #expect(errors == [])
      #expect(second.run == 0)
      #expect(second.cached == allMethods.count)
      #expect(second.runIDs == first.runIDs)
      #expect(try ToySweep.contents(sweep.results) == before)
      #expect(before.keys.allSatisfy { $0.hasPrefix("records/") }, "\(before.keys)")
    }
  }

  @Test("runs a removed record again, with the same result")
  func removedRecord() throws {
    try withTemporaryFolder { folder in
      let sweep = try ToySweep(in: folder)
      let ids = try sweep.run().summary.runIDs
      let removed = try #require(ids.last)
      let old = try #require(try sweep.store.record(removed))
      try FileManager.default.removeItem(atPath: sweep.store.path(of: removed))
      let summary = try sweep.run().summary
      #expect(summary.run == 1)
      #expect(summary.cached == allMethods.count - 1)
      let new = try #require(try sweep.store.record(removed))
      #expect(try new.comparable() == old.comparable())
    }
  }

  @Test("goes on after a unit that failed, and leaves no record of it")
  func failure() throws {
    try withTemporaryFolder { folder in
      let sweep = try ToySweep(in: folder)
      let text = """
        ood: 1
        name: toy
        model: toy
        id: fashion
        grid: {method: [zeroshot], shots: [0], seed: [1]}
        include_cells:
          - {method: coop@small, shots: 0, seed: 1}
          - {method: {full@small: {training: {learning_rate: 1e30}}}, shots: 2, seed: 1}
          - {method: {coop@small: {initial_words: "", context_tokens: 40}}, shots: 2, seed: 1}
          - {method: zeroshot, shots: 2, seed: 1}

        """
      let (summary, errors) = try sweep.run(text)
      #expect(summary.failed == 3)
      #expect(summary.run == 2)
      #expect(errors.count == 3)
      let causes = ["set shots to 1 or more", "lower the learning rate", "lower context_tokens"]
      for (error, cause) in zip(errors, causes) { #expect(error.contains(cause)) }
      #expect(try sweep.store.runIDs() == summary.runIDs.sorted())
    }
  }

  @Test(
    "computes features anew where a cache file is cut short, altered or another's",
    arguments: ["cut", "altered", "empty", "swapped"])
  func damagedCache(damage: String) throws {
    try withTemporaryFolder { folder in
      let sweep = try ToySweep(in: folder)
      let text = ToySweep.allUnits.replacing(
        "grid: {", with: "exclude: [{method: [lora@small, full@small]}]\ngrid: {")
      try sweep.run(text)
      let records = try sweep.store.records().map { try $0.comparable() }
      // Locks are empty, and nobody reads them.
      func files() throws -> [String: [UInt8]] {
        try ToySweep.contents(sweep.cache).filter { !$0.key.hasSuffix(".lock") }
      }
      let whole = try files()
      for (name, bytes) in whole {
        var damaged = bytes
        switch damage {
        case "cut": damaged.removeLast(5)
        case "altered": damaged[damaged.count - 2] ^= 1
        case "empty": damaged = []
        default: damaged = whole.first { $0.value.count != bytes.count }?.value ?? []
        }
        try AtomicFile.write(damaged, to: "\(sweep.cache)/\(name)")
      }
      let again = try ToySweep(in: folder, run: "again")
      try again.run(text)
      #expect(try again.store.records().map { try $0.comparable() } == records)
      #expect(try files() == whole)
    }
  }

  @Test("names a detector with its settings where it is there twice")
  func detectorTwice() throws {
    try withTemporaryFolder { folder in
      let sweep = try ToySweep(in: folder)
      try sweep.run(
        """
        ood: 1
        name: toy
        model: toy
        id: fashion
        grid: {method: [zeroshot], shots: [0], seed: [1]}
        detectors: [mcm, energy, {energy: {temperature: 2}}]

        """)
      let record = try #require(try sweep.store.records().first)
      #expect(
        record.results.filter { $0.split == "toy-noise" }.map(\.detector)
          == ["mcm", "energy:temperature=1", "energy:temperature=2"])
    }
  }

  @Test("stops before its first unit where results cannot be written")
  func unwritableResults() throws {
    try withTemporaryFolder { folder in
      var sweep = try ToySweep(in: folder)
      try AtomicFile.write("a file", to: "\(folder)/file")
      sweep.results = "\(folder)/file/results"
      let error = #expect(throws: FormatError.self) { try sweep.run() }
      #expect(error?.kind == .storage)
      #expect(error?.path == sweep.results)
      #expect(try ToySweep.contents(sweep.cache).isEmpty)
    }
  }

  @Test("stops where the cache cannot be written, and keeps what is done")
  func fullDisk() throws {
    try withTemporaryFolder { folder in
      var sweep = try ToySweep(in: folder)
      let cache = sweep.cache
      func text(_ methods: String) -> String {
        ToySweep.allUnits.replacing(/method: \[.*?\]/, with: "method: [\(methods)]")
      }
      try sweep.run(text("full@small"))
      try AtomicFile.write("a file", to: "\(folder)/file")
      sweep.cache = "\(folder)/file/cache"
      let methods = text("full@small, zeroshot, coop@small")
      let error = #expect(throws: SweepStorageError.self) { try sweep.run(methods) }
      #expect(error?.message.contains("cannot create the folder") == true)
      #expect(
        try sweep.store.records().compactMap { $0.identity.label("method") } == ["full@small"])
      sweep.cache = cache
      let summary = try sweep.run(methods).summary
      #expect(summary.cached == 1)
      #expect(summary.run == 2)
    }
  }

  @Test("without a model or a benchmark nothing runs")
  func missing() throws {
    try withTemporaryFolder { folder in
      let sweep = try ToySweep(in: folder)
      let text = ToySweep.allUnits.replacing("model: toy", with: "model: absent")
      let error = #expect(throws: ExperimentError.self) { try sweep.run(text) }
      #expect(error?.description.hasPrefix("absent: no such model folder") == true)
      #expect(!FileManager.default.fileExists(atPath: sweep.results))
    }
    let text = ToySweep.allUnits.replacing("id: fashion", with: "id: fashon")
    let error = #expect(throws: ConfigurationError.self) {
      try Sweep<UnitSettings>(path: "toy.yaml") { _ in text }
    }
    #expect(error?.diagnostics.map(\.line) == [4])
    #expect(error?.diagnostics.first?.hint == "did you mean 'fashion'?")
  }
}
