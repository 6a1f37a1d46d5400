import Configuration
import Results

/// Checks of a folder of results as a reviewer would make them: nothing is run or written.
public struct Verification: Sendable {
  /// What is wrong, one line each.
  public private(set) var faults: [String] = []
  /// What could not be checked, and why.
  public private(set) var notes: [String] = []
  /// The number of records read.
  public private(set) var recordCount = 0

  /// Checks the records of a sweep and, if its file is there, that they belong to it and that tables
  /// and plots are what they give.
  ///
  /// - Parameters:
  ///   - folder: the folder of the sweep's results.
  ///   - sweep: the sweep; nil where there is no file of it.
  ///   - tables: the folder of the tables.
  ///   - plots: the folder of the plots.
  /// - Throws: if a folder cannot be read.
  public init(
    folder: String, sweep: Sweep<UnitSettings>?, tables: String, plots: String
  ) throws {
    let store = RecordStore(folder: folder)
    faults = try store.faults()
    let records = try store.contents().compactMap { try? $0.content.get() }
    recordCount = records.count
    guard let sweep else {
      notes.append("\(folder): there is no sweep file of this name, so tables were not checked")
      return
    }
    let wanted = try Set(sweep.units.map { try $0.settings.deciding() })
    var runs: [JSONValue: [String]] = [:]
    for record in records { runs[record.identity.config, default: []].append(try record.runID()) }
    var orphans: [String] = []
    var repeated: [String] = []
    for (config, ids) in runs {
      if !wanted.contains(config) { orphans += ids }
      if ids.count > 1 { repeated.append(ids.sorted().joined(separator: ", ")) }
    }
    faults += orphans.sorted().map {
      "\(store.path(of: $0)): belongs to no unit of the sweep; move it away"
    }
    faults += repeated.sorted().map {
      "\(folder): runs \($0) have the same settings and other data, weights or revisions; keep one"
    }
    let missing = wanted.subtracting(runs.keys).count
    if missing > 0 { notes.append("\(folder): \(missing) units have no record") }
    let own = records.filter { wanted.contains($0.identity.config) }
    // Of two records of one unit no table can be made.
    guard repeated.isEmpty, !own.isEmpty else { return }
    faults += try SweepOutputs(sweep, records: own).differences(
      tablesFolder: tables, figuresFolder: plots)
  }
}
