import Configuration
import FileFormats
import FoundationEssentials

/// Every table and plot of a sweep, a pure function of its records.
///
/// One set of files a benchmark: `table-near-far` (detectors as columns), `table-splits` (splits as
/// columns, one row a detector), `covariate` where there are such splits, and the long form
/// `results.csv` of all numbers.
public struct SweepReport {
  private let name: String
  private let records: [UnitRecord]
  private let benchmarks: [String]

  /// Sorts out the records of a sweep.
  public init(name: String, records: [UnitRecord]) {
    self.name = name
    self.records = records
    var seen: [String] = []
    for record in records {
      let id = record.identity.label("id") ?? ""
      if !seen.contains(id) { seen.append(id) }
    }
    benchmarks = seen.sorted()
  }

  /// The tables of the report: base name and contents.
  public func tables() throws -> [(name: String, table: ResultTable)] {
    try benchmarks.flatMap { id -> [(name: String, table: ResultTable)] in
      let chosen = records.filter { $0.identity.label("id") == id }
      var tables = [(name: "\(id)-detectors", table: try ResultTable(records: chosen, spec: spec(id)))]
      var splits = spec(id)
      splits.columns = .split
      splits.rows = ["method", "shots", "detector"]
      splits.accuracy = false
      tables.append((name: "\(id)-splits", table: try ResultTable(records: chosen, spec: splits)))
      if chosen.contains(where: { $0.results.contains { $0.role == .covariate } }) {
        var covariate = spec(id)
        covariate.roles = [.covariate]
        tables.append(
          (name: "\(id)-covariate", table: try ResultTable(records: chosen, spec: covariate)))
      }
      return tables
    }
  }

  /// The figures of the report.
  public func figures() throws -> [Figure] {
    try benchmarks.flatMap { id -> [Figure] in
      let chosen = records.filter { $0.identity.label("id") == id }
      var figures = [
        try Figure.accuracy(name: "\(id)-accuracy", records: chosen, spec: spec(id)),
        try Figure.heatMap(name: "\(id)-heat-map", records: chosen, spec: spec(id)),
      ]
      let shots = Set(chosen.compactMap { $0.identity.label("shots") }).subtracting(["0"])
      if shots.count > 1 {
        figures.append(try Figure.shots(name: "\(id)-shots", records: chosen, spec: spec(id)))
      }
      return figures
    }
  }

  /// Writes `tables/` into the results folder and the plots into theirs.
  ///
  /// - Returns: the figures' names.
  public func write(results: String, plots: String) throws -> [String] {
    let folder = "\(results)/tables"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw ResultsError("\(folder): cannot create the folder; is the disk full or read-only?")
    }
    for (name, table) in try tables() {
      try AtomicFile.write(table.markdown(), to: "\(folder)/\(name).md")
      try AtomicFile.write(table.latex(), to: "\(folder)/\(name).tex")
      try AtomicFile.write(table.csv(), to: "\(folder)/\(name).csv")
    }
    try AtomicFile.write(
      LongForm.csv(records, sweep: name, dimensions: ["id", "method", "shots", "seed"]),
      to: "\(folder)/results.csv")
    let figures = try figures()
    for figure in figures { try figure.write(to: plots) }
    return figures.map(\.name)
  }

  private func spec(_ id: String) -> TableSpec {
    var spec = TableSpec()
    spec.label = "\(name)-\(id)"
    spec.order = ["method": ["zeroshot"]]
    spec.caption = "Sweep \(name), in-distribution benchmark \(id)."
    return spec
  }
}
