import Configuration
import Experiments
import FileFormats
import FoundationEssentials
import Results
import Synchronization
import Tensors
import TestModels
import TestSupport
import Testing

@Suite("The execution of a sweep")
struct ExecutionTests {
  private static let text = """
    ood: 1
    name: toy
    model: toy
    id: fashion
    method: zeroshot
    grid: {seed: [1, 2, 3, 4]}
    shots: 1

    """

  /// What a sweep with scripted workers did.
  private struct Outcome {
    let summary: SweepRunner.Summary
    let failures: [String]
    let events: [String]
  }

  /// Runs four units; `script` gets a unit and whether it may use the real executor.
  private func run(
    in folder: String, options: SweepRunner.Options = SweepRunner.Options(), jobs: Int = 1,
    text: String = ExecutionTests.text, stop: StopRequest = StopRequest(),
    load: @escaping (String, Int) throws -> PreparedBenchmark = { _, _ in
      try PreparedBenchmark(ToyImages.benchmark())
    },
    script: @escaping @Sendable (UnitTask) -> UnitFailure?
  ) throws -> Outcome {
    let sweep = try ToySweep(in: folder)
    let plan = try Sweep<UnitSettings>(path: "toy.yaml") { _ in text }
    let folders = SweepRunner.Folders(
      data: "\(folder)/data", models: "\(folder)/models", cache: sweep.cache,
      results: sweep.results)
    let runner = SweepRunner(
      plan, folders: folders,
      resources: UnitResources(folders, workers: Workers(threads: 1), load: load))
    let workers = (0..<jobs).map { _ in
      ScriptedWorker { task in
        if let failure = script(task) { return .failed(failure) }
        let prepared = UnitResources(
          folders, workers: Workers(threads: 1),
          load: { _, _ in try PreparedBenchmark(ToyImages.benchmark()) })
        return UnitExecutor(prepared, results: sweep.results).run(task) { _ in }
      }
    }
    let events = Collected()
    let summary = try runner.run(options: options, workers: workers, stop: stop) { event in
      switch event.kind {
      case .cached: events.add("\(event.cell) cached")
      case .started: events.add("\(event.cell) started")
      case .finished: events.add("\(event.cell) finished")
      case .failed(let failure, let isTriedAgain):
        events.add("\(event.cell) failed \(failure.message)\(isTriedAgain ? " again" : "")")
      case .progress, .stopped: break
      }
    }
    let log = FailureLog(folder: SweepFolder(sweep.results).failures)
    let failures = log.attempts().flatMap { id, tries in tries.map { "\(id).\($0)" } }
    return Outcome(summary: summary, failures: failures.sorted(), events: events.lines)
  }

  private static func death(_ task: UnitTask) -> UnitFailure {
    var failure = UnitFailure("the worker died", phase: "train 3/9")
    failure.signal = 9
    failure.peakMemory = 1 << 30
    return failure
  }

  @Test("a worker that dies fails its unit; the others run, and the next sweep tries it again")
  func death() throws {
    try withTemporaryFolder { folder in
      let first = try run(in: folder) { $0.settings.seed == 2 ? ExecutionTests.death($0) : nil }
      #expect(first.summary.run == 3)
      #expect(first.summary.failed == 1)
      #expect(first.failures.count == 1)
      #expect(first.failures.allSatisfy { $0.hasSuffix(".1") })
      let id = String(try #require(first.failures.first).dropLast(2))
      let results = try ToySweep(in: folder).results
      let log = FailureLog(folder: SweepFolder(results).failures)
      #expect(
        log.last(id)
          == ExecutionTests.death(
            UnitTask(index: 0, cell: "", runID: "", settings: UnitSettings())))

      let second = try run(in: folder) { $0.settings.seed == 2 ? ExecutionTests.death($0) : nil }
      #expect(second.summary.cached == 3)
      #expect(second.failures == ["\(id).1", "\(id).2"])

      // A record supersedes the failures and says how many there were.
      let third = try run(in: folder) { _ in nil }
      #expect(third.summary.run == 1)
      #expect(third.failures == [])
      let record = try #require(try ToySweep(in: folder).store.record(id))
      #expect(record.env["attempts"] == .integer(3))
    }
  }

  @Test("a worker that dies right behind its record has done its unit, and nothing is left of it")
  func deathBehindRecord() throws {
    try withTemporaryFolder { folder in
      let results = try ToySweep(in: folder).results
      let first = try run(in: folder) { _ in nil }
      let id = try #require(first.summary.runIDs.first)
      let work = SweepFolder(results).work(id)
      // The next sweep clears what a killed worker left.
      try Folder.create(work)
      try AtomicFile.write("x", to: SweepFolder(results).checkpoint(id))
      let task = UnitTask(index: 0, cell: "", runID: id, settings: UnitSettings())
      try FailureLog(folder: SweepFolder(results).failures).add(
        ExecutionTests.death(task), of: task)
      let second = try run(in: folder) { _ in nil }
      #expect(second.summary.cached == 4)
      #expect(second.failures == [])
      #expect(!FileManager.default.fileExists(atPath: work))
      // This sweep sees the worker die when the record is there.
      let store = try ToySweep(in: folder).store
      let record = try #require(try store.record(id))
      try FileManager.default.removeItem(atPath: store.path(of: id))
      let third = try run(in: folder) { task in
        _ = try? RecordStore(folder: results).publish(record)
        return ExecutionTests.death(task)
      }
      #expect(third.summary.run == 1)
      #expect(third.summary.failed == 0)
      #expect(third.failures == [])
    }
  }

