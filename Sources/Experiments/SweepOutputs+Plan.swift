import Configuration
import Results

extension Sweep<UnitSettings> {

  /// The descriptions of tables that the file names.
  ///
  /// - Throws: `ConfigurationError` with the problems of all of them.
  public func tableSpecs() throws -> [(name: String, spec: TableSpec)] {
    var diagnostics: [Diagnostic] = []
    var specs: [(name: String, spec: TableSpec)] = []
    for table in tables {
      do {
        specs.append((table.name, try decode(TableSpec.self, from: table.settings)))
      } catch let error as ConfigurationError {
        diagnostics += error.diagnostics
      }
    }
    guard diagnostics.isEmpty else { throw ConfigurationError(diagnostics) }
    return specs
  }

  /// The number of units without a record among some of the sweep's.
  public func missingCount(_ records: [UnitRecord]) throws -> Int {
    let recorded = Set(records.map(\.identity.config.canonicalText))
    return try units.count { !recorded.contains(try $0.settings.deciding().canonicalText) }
  }
}

extension SweepOutputs {
  /// Makes all tables and figures of a sweep as it writes them, from its records alone.
  public init(_ plan: Sweep<UnitSettings>, records: [UnitRecord]) throws {
    var spec = TableSpec()
    spec.roles = [.near, .far, .covariate]
    spec.order = ["method": ["zeroshot", "coop", "lora", "full"]]
    try self.init(
      records: RecordSet(records), sweep: plan.name, dimensions: plan.dimensions.map(\.name),
      spec: spec, described: plan.tableSpecs())
  }
}
