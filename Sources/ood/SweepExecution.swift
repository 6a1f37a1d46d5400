import ArgumentParser
import Configuration
import Dispatch
import Experiments
import FileFormats
import Foundation
import Synchronization
import Tensors

/// The units of a sweep in child processes, under the sweep's lock, until they are done or a signal
/// comes.
struct SweepExecution {
  private let plan: Sweep<UnitSettings>
  private let folders: SweepFolders
  private let places: Places
  private let jobs: Int
  private let checkpoints: CheckpointInterval
  private let keepsAdapters: Bool

  init(
    _ plan: Sweep<UnitSettings>, folders: SweepFolders, places: Places, jobs: Int,
    checkpoints: CheckpointInterval, keepsAdapters: Bool
  ) {
    self.plan = plan
    self.folders = folders
    self.places = places
    self.jobs = jobs
    self.checkpoints = checkpoints
    self.keepsAdapters = keepsAdapters
  }

  /// Runs what is missing.
  ///
  /// - Throws: `ExitCode` after a signal, `FolderLockedError` if the sweep runs already, else what
  ///   concerns the whole sweep.
  func run(
    only filter: SweepFilter?, options: SweepRunner.Options, progress: ProgressMode
  ) throws -> SweepRunner.Summary {
    let places = places.folders(results: folders.results, dataRoot: plan.dataRoot)
    let runner = SweepRunner(
      plan, folders: places,
      resources: UnitResources(places, workers: Workers(threads: self.places.threads)))
    // Before anything is written.
    try runner.checkModels(only: filter)
    let lock = try SweepLock(results: folders.results, others: [places.cache, folders.plots])
    defer { lock.release() }

    let workers = (0..<jobs).map { worker($0, places) }
    let stop = StopRequest()
    let received = Atomic<Int32>(0)
    // A worker that died takes its pipe along, which must not end the sweep.
    SignalDisposition.ignore(SIGPIPE)
    let signals = SignalWatch([SIGINT, SIGTERM, SIGUSR1]) { signal in
      let isFirst = received.compareExchange(
        expected: 0, desired: signal, ordering: .relaxed
      ).exchanged
      guard isFirst else {
        SignalDisposition.endProcess(code: ExitStatus.interrupted(by: signal))
      }
      stop.make()
      for worker in workers { worker.stop() }
      // What has no checkpoint to write and takes long is not worth the wait.
      DispatchQueue.global().asyncAfter(deadline: .now() + 30) {
        for worker in workers { worker.kill() }
      }
    }
    let display = SweepDisplay(total: runner.unitCount, mode: progress)
    defer { display.finish() }
    let ticker = Ticker(everyMilliseconds: 100) { display.refresh() }
    let summary = try withExtendedLifetime((signals, ticker)) {
      defer { for worker in workers { worker.close() } }
      return try runner.run(only: filter, options: options, workers: workers, stop: stop) {
        display.show($0)
      }
    }
    let signal = received.load(ordering: .relaxed)
    guard signal == 0 else {
      display.finish()
      Terminal.say(
        summary.text(
          "interrupted", ", \(summary.remaining) to do: interrupted; the same command goes on",
          mode: progress))
      lock.release()
      throw ExitCode(ExitStatus.interrupted(by: signal))
    }
    return summary
  }

  private func worker(_ index: Int, _ places: SweepRunner.Folders) -> ChildWorker {
    let threads = max(1, self.places.threads / jobs)
    return ChildWorker(
      arguments: [
        "--results", places.results, "--data", places.data, "--models", places.models, "--cache",
        places.cache, "--threads", String(threads), "--checkpoint-every",
        checkpoints.description,
      ] + (keepsAdapters ? ["--keep-adapters"] : []),
      errorFile: "\(SweepFolder(places.results).temporary)/worker-\(index).log")
  }
}
