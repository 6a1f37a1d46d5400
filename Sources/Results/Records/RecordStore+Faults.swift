import FoundationEssentials

extension RecordStore {
  /// What is wrong in the folder, one line a file: damaged or altered records, files that are no
  /// records among them, second results of one run.
  ///
  /// - Throws: if the folder cannot be read.
  public func faults() throws -> [String] {
    var lines: [String] = []
    for (_, content) in try contents() {
      do {
        // Reads the scores of every image too, where they are here.
        _ = try scores(of: content.get())
      } catch {
        lines.append("\(error)")
      }
    }
    let root = "\(folder)/records"
    let known = try Set(runIDs().map { String(path(of: $0).dropFirst(root.count + 1)) })
    for name in ((try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []).sorted() {
      var isFolder = false
      _ = FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isFolder)
      if !isFolder, !known.contains(name) {
        lines.append("\(root)/\(name): is no record; expected XX/RUN.json with 12 digits")
      }
    }
    let conflicts =
      (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/conflicts")) ?? []
    for name in conflicts.sorted() {
      lines.append("\(folder)/conflicts/\(name): is another result of a run that has a record")
    }
    return lines
  }
}
