import FoundationEssentials

/// A sweep file, expanded: one validated set of settings for each cell, in the file's order.
///
/// The grammar is that of `cli-sweeps-scale` 2.2: `grid` (all combinations), `zip` (dimensions
/// that vary together), `exclude`, `include_cells`, `set` (settings under a condition) and
/// `include` (files merged first), `data` (its folder, and lists to refer to as `${data.id}`) and
/// `tables` (files that describe them). Every other key is a setting of `Settings`. Later things win:
/// defaults, included files, the file, `set`, the cell, the arguments.
public struct Sweep<Settings: Configurable>: Sendable {
  /// One cell with its settings.
  public struct Unit: Sendable {
    /// The values of the dimensions.
    public let cell: SweepCell
    /// All settings, defaults filled in.
    public let settings: Settings
  }

  /// The name, which is also the folder of the results.
  public let name: String
  /// The dimensions with the number of their values, such as `method` 3.
  public let dimensions: [(name: String, count: Int)]
  /// The cells in the order of the file; the last dimension varies fastest.
  public let units: [Unit]
  /// The folder of data that the file names; nil if it names none.
  public let dataRoot: String?
  /// The descriptions of tables by the names of their files.
  public let tables: [(name: String, settings: SettingNode)]

  /// Reads, merges, expands and validates a sweep file; nothing is run.
  ///
  /// - Parameters:
  ///   - path: the file; the paths of `include` are relative to its folder.
  ///   - overrides: arguments that win over everything; the name of a dimension replaces its values.
  ///   - environment: the variables that `data.root` may name.
  ///   - read: gives the text of a file.
  /// - Throws: `ConfigurationError` with every problem, or what `read` throws for the file itself.
  public init(
    path: String, overrides: Overrides = .none,
    environment: [String: String] = ProcessInfo.processInfo.environment,
    read: (String) throws -> String
  ) throws {
    let document = try SweepDocument(path: path, read: read)
    var expansion = SweepExpansion(
      document: document.root, overrides: overrides, names: Settings.names)
    let files = SweepFiles(document: document.root, environment: environment, read: read)
    expansion.diagnostics += document.diagnostics + files.diagnostics
    let cells = expansion.cells()
    var units: [Unit] = []
    // Without a single cell the rest of the file is still worth a look.
    for cell in cells.isEmpty ? [SweepCell(values: [])] : cells {
      let node = Settings.normalized(expansion.settings(of: cell))
      do {
        let value = try decode(Settings.self, from: node, alsoKnown: SweepExpansion.keys)
        units.append(Unit(cell: cell, settings: value))
      } catch let error as ConfigurationError {
        expansion.diagnostics += error.diagnostics
      }
    }
    expansion.diagnostics += expansion.unusedArguments(among: cells)
    guard expansion.diagnostics.isEmpty else { throw ConfigurationError(expansion.diagnostics) }
    name = expansion.name
    dimensions = expansion.dimensions
    self.units = units
    dataRoot = files.dataRoot
    tables = files.tables
  }
}
