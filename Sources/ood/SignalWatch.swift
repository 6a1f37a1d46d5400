import Dispatch
import FileFormats

/// Calls a closure for each of some signals, instead of what they do by themselves.
final class SignalWatch {
  private let sources: [any DispatchSourceSignal]

  init(_ signals: [Int32], action: @escaping @Sendable (Int32) -> Void) {
    let queue = DispatchQueue(label: "signals")
    sources = signals.map { number in
      SignalDisposition.ignore(number)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { action(number) }
      source.activate()
      return source
    }
  }

  deinit { for source in sources { source.cancel() } }
}
