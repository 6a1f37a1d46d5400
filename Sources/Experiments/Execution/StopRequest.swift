import Synchronization

/// A request to stop, from a signal to whatever works.
public final class StopRequest: Sendable {
  private let flag = Atomic<Bool>(false)

  /// Nothing is to stop yet.
  public init() {}

  /// Whether work is to stop.
  public var isMade: Bool { flag.load(ordering: .relaxed) }

  /// Asks for work to stop.
  public func make() { flag.store(true, ordering: .relaxed) }
}
