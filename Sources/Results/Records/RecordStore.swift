import Configuration
import Dispatch
import FileFormats
import FoundationEssentials
import Synchronization

/// The records of one sweep: `records/3f/3fa91c….json`, each published once and never changed.
public struct RecordStore: Sendable {
  /// What became of a record.
  public enum Outcome: Sendable, Equatable {
    /// It is new.
    case published
    /// An equal one was there: the unit ran twice, which does no harm.
    case alreadyThere
    /// A different one was there; the new one lies at this path for inspection.
    case conflict(path: String)
  }

  /// The folder of the sweep's results.
  public let folder: String

  /// Names the store; nothing is created before the first record.
  public init(folder: String) { self.folder = folder }

  /// The path of a record's file.
  public func path(of runID: String) -> String {
    "\(folder)/records/\(runID.prefix(2))/\(runID).json"
  }

  /// Publishes a record: a private file in `tmp/`, flushed, then linked to its name.
  ///
  /// Scores that come with it are published first, so that no record names a file that is not there.
  /// Of several writers one wins; the others compare their results with the winner's.
  public func publish(_ record: UnitRecord) throws -> Outcome {
    let id = try record.runID()
    let path = path(of: id)
    let text = try record.text()
    try createFolder("\(folder)/records/\(id.prefix(2))")
    try createFolder("\(folder)/tmp")
    if let contents = record.scores?.contents { try publishScores(contents, of: id) }
    switch try AtomicFile.publish(Array(text.utf8), to: path, temporaryFolder: "\(folder)/tmp") {
    case .published: return .published
    case .alreadyThere(let bytes):
      let first = try UnitRecord(parsing: bytes, name: path, expectedID: id)
      let hash = try record.resultSHA256()
      if try first.resultSHA256() == hash { return .alreadyThere }
      try createFolder("\(folder)/conflicts")
      let conflict = "\(folder)/conflicts/\(id).\(hash.prefix(12)).json"
      try AtomicFile.write(text, to: conflict)
      return .conflict(path: conflict)
    }
  }

  /// Whether there is a record of a run; its contents are not read.
  public func contains(_ runID: String) -> Bool {
    FileManager.default.fileExists(atPath: path(of: runID))
  }

  /// The record of a run, or nil.
  public func record(_ runID: String) throws -> UnitRecord? {
    let path = path(of: runID)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try UnitRecord(parsing: FileBytes.read(path), name: path, expectedID: runID)
  }

  /// The run ids of all records, sorted; anything else in the folder is ignored.
  public func runIDs() throws -> [String] {
    let root = "\(folder)/records"
    var isFolder = false
    guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder), isFolder else {
      return []
    }
    var ids: [String] = []
    for shard in try FileManager.default.contentsOfDirectory(atPath: root)
    where shard.count == 2 && RecordStore.isHexadecimal(shard) {
      for file in try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(shard)")
      where file.hasSuffix(".json") {
        let id = String(file.dropLast(5))
        if id.count == 12, RecordStore.isHexadecimal(id), id.hasPrefix(shard) { ids.append(id) }
      }
    }
    return ids.sorted()
  }

  /// What each record's file holds, by run id: the record, or what is wrong with it.
  public func contents() throws -> [(id: String, content: Result<UnitRecord, any Error>)] {
    let ids = try runIDs()
    let size = 64
    let count = (ids.count + size - 1) / size
    let parts = Mutex(
      [[(id: String, content: Result<UnitRecord, any Error>)]](
        repeating: [], count: count))
    // Reading is most of the time of tables; every part has its place, whoever reads it.
    DispatchQueue.concurrentPerform(iterations: count) { part in
      let own = ids[part * size..<min(ids.count, (part + 1) * size)].map { id in
        let path = path(of: id)
        return (
          id: id,
          content: Result {
            try UnitRecord(parsing: FileBytes.read(path), name: path, expectedID: id)
          }
        )
      }
      parts.withLock { $0[part] = own }
    }
    return parts.withLock { Array($0.joined()) }
  }

  /// All records by run id.
  ///
  /// Throws `ResultsError` that names every faulty file.
  public func records() throws -> [UnitRecord] {
    var records: [UnitRecord] = []
    var faults: [String] = []
    for (_, content) in try contents() {
      switch content {
      case .success(let record): records.append(record)
      case .failure(let error): faults.append("\(error)")
      }
    }
    guard faults.isEmpty else { throw ResultsError(faults.joined(separator: "\n")) }
    return records
  }

  /// Deletes a record with its scores, for good.
  ///
  /// - Throws: the system's reason.
  public func remove(_ runID: String) throws {
    for path in [path(of: runID), scoresPath(of: runID)]
    where FileManager.default.fileExists(atPath: path) {
      try FileManager.default.removeItem(atPath: path)
    }
  }

  func createFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw ResultsError("\(path): cannot create the folder; is the disk full or read-only?")
    }
  }

  private static func isHexadecimal(_ text: String) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}
