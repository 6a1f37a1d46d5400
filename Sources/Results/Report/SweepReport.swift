import Configuration

/// One page with everything that the records of a sweep say: tables, plots, conditions, commands.
///
/// A pure function of the sweep, its records and the drawn plots: without a date, a host or a path
/// of this machine, and without anything to be fetched.
public struct SweepReport: Sendable {
  /// A unit of the sweep.
  public struct Unit: Sendable {
    /// Its place in the sweep, such as `method=coop shots=4 seed=1`.
    public let cell: String
    /// Its record; nil where there is none.
    public let record: UnitRecord?

    /// Creates a unit.
    public init(cell: String, record: UnitRecord?) {
      self.cell = cell
      self.record = record
    }
  }

  /// The sweep's name.
  let name: String
  /// The sweep's file and what the command line lays over it, as arguments of a command.
  let arguments: [String]
  /// The names of the settings that tell units apart.
  let dimensions: [String]
  /// The units in the order of the sweep.
  let units: [Unit]
  /// Tables and figures.
  let outputs: SweepOutputs
  /// The records with their run ids, in the order of the units.
  let records: [(id: String, cell: String, record: UnitRecord)]

  /// Describes the page.
  ///
  /// - Parameters:
  ///   - name: the sweep's name.
  ///   - arguments: the sweep's file and the settings laid over it, for commands.
  ///   - dimensions: the dotted keys of the settings that tell units apart.
  ///   - units: the units in their order; at least one should have a record.
  ///   - outputs: the tables and figures of the same records.
  /// - Throws: `ResultsError` if a record holds a number that is not finite.
  public init(
    name: String, arguments: [String], dimensions: [String], units: [Unit], outputs: SweepOutputs
  ) throws {
    self.name = name
    self.arguments = arguments
    self.dimensions = dimensions
    self.units = units
    self.outputs = outputs
    records = try units.compactMap { unit in
      try unit.record.map { (try $0.runID(), unit.cell, $0) }
    }
  }

  /// The page.
  ///
  /// - Parameter pictures: the figures as gnuplot draws them (SVG), by name; nil without gnuplot.
  public func html(pictures: [String: String]?) throws -> String {
    let parts: [ReportPage.Part] = [
      ReportPage.Part(id: "overview", title: "Overview", content: overview),
      ReportPage.Part(id: "tables", title: "Tables", content: tables),
      ReportPage.Part(id: "plots", title: "Plots", content: plots(pictures)),
      ReportPage.Part(id: "units", title: "Units", content: unitTable),
      ReportPage.Part(id: "results", title: "Every result", content: resultTable),
      ReportPage.Part(id: "conventions", title: "Conventions", content: conventions),
      ReportPage.Part(id: "provenance", title: "Provenance", content: provenance),
      ReportPage.Part(id: "again", title: "Run it again", content: again),
      ReportPage.Part(id: "details", title: "Units in detail", content: try details()),
    ]
    return ReportPage(title: "\(name): report of a sweep", heading: name, parts: parts).source
  }

  /// The labels of a record's dimensions.
  func labels(_ record: UnitRecord) -> [Markup] {
    record.identity.labels(dimensions).map { Markup($0) }
  }

  /// The columns of the dimensions.
  var dimensionColumns: [ReportTable.Column] {
    dimensions.enumerated().map { index, path in
      ReportTable.column(
        path,
        isNumeric: ReportTable.areNumbers(records.map { $0.record.identity.labels([path])[0] }),
        hasChoices: true)
    }
  }

  /// A link to a unit's details.
  static func link(_ run: String) -> Markup {
    .element("a", ["href": "#unit-\(run)"], [.element("code", run)])
  }

  /// A fraction in percent with two decimals.
  static func percent(_ value: Double?) -> String {
    value.map { DecimalText.text($0, decimals: 2, scale: 2) } ?? ResultTable.missing
  }
}
