import FileFormats
import Results
import Synchronization

/// Hands the missing units of a sweep to workers and keeps the books.
final class SweepSchedule: Sendable {
  private struct State {
    var pending: [UnitTask] = []
    var retries: [String: Int] = [:]
    var failures: [String: UnitFailure] = [:]
    var run = 0
    var failed = 0
    var stopped = 0
    var storage: UnitFailure?
    var isClosed = false
  }

  private let units: [SweepPlan.Unit]
  private let store: RecordStore
  private let folder: SweepFolder
  private let log: FailureLog
  private let options: SweepRunner.Options
  private let stop: StopRequest
  private let report: @Sendable (SweepEvent) -> Void
  private let state = Mutex(State())
  /// Units whose record was there at the start.
  private let cached: Set<Int>
  /// Units that share a run with an earlier one.
  private let repeated: Set<Int>

  init(
    _ plan: SweepPlan, folder: String, options: SweepRunner.Options, stop: StopRequest,
    report: @escaping @Sendable (SweepEvent) -> Void
  ) {
    units = plan.units
    store = RecordStore(folder: folder)
    self.folder = SweepFolder(folder)
    log = FailureLog(folder: SweepFolder(folder).failures)
    self.options = options
    self.stop = stop
    self.report = report
    let attempts = log.attempts()
    var cached: Set<Int> = []
    var repeated: Set<Int> = []
    var seen: Set<String> = []
    var pending: [UnitTask] = []
    var unreadable: [(SweepPlan.Unit, UnitFailure)] = []
    for unit in plan.units {
      switch unit.runID {
      case .failure(let error): unreadable.append((unit, UnitFailure("\(error)", phase: "load")))
      case .success(let id) where store.contains(id): cached.insert(unit.index)
      case .success(let id) where !seen.insert(id).inserted: repeated.insert(unit.index)
      case .success(let id):
        pending.append(
          UnitTask(
            index: unit.index, cell: unit.cell, runID: id,
            attempt: (attempts[id]?.last ?? 0) + 1, settings: unit.settings))
      }
    }
    self.cached = cached
    self.repeated = repeated
    // A worker may have died between its record and the clearing up.
    let unfinished = SweepFolder(folder).unfinished()
    for unit in plan.units where cached.contains(unit.index) {
      if let id = try? unit.runID.get(), unfinished.contains(id) || attempts[id] != nil {
        SweepFolder(folder).clear(id)
      }
      tell(unit, .cached)
    }
    for (unit, failure) in unreadable { tell(unit, .failed(failure, isTriedAgain: false)) }
    let (count, isClosed) = (unreadable.count, options.failsFast && !unreadable.isEmpty)
    let tasks = pending
    state.withLock {
      $0.pending = tasks
      $0.failed = count
      $0.isClosed = isClosed
    }
  }

  /// Takes units and runs them until there are none; several threads may do so.
  func work(as worker: Int, run: (UnitTask, (UnitProgress) -> Void) -> UnitOutcome) {
    while let task = next() {
      func tell(_ kind: SweepEvent.Kind) {
        report(
          SweepEvent(
            index: task.index, cell: task.cell, runID: task.runID, worker: worker, kind: kind))
      }
      tell(.started)
      let start = ContinuousClock.now
      var outcome = run(task) { tell(.progress($0)) }
      // A worker that died right after its unit was done has done it.
      if case .failed(let failure) = outcome, failure.signal != nil, store.contains(task.runID) {
        folder.clear(task.runID)
        outcome = .published(seconds: (ContinuousClock.now - start) / .seconds(1))
      }
      switch outcome {
      case .published(let seconds):
        do {
          guard let record = try store.record(task.runID) else {
            throw ResultsError("\(store.path(of: task.runID)): the record is not there")
          }
          state.withLock { $0.run += 1 }
          tell(.finished(record, seconds: seconds))
        } catch {
          tell(fail(task, UnitFailure("\(error)", phase: "publish")))
        }
      case .failed(let failure): tell(fail(task, failure))
      case .stopped:
        state.withLock { $0.stopped += 1 }
        tell(.stopped)
      }
    }
  }

  /// What came of it, once all workers are done.
  func summary() throws -> SweepRunner.Summary {
    let state = state.withLock { $0 }
    if let failure = state.storage { throw SweepStorageError(message: failure.message) }
    var summary = SweepRunner.Summary()
    summary.run = state.run
    summary.cached = cached.count
    summary.failed = state.failed
    summary.remaining = state.stopped + state.pending.count
    for unit in units {
      guard case .success(let id) = unit.runID else { continue }
      let isThere = store.contains(id)
      if isThere { summary.runIDs.append(id) }
      guard repeated.contains(unit.index) else { continue }
      if isThere {
        summary.cached += 1
        tell(unit, .cached)
      } else if let failure = state.failures[id] {
        summary.failed += 1
        tell(unit, .failed(failure, isTriedAgain: false))
      } else {
        summary.remaining += 1
      }
    }
    return summary
  }

  private func next() -> UnitTask? {
    state.withLock { state in
      if stop.isMade || state.isClosed || state.pending.isEmpty { return nil }
      return state.pending.removeFirst()
    }
  }

  private func fail(_ task: UnitTask, _ failure: UnitFailure) -> SweepEvent.Kind {
    var failure = failure
    do {
      try log.add(failure, of: task)
    } catch {
      failure.concernsAll = true
      failure.message += "; \(error)"
    }
    let final = failure
    let isTriedAgain = state.withLock { state in
      let tries = state.retries[task.runID, default: 0]
      if !final.concernsAll, tries < options.retries {
        state.retries[task.runID] = tries + 1
        state.pending.append(
          UnitTask(
            index: task.index, cell: task.cell, runID: task.runID, attempt: task.attempt + 1,
            settings: task.settings))
        return true
      }
      state.failed += 1
      state.failures[task.runID] = final
      if final.concernsAll { state.storage = final }
      if final.concernsAll || options.failsFast { state.isClosed = true }
      return false
    }
    return .failed(final, isTriedAgain: isTriedAgain)
  }

  private func tell(_ unit: SweepPlan.Unit, _ kind: SweepEvent.Kind) {
    report(
      SweepEvent(
        index: unit.index, cell: unit.cell, runID: try? unit.runID.get(), worker: nil, kind: kind))
  }
}

/// Results cannot be written, so the sweep ended; what is published is safe.
public struct SweepStorageError: Error, CustomStringConvertible, Equatable, Sendable {
  /// Which file, and the system's reason.
  public let message: String

  public var description: String { message }
}
