import Configuration
import FileFormats
import FineTuning
import FoundationEssentials
import Results
import Tensors

/// Runs units in this process, one after the other.
///
/// Not for several threads at once: a worker has one executor.
public final class UnitExecutor {
  private let resources: UnitResources
  private let folder: SweepFolder
  private let interval: TrainingCheckpoints.Interval
  private let stop: StopRequest
  private let keepsAdapters: Bool
  private let revision: String?

  /// Prepares to run units.
  ///
  /// - Parameters:
  ///   - resources: models and data.
  ///   - results: the folder of the sweep.
  ///   - interval: when training keeps its state.
  ///   - stop: ends a unit at the next step or set of images.
  ///   - keepsAdapters: whether what training makes of models is kept beside the records.
  ///   - revision: the revision in git of the working folder, for the records' environment.
  public init(
    _ resources: UnitResources, results: String,
    interval: TrainingCheckpoints.Interval = .seconds(30), stop: StopRequest = StopRequest(),
    keepsAdapters: Bool = false, revision: String? = nil
  ) {
    self.resources = resources
    folder = SweepFolder(results)
    self.interval = interval
    self.stop = stop
    self.keepsAdapters = keepsAdapters
    self.revision = revision
  }

  /// Runs a unit until its record is published.
  public func run(_ task: UnitTask, report: (UnitProgress) -> Void) -> UnitOutcome {
    var phase = UnitProgress.loading
    let clock = ContinuousClock()
    let start = clock.now
    do {
      report(phase)
      try publish(task) {
        phase = $0
        report($0)
      }
      return .published(seconds: (clock.now - start) / .seconds(1))
    } catch is TrainingStopped {
      return .stopped
    } catch is Stopped {
      return .stopped
    } catch {
      var failure = UnitFailure("\(error)", phase: phase.description)
      // A full disk fails every later unit as well, after its whole training.
      failure.concernsAll = (error as? FormatError)?.kind == .storage
      return .failed(failure)
    }
  }

  private struct Stopped: Error {}

  private func publish(_ task: UnitTask, report: (UnitProgress) -> Void) throws {
    // A worker runs many units, and each has a peak of its own.
    Provenance.resetPeakMemory()
    let store = RecordStore(folder: folder.path)
    let run = try resources.run(task.settings)
    let identity = try run.identity()
    guard try identity.runID() == task.runID else {
      throw ExperimentError(
        "run \(task.runID) is now \(try identity.runID()): data, weights or the program changed "
          + "while the sweep was running; start it again")
    }
    let work = folder.work(task.runID)
    if !store.contains(task.runID) {
      try Folder.create(work)
      // For others to see. Another holder does no harm, for both would publish the same record.
      let mark = try? FolderLock(
        folder.workLock(task.runID), holder: "process \(ProcessIdentity.number)")
      defer { mark?.release() }
      let stop = stop
      let checkpoints = TrainingCheckpoints(
        path: folder.checkpoint(task.runID), fingerprint: try run.fingerprint(identity),
        interval: interval, isStopping: { stop.isMade })
      var record = try run.record(
        checkpoints: checkpoints, adapters: keepsAdapters ? folder.adapters(task.runID) : nil
      ) { phase in
        switch phase {
        case .training(let step, let total, let loss):
          report(.training(step: step, of: total, loss: Double(loss)))
        case .encoding(let name):
          if stop.isMade { throw Stopped() }
          report(.encoding(name))
        }
      }
      if case .object(var env) = record.env {
        env["attempts"] = .integer(task.attempt)
        env["git"] = revision.map { .string($0) }
        record.env = .object(env)
      }
      if case .conflict(let path) = try store.publish(record) {
        throw ExperimentError(
          "a record of the same run with other numbers is there; the new one lies at \(path)")
      }
    }
    folder.clear(task.runID)
  }
}

extension Run {
  /// What a training must agree on to go on from a checkpoint: the run, and the matrix kernels,
  /// which change last digits.
  func fingerprint(_ identity: RunIdentity) throws -> String {
    "\(try identity.runID()) \(MatrixLibrary.kernelName)"
  }
}
