import Dispatch
import Synchronization

/// The results of a function for 0 ..< count, in order, computed by all processors.
///
/// - Parameters:
///   - count: how many.
///   - size: how many a thread takes at once: some dozens of small files cost about what handing
///     them over does.
///   - body: the function.
/// - Throws: the error of the smallest index that has one, however the threads ran.
func concurrentMap<Value: Sendable>(
  _ count: Int, takingAtOnce size: Int = 32, _ body: @Sendable (Int) throws -> Value
) throws -> [Value] {
  let pieces = (count + size - 1) / size
  let results = Mutex([Result<[Value], any Error>?](repeating: nil, count: pieces))
  DispatchQueue.concurrentPerform(iterations: pieces) { piece in
    let result = Result {
      try (piece * size..<min(count, (piece + 1) * size)).map(body)
    }
    results.withLock { $0[piece] = result }
  }
  return try results.withLock { $0 }.flatMap { try $0?.get() ?? [] }
}
