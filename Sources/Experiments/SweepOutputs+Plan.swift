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

extension Sweep<UnitSettings> {
  /// What the tables and figures of a sweep show where nothing else is asked for: a row for each
  /// method, shots and whatever else the grid varies.
  private var outputSpec: TableSpec {
    var spec = TableSpec()
    let others = dimensions.filter { $0.count > 1 }.map(\.name)
      .filter { !["id", "method", "shots", "seed"].contains($0) }
    spec.rows += others
    spec.across += others
    spec.roles = [.near, .far, .covariate]
    spec.order = ["method": UnitSettings.names(of: "method")]
    return spec
  }

  /// Makes figures of some kinds as `SweepOutputs` has them.
  public func figures(of kinds: [FigureKind], records: [UnitRecord]) throws -> [Figure] {
    try SweepOutputs.figures(of: kinds, records: RecordSet(records), spec: outputSpec)
  }

  /// Makes all tables and figures as a sweep writes them, from its records alone.
  fileprivate func outputs(_ records: [UnitRecord]) throws -> SweepOutputs {
    try SweepOutputs(
      records: RecordSet(records), sweep: name, dimensions: dimensions.map(\.name),
      spec: outputSpec, described: tableSpecs())
  }
}

extension SweepOutputs {
  /// Makes all tables and figures of a sweep as it writes them, from its records alone.
  public init(_ plan: Sweep<UnitSettings>, records: [UnitRecord]) throws {
    self = try plan.outputs(records)
  }
}
