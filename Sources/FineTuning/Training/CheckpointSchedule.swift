import FileFormats
import Optimizers

/// The state of one training on disk: taken over at the start, written now and then.
struct CheckpointSchedule {
  private let checkpoints: TrainingCheckpoints
  private let fingerprint: String
  private let state: TrainingState
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  private var cost = Duration.zero

  init(_ checkpoints: TrainingCheckpoints, stage: Int, of state: TrainingState) {
    self.checkpoints = checkpoints
    fingerprint = checkpoints.fingerprint(stage: stage)
    self.state = state
    last = clock.now
  }

  /// Takes over the state on disk and returns the losses it came with, or nil to start anew.
  ///
  /// A state that does not fit or is damaged is as good as none: training gives the same numbers.
  func restore() throws -> [Double]? {
    do {
      return try state.restore(from: checkpoints.path, fingerprint: fingerprint)
    } catch is TrainingStateError {
      return nil
    } catch let error as FormatError where error.kind == .contents {
      return nil
    }
  }

  /// Writes the state where it is time to; `losses` are kept with it.
  ///
  /// - Throws: `TrainingStopped` when the training is to stop.
  mutating func step(_ step: Int, of total: Int, losses: [Double]) throws {
    let isStopping = checkpoints.isStopping()
    if isStopping || (isDue(step) && step < total) {
      let start = clock.now
      try state.write(
        to: checkpoints.path, fingerprint: fingerprint, numbers: losses)
      last = clock.now
      cost = last - start
    }
    if isStopping { throw TrainingStopped(step: step) }
  }

  private func isDue(_ step: Int) -> Bool {
    switch checkpoints.interval {
    case .steps(let count): step % max(1, count) == 0
    case .seconds(let seconds): clock.now - last >= max(.seconds(seconds), cost * 20)
    }
  }
}
