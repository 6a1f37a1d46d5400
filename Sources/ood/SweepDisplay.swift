import Configuration
import Experiments
import FileFormats
import FoundationEssentials
import Synchronization

/// The progress of a sweep on standard error, at most ten times a second where lines are redrawn.
final class SweepDisplay: Sendable {
  private struct State {
    var progress: SweepProgress
    /// The lines on the screen that the next drawing replaces.
    var drawn = 0
    var isStale = true
  }

  private let mode: ProgressMode
  private let start = ContinuousClock.now
  private let state: Mutex<State>

  init(total: Int, mode: ProgressMode) {
    self.mode = mode
    state = Mutex(State(progress: SweepProgress(total: total)))
  }

  /// Draws what has changed; to be called ten times a second.
  func refresh() {
    guard mode == .bar else { return }
    state.withLock { if $0.isStale { draw(&$0) } }
  }

  func show(_ event: SweepEvent) {
    state.withLock { state in
      state.progress.take(event)
      state.isStale = true
      let (done, total) = (state.progress.done, state.progress.total)
      switch mode {
      case .none: break
      case .json: Terminal.say(event.json(done: done, of: total).canonicalText)
      case .lines:
        if let line = event.line(done: done, of: total) {
          Terminal.say("\(Terminal.timeOfDay()) \(line)")
        }
      case .bar:
        // The bar says what begins; what ends stays on the screen above it.
        if case .started = event.kind { return }
        guard let line = event.line(done: done, of: total) else { return }
        erase(&state)
        Terminal.say("\(Terminal.timeOfDay()) \(Terminal.coloured(line))")
        draw(&state)
      }
    }
  }

  /// Removes the redrawn lines for good.
  func finish() {
    state.withLock { state in
      erase(&state)
      state.isStale = false
    }
  }

  private func erase(_ state: inout State) {
    Terminal.erase(lines: state.drawn)
    state.drawn = 0
  }

  private func draw(_ state: inout State) {
    let progress = state.progress
    let elapsed = (ContinuousClock.now - start) / .seconds(1)
    let share = Double(progress.done) / Double(max(1, progress.total))
    let count = String(progress.total)
    let done = String(progress.done)
    let head =
      " [\(String(repeating: " ", count: count.count - done.count))\(done)/\(count)] "
      + "\(Int(100 * share))% \(Terminal.bar(share))"
    let left = progress.secondsLeft(after: elapsed).map { "  eta \(Terminal.duration($0))" } ?? ""
    var lines = ["\(head)\(left)  failed \(progress.failed)"]
    for (index, worker) in progress.workers.enumerated() {
      guard let worker else { continue }
      lines.append("   w\(index) \(worker.runID)  \(worker.cell)  \(worker.doing)")
    }
    Terminal.redraw(lines, over: state.drawn)
    state.drawn = lines.count
    state.isStale = false
  }
}
