import Synchronization

/// Workspaces that pieces of parallel work borrow: as many as run at once, warm from piece to piece.
///
/// Which piece gets which workspace is left open; a workspace holds memory and no values, so
/// results do not depend on it.
public final class WorkspacePool: Sendable {
  private let idle = Mutex<[Workspace]>([])

  /// Creates an empty pool.
  public init() {}

  /// The number of floats that the workspaces hold which nobody uses now.
  public var allocatedCount: Int {
    idle.withLock { $0.reduce(0) { $0 + $1.allocatedCount } }
  }

  /// Runs the body with a workspace that nobody else uses meanwhile.
  public func borrow<Result>(_ body: (Workspace) throws -> Result) rethrows -> Result {
    let workspace = idle.withLock { $0.popLast() } ?? Workspace()
    defer { idle.withLock { $0.append(workspace) } }
    return try body(workspace)
  }
}
