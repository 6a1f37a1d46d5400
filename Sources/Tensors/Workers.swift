import Dispatch
import Synchronization

/// Runs numbered pieces of work on a number of threads.
///
/// Pieces must not depend on each other; which thread runs a piece is left open, so results are
/// independent of the thread count as long as each piece writes only its own place.
public final class Workers: Sendable {
  /// The number of threads.
  public let threads: Int
  /// Memory that pieces borrow; it stays warm from one call to the next, for fresh pages cost some
  /// twentieth of an encoding.
  public let workspaces = WorkspacePool()

  /// Creates a pool of at least one thread.
  public init(threads: Int) { self.threads = max(1, threads) }

  /// Runs the body once for each of 0 ..< count.
  public func forEach(_ count: Int, _ body: @Sendable (Int) -> Void) {
    let width = min(threads, count)
    guard width > 1 else {
      for index in 0..<count { body(index) }
      return
    }
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: width) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= count { return }
        body(index)
      }
    }
  }

  /// The body's results for 0 ..< count, in order.
  public func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    nonisolated(unsafe) let results = UnsafeMutablePointer<Result?>.allocate(capacity: count)
    results.initialize(repeating: nil, count: count)
    defer {
      results.deinitialize(count: count)
      results.deallocate()
    }
    forEach(count) { results[$0] = body($0) }
    return (0..<count).map { index in
      guard let result = results[index] else { fatalError("piece \(index) did not run") }
      return result
    }
  }

  /// Like `map`, for bodies that may throw: the error of the first failing piece is thrown.
  public func tryMap<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Int) throws -> Result
  ) throws -> [Result] {
    try map(count) { index in Swift.Result { try body(index) } }.map { try $0.get() }
  }
}
