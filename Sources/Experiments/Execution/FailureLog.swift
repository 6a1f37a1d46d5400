import Configuration
import FileFormats
import FoundationEssentials

/// The failed tries of units: `failures/<run id>.<try>.json`, until the unit has a record.
public struct FailureLog: Sendable {
  /// The folder of the files.
  public let folder: String

  /// Names the log; nothing is created before the first failure.
  public init(folder: String) { self.folder = folder }

  /// Adds a failed try.
  ///
  /// - Throws: `FormatError` if it cannot be written.
  public func add(_ failure: UnitFailure, of task: UnitTask) throws {
    guard case .object(var members) = failure.json else { return }
    members["run"] = .string(task.runID)
    members["cell"] = .string(task.cell)
    members["attempt"] = .integer(task.attempt)
    try Folder.create(folder)
    try AtomicFile.write(
      JSONValue.object(members).prettyText, to: "\(folder)/\(task.runID).\(task.attempt).json")
  }

  /// The failed tries of each run id, in order.
  public func attempts() -> [String: [Int]] {
    var attempts: [String: [Int]] = [:]
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      let parts = name.split(separator: ".")
      guard parts.count == 3, parts[2] == "json", let attempt = Int(parts[1]) else { continue }
      attempts[String(parts[0]), default: []].append(attempt)
    }
    return attempts.mapValues { $0.sorted() }
  }

  /// The last failure of a run, or nil.
  public func last(_ runID: String) -> UnitFailure? {
    guard let attempt = attempts()[runID]?.last,
      let bytes = try? FileBytes.read("\(folder)/\(runID).\(attempt).json")
    else { return nil }
    return (try? JSONValue(parsing: bytes, name: folder)).flatMap(UnitFailure.init)
  }

  /// Removes the failures of a run, which has a record now.
  func clear(_ runID: String) {
    for attempt in attempts()[runID] ?? [] {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(runID).\(attempt).json")
    }
  }
}
