import Configuration
import Results

extension SweepReport {
  /// The report of a sweep from its records.
  ///
  /// - Parameters:
  ///   - plan: the sweep.
  ///   - arguments: its file and the settings laid over it.
  ///   - records: its records.
  ///   - outputs: the tables and figures of these records.
  public init(
    _ plan: Sweep<UnitSettings>, arguments: [String], records: [UnitRecord], outputs: SweepOutputs
  ) throws {
    var byConfig: [JSONValue: UnitRecord] = [:]
    for record in records { byConfig[record.identity.config] = record }
    try self.init(
      name: plan.name, arguments: arguments, dimensions: plan.dimensions.map(\.name),
      units: plan.units.map {
        Unit(cell: "\($0.cell)", record: byConfig[try $0.settings.deciding()])
      }, outputs: outputs)
  }
}
