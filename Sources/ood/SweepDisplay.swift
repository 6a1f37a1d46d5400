import Experiments
import Results
import Synchronization

/// The progress of a sweep: one redrawn line on a terminal, one line an event elsewhere.
final class SweepDisplay: Sendable {
  private struct State {
    var done = 0
    var failed = 0
    var cell = ""
    var phase = ""
    var lastDraw = ContinuousClock.now
    var ran = 0
  }

  private let total: Int
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  init(total: Int) { self.total = total }

  func show(_ event: SweepRunner.Event) {
    state.withLock { state in
      switch event {
      case .started(_, let cell):
        state.cell = cell
        state.phase = "load"
      case .phase(_, .training(let step, let steps)):
        state.phase = "train \(step)/\(steps)"
      case .phase(_, .encoding(let name)):
        state.phase = "encode \(name)"
      case .cached:
        state.done += 1
      case .finished(_, let record, let seconds):
        state.done += 1
        state.ran += 1
        let accuracy = Terminal.fixed(100 * (record.metrics["accuracy"] ?? .nan), 1)
        line(
          "done \(state.cell)  accuracy \(accuracy)  \(Terminal.fixed(seconds, 1)) s  "
            + "(\(state.done)/\(total))")
      case .failed(_, let cell, let error):
        state.done += 1
        state.failed += 1
        line("failed \(cell): \(error)")
      }
      draw(&state)
    }
  }

  func finish() { Terminal.redraw("") }

  private func line(_ text: String) {
    Terminal.redraw("")
    Terminal.say(text)
  }

  private func draw(_ state: inout State) {
    // Ten times a second is enough for the eye.
    let now = ContinuousClock.now
    guard now - state.lastDraw > .milliseconds(100) else { return }
    state.lastDraw = now
    let elapsed = (now - start) / .seconds(1)
    let left = state.ran > 0 ? elapsed / Double(state.ran) * Double(total - state.done) : .nan
    let share = Double(state.done) / Double(max(1, total))
    Terminal.redraw(
      " [\(state.done)/\(total)] \(Terminal.bar(share)) "
        + (left.isFinite ? "eta \(Terminal.duration(left))  " : "")
        + "failed \(state.failed)  \(state.cell)  \(state.phase)")
  }
}
