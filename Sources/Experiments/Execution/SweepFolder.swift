import FoundationEssentials

/// The parts of a sweep's folder that execution uses; the records are `RecordStore`'s.
public struct SweepFolder: Sendable {
  /// The folder of the sweep's results.
  public let path: String

  /// Names the parts; nothing is created.
  public init(_ path: String) { self.path = path }

  /// The lock of the sweep that is running.
  public var lock: String { "\(path)/.lock" }
  /// A file a failed try of a unit.
  public var failures: String { "\(path)/failures" }
  /// Private files, emptied by the holder of the lock.
  public var temporary: String { "\(path)/tmp" }
  /// What unfinished units need to go on.
  public func work(_ runID: String) -> String { "\(path)/work/\(runID)" }
  /// The state of a unit's training.
  public func checkpoint(_ runID: String) -> String { "\(work(runID))/checkpoint" }
  /// What a unit's training made of its model, where the sweep keeps that.
  public func adapters(_ runID: String) -> String { "\(path)/adapters/\(runID)" }
  /// The lock of the worker that is at a unit: `ood status` tells it from one that was interrupted.
  func workLock(_ runID: String) -> String { "\(work(runID))/lock" }

  /// The run ids that have something to go on from.
  func unfinished() -> Set<String> {
    Set((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/work")) ?? [])
  }

  /// Removes what a unit needed to go on, and its failures: its record tells it all.
  func clear(_ runID: String) {
    try? FileManager.default.removeItem(atPath: work(runID))
    FailureLog(folder: failures).clear(runID)
  }
}
