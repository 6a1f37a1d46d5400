import Synchronization

/// Lines that callbacks on any thread add.
final class Collected: Sendable {
  private let stored = Mutex<[String]>([])

  func add(_ line: String) { stored.withLock { $0.append(line) } }

  var lines: [String] { stored.withLock { $0 } }
}
