import FileFormats
import FoundationEssentials

/// A plot as gnuplot draws it: a script and the numbers it reads from the file beside it.
public struct Figure: Sendable, Equatable {
  /// The name of both files without their ending.
  public let name: String
  /// The script, which reads `name.csv` in the current folder.
  public let script: String
  /// The numbers with a heading, as CSV.
  public let data: String

  /// Creates a figure.
  public init(name: String, script: String, data: String) {
    self.name = name
    self.script = script
    self.data = data
  }

  /// Writes `name.gp` and `name.csv` into a folder, which is created if need be.
  public func write(to folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw ResultsError("\(folder): cannot create the folder; is the disk full or read-only?")
    }
    try AtomicFile.write(data, to: "\(folder)/\(name).csv")
    try AtomicFile.write(script, to: "\(folder)/\(name).gp")
  }
}
