import FileFormats
import FoundationEssentials

/// Folders that a run writes into.
public enum Folder {
  /// Creates a folder with those above it, unless it is there.
  ///
  /// - Throws: `FormatError` that names the folder.
  public static func create(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw FormatError(
        path: path,
        message: "cannot create the folder; is the disk full, read-only, or a file in its way?",
        kind: .storage)
    }
  }
}
