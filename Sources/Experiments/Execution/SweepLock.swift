import FileFormats
import FoundationEssentials

/// The right to run a sweep on this machine: one process has it, until it ends in whatever way.
public final class SweepLock: Sendable {
  private let lock: FolderLock
  private let folders: [String]

  /// Takes the lock and removes what killed processes left unfinished.
  ///
  /// - Parameters:
  ///   - results: the sweep's folder, created if it is missing.
  ///   - others: further folders that the sweep writes into.
  /// - Throws: `FolderLockedError` if the sweep is running, `FormatError` if results cannot be
  ///   written.
  public init(results: String, others: [String] = []) throws {
    try Folder.create(results)
    let start = Date.now.formatted(.iso8601)
    try Folder.create(SweepFolder(results).temporary)
    lock = try FolderLock(
      SweepFolder(results).lock,
      holder: "process \(ProcessIdentity.number) on \(ProcessIdentity.host) since \(start)")
    folders = [results] + others
    removeAbandonedFiles()
  }

  /// Removes what killed processes left unfinished, and lets go of the lock.
  public func release() {
    removeAbandonedFiles()
    lock.release()
  }

  /// Unfinished files of processes that have ended; those of others may become results yet.
  private func removeAbandonedFiles() {
    for folder in folders {
      let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
      for name in names
      where TemporaryName.isAbandoned(String(name.split(separator: "/").last ?? "")) {
        try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      }
    }
  }
}