  @Test("a unit is tried again as often as asked, after the others")
  func retries() throws {
    try withTemporaryFolder { folder in
      var options = SweepRunner.Options()
      options.retries = 2
      let outcome = try run(in: folder, options: options) {
        $0.settings.seed == 1 && $0.attempt < 3 ? ExecutionTests.death($0) : nil
      }
      #expect(outcome.summary.run == 4)
      #expect(outcome.summary.failed == 0)
      #expect(outcome.failures == [])
      #expect(
        outcome.events.filter { $0.hasPrefix("seed=1 ") } == [
          "seed=1 started", "seed=1 failed the worker died again", "seed=1 started",
          "seed=1 failed the worker died again", "seed=1 started", "seed=1 finished",
        ])
    }
  }

  @Test("begins no unit after a failure if it is to fail fast, nor after a request to stop")
  func ends() throws {
    try withTemporaryFolder { folder in
      var options = SweepRunner.Options()
      options.failsFast = true
      let outcome = try run(in: folder, options: options) {
        $0.settings.seed == 2 ? ExecutionTests.death($0) : nil
      }
      #expect(outcome.summary.run == 1)
      #expect(outcome.summary.failed == 1)
      #expect(outcome.summary.remaining == 2)
      let stop = StopRequest()
      stop.make()
      let stopped = try run(in: folder, stop: stop) { _ in nil }
      #expect(stopped.summary.run == 0)
      #expect(stopped.summary.remaining == 3)
    }
  }

  @Test("results that cannot be written end the sweep with the reason")
  func storage() throws {
    try withTemporaryFolder { folder in
      let error = #expect(throws: SweepStorageError.self) {
        try run(in: folder) { task in
          var failure = UnitFailure("x: cannot write: No space left on device")
          failure.concernsAll = task.settings.seed == 2
          return task.settings.seed == 2 ? failure : nil
        }
      }
      #expect(error?.description == "x: cannot write: No space left on device")
      let store = try ToySweep(in: folder).store
      #expect(try store.runIDs().count == 1)
    }
  }

  @Test("several workers give the same records as one")
  func jobs() throws {
    let texts = try [1, 3].map { jobs in
      try withTemporaryFolder { folder in
        let outcome = try run(in: folder, jobs: jobs) { _ in nil }
        #expect(outcome.summary.run == 4)
        return try ToySweep(in: folder).store.records().map { try $0.comparable() }
      }
    }
    #expect(texts[0] == texts[1])
  }

  @Test("units of one run are run once")
  func repeated() throws {
    try withTemporaryFolder { folder in
      // No detector here learns, so the two cells are one run.
      let text = ExecutionTests.text.replacing(
        "grid: {seed: [1, 2, 3, 4]}", with: "seed: 1\ngrid: {fit_shots: [8, 16]}")
      let outcome = try run(in: folder, text: text) { _ in nil }
      #expect(outcome.summary.run == 1)
      #expect(outcome.summary.cached == 1)
      #expect(outcome.summary.runIDs.count == 2)
      #expect(Set(outcome.summary.runIDs).count == 1)
    }
  }

  @Test("data that cannot be read fails the units that need it, and not the others")
  func unreadableData() throws {
    try withTemporaryFolder { folder in
      let text = ExecutionTests.text.replacing(
        "grid: {seed: [1, 2, 3, 4]}", with: "grid: {id: [digits, fashion]}\nseed: 1"
      )
      .replacing("id: fashion\n", with: "")
      let outcome = try run(
        in: folder, text: text,
        load: { name, _ in
          guard name == "fashion" else { throw FormatError(path: "a.png", message: "is no PNG") }
          return try PreparedBenchmark(ToyImages.benchmark())
        }, script: { _ in nil })
      #expect(outcome.summary.run == 1)
      #expect(outcome.summary.failed == 1)
      #expect(outcome.events.contains("id=digits failed a.png: is no PNG"))
    }
  }

  @Test("the holder of the lock removes what killed processes left, and nothing else")
  func abandonedFiles() throws {
    try withTemporaryFolder { folder in
      let results = "\(folder)/results"
      let cache = "\(folder)/cache/ab"
      for path in ["\(results)/tmp", cache] { try Folder.create(path) }
      // No process has the largest number that Linux gives.
      let abandoned = ".ood-\(ProcessIdentity.host)-4194304-1.tmp"
      let used = ".ood-\(ProcessIdentity.host)-\(ProcessIdentity.number)-1.tmp"
      for path in ["\(results)/tmp", cache] {
        for name in [abandoned, used] { try AtomicFile.write("x", to: "\(path)/\(name)") }
      }
      let lock = try SweepLock(results: results, others: ["\(folder)/cache"])
      let error = #expect(throws: FolderLockedError.self) { try SweepLock(results: results) }
      #expect(error?.holder.hasPrefix("process \(ProcessIdentity.number) on ") == true)
      #expect(
        try ToySweep.contents(folder).keys.sorted() == [
          "cache/ab/\(used)", "results/.lock", "results/tmp/\(used)",
        ])
      lock.release()
      try SweepLock(results: results).release()
    }
  }
}
