import Configuration
import Results

extension Sweep<UnitSettings> {
  /// The records of the sweep's units, found by their settings alone: no data or weights are read.
  ///
  /// - Throws: `ResultsError` for a damaged record, `ExperimentError` where a unit has two.
  public func records(in store: RecordStore) throws -> [UnitRecord] {
    try selection(in: store, identified: [:]).records
  }

  /// The records of the sweep's units after some were run.
  ///
  /// Of these only the records with the given run ids count: others with their settings are of
  /// earlier data, weights or code. The records of all other units are found by their settings alone.
  ///
  /// - Parameters:
  ///   - store: the records.
  ///   - filter: chose the units that were run; nil for all.
  ///   - runIDs: the run ids of those that have a record.
  /// - Returns: the records, and the run ids of others that have the settings of a given one.
  /// - Throws: as `records(in:)`.
  public func records(
    in store: RecordStore, after filter: SweepFilter?, runIDs: [String]
  ) throws -> (records: [UnitRecord], superseded: [String]) {
    let current = Set(runIDs)
    let chosen = try units.filter { filter?.admits($0.cell) ?? true }.map {
      (try $0.settings.deciding().canonicalText, current)
    }
    return try selection(in: store, identified: Dictionary(chosen) { first, _ in first })
  }

  /// - Parameter identified: for settings whose run id is known, the run ids that count.
  private func selection(
    in store: RecordStore, identified: [String: Set<String>]
  ) throws -> (records: [UnitRecord], superseded: [String]) {
    let own = try Set(units.map { try $0.settings.deciding().canonicalText })
    var records: [UnitRecord] = []
    var others: [(runID: String, settings: String)] = []
    var first: [String: UnitRecord] = [:]
    for record in try store.records() {
      let settings = record.identity.config.canonicalText
      guard own.contains(settings) else { continue }
      let id = try record.runID()
      if let current = identified[settings], !current.contains(id) {
        others.append((id, settings))
        continue
      }
      if let other = first.updateValue(record, forKey: settings) {
        let changes = record.identity.changes(since: other.identity).joined(separator: ", ")
        throw ExperimentError(
          "\(store.path(of: try other.runID())) and \(store.path(of: id)) are records of one unit, "
            + "which differ in \(changes); run the sweep with --prune, which keeps the one of the "
            + "present data and weights, or delete one of them")
      }
      records.append(record)
    }
    // A unit that has just failed has its earlier record only, which supersedes nothing.
    return (records, others.filter { first[$0.settings] != nil }.map(\.runID))
  }
}
