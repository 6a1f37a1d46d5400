import Dispatch

/// Calls a closure again and again, on a queue of its own, as long as it lives.
final class Ticker {
  private let timer: any DispatchSourceTimer

  init(everyMilliseconds interval: Int, action: @escaping @Sendable () -> Void) {
    timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "ticker"))
    timer.schedule(deadline: .now() + .milliseconds(interval), repeating: .milliseconds(interval))
    timer.setEventHandler(handler: action)
    timer.activate()
  }

  deinit { timer.cancel() }
}
