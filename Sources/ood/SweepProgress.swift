import Experiments
import Results

/// How far a sweep is, from its events.
struct SweepProgress {
  /// What a worker is doing.
  struct Worker {
    var runID = ""
    var cell = ""
    var doing = ""
  }

  let total: Int
  private(set) var done = 0
  private(set) var ran = 0
  private(set) var failed = 0
  /// By the workers' numbers; nil where one has nothing to do.
  private(set) var workers: [Worker?] = []

  /// The units of the sweep.
  init(total: Int) { self.total = total }

  mutating func take(_ event: SweepEvent) {
    switch event.kind {
    case .cached: done += 1
    case .started: set(event, "load")
    case .progress(let progress): set(event, progress.description)
    case .finished:
      done += 1
      ran += 1
      set(event, nil)
    case .failed(_, let isTriedAgain):
      if !isTriedAgain {
        done += 1
        failed += 1
      }
      set(event, nil)
    case .stopped: set(event, nil)
    }
  }

  /// What is left at the pace so far, in seconds; nil before a unit has run.
  func secondsLeft(after elapsed: Double) -> Double? {
    ran > 0 ? elapsed / Double(ran) * Double(total - done) : nil
  }

  private mutating func set(_ event: SweepEvent, _ doing: String?) {
    guard let index = event.worker else { return }
    while workers.count <= index { workers.append(nil) }
    workers[index] = doing.map {
      Worker(runID: String((event.runID ?? "").prefix(6)), cell: event.cell, doing: $0)
    }
  }
}
