import FileFormats
import FoundationEssentials

extension RecordStore {
  /// The path of the file with a run's scores of every image.
  public func scoresPath(of runID: String) -> String {
    "\(folder)/scores/\(runID).safetensors"
  }

  /// The scores of every image of a record; nil if it has none, or if the file is not here.
  ///
  /// The file may be missing: it is not kept in git.
  ///
  /// - Throws: `ResultsError` for a file with another hash than the record states.
  public func scores(of record: UnitRecord) throws -> UnitScores? {
    let path = scoresPath(of: try record.runID())
    guard let file = record.scores, FileManager.default.fileExists(atPath: path) else { return nil }
    let hash = try SHA256.hexDigest(ofFile: path)
    guard hash == file.sha256 else {
      throw ResultsError(
        "\(path): has the hash \(hash.prefix(12)), but its record states "
          + "\(file.sha256.prefix(12)); it was altered, or is of another run")
    }
    return try UnitScores(path: path)
  }

  /// Publishes scores ahead of their record.
  func publishScores(_ contents: [UInt8], of runID: String) throws {
    let path = scoresPath(of: runID)
    try createFolder("\(folder)/scores")
    let publish = { try AtomicFile.publish(contents, to: path, temporaryFolder: "\(folder)/tmp") }
    guard case .alreadyThere(let bytes) = try publish(), bytes != contents, !contains(runID)
    else { return }
    // Of a run that ended before it had a record; so the file belongs to none.
    try FileManager.default.removeItem(atPath: path)
    _ = try publish()
  }
}
