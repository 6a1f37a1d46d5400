import Experiments
import FileFormats
import FoundationEssentials
import Results

/// Finds records by what people call them: a run id or its beginning, a file, a folder, a sweep.
struct RecordFinder {
  /// The folder of all results, with a folder a sweep.
  let root: String

  /// The records of a name, at least one.
  ///
  /// - Throws: `ExperimentError` if nothing has the name.
  func records(_ name: String) throws -> [UnitRecord] {
    if name.hasSuffix(".json") { return [try record(file: name)] }
    for folder in [name, "\(root)/\(name)"] where isFolder("\(folder)/records") {
      let records = try RecordStore(folder: folder).records()
      guard !records.isEmpty else { throw ExperimentError("\(folder): there are no records") }
      return records
    }
    return [try record(id: name).record]
  }

  /// The record of a run id, or of the beginning of one, with the sweep's folder.
  ///
  /// - Throws: `ExperimentError` if there is none or more than one.
  func record(id: String) throws -> (record: UnitRecord, folder: String) {
    var found: [(id: String, folder: String)] = []
    for folder in folders {
      for run in try RecordStore(folder: folder).runIDs() where run.hasPrefix(id) {
        found.append((run, folder))
      }
    }
    // Sweeps may share a unit.
    let runs = Set(found.map(\.id)).sorted()
    guard runs.count < 2 else {
      throw ExperimentError("'\(id)' begins several run ids: \(runs.joined(separator: ", "))")
    }
    guard !id.isEmpty, let first = found.first,
      let record = try RecordStore(folder: first.folder).record(first.id)
    else {
      throw ExperimentError(
        "'\(id)' is no record, no folder of results and no sweep in \(root)/; name the folder of "
          + "all results with --out")
    }
    return (record, first.folder)
  }

  /// The folders of sweeps, sorted.
  var folders: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).sorted()
      .map { "\(root)/\($0)" }.filter { isFolder("\($0)/records") }
  }

  private func record(file: String) throws -> UnitRecord {
    try UnitRecord(parsing: FileBytes.read(file), name: file)
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }
}
