import FileFormats
import FoundationEssentials

/// The files made from the records of a sweep: all tables and figures, as text.
///
/// A pure function of records and descriptions, so that they can be made again anywhere and
/// compared byte by byte.
public struct SweepOutputs: Sendable, Equatable {
  /// A table or a part of one, relative to the folder of the tables.
  public struct File: Sendable, Equatable {
    /// The name, such as `far.tex`.
    public let name: String
    /// The contents.
    public let text: String
  }

  /// A table by the name of its files.
  public struct NamedTable: Sendable, Equatable {
    /// The name, such as `far`.
    public let name: String
    /// The table before it has a format.
    public let table: ResultTable
  }

  /// The tables of means, before they have a format.
  public let resultTables: [NamedTable]
  /// The tables: for each role and each detector as `.csv`, `.md` and `.tex`, `long.csv`
  /// and, where records have them, `operating-points.csv`, `trajectories.csv`, `slices.csv`,
  /// `training`, `supervision`, `slices` and `modalities` (see `TrainingTable`, `SupervisionTable`,
  /// `SlicesTable`, `ModalityMatrix`).
  public let tables: [File]
  /// The figures, see `FigureKind`.
  public let figures: [Figure]
  /// The number of table cells without a value; a complete sweep has none.
  public let missingCount: Int

  /// Makes all tables and figures.
  ///
  /// - Parameters:
  ///   - records: the records of the sweep.
  ///   - sweep: its name.
  ///   - dimensions: its dimensions by dotted key, which become columns of `long.csv`.
  ///   - spec: rows, metrics and order; roles, columns and detectors vary here.
  ///   - described: further tables over all records, by name.
  ///   - benchmark: the setting that names the in-distribution data; each has its own files.
  public init(
    records: RecordSet, sweep: String, dimensions: [String], spec: TableSpec = TableSpec(),
    described: [(name: String, spec: TableSpec)] = [], benchmark: String = "id"
  ) throws {
    var tables = [
      File(
        name: "long.csv",
        text: try LongForm.csv(records.records, sweep: sweep, dimensions: dimensions))
    ]
    if let text = try LongForm.operatingPoints(
      records.records, sweep: sweep, dimensions: dimensions)
    {
      tables.append(File(name: "operating-points.csv", text: text))
    }
    if let text = try LongForm.trajectories(records.records, sweep: sweep, dimensions: dimensions) {
      tables.append(File(name: "trajectories.csv", text: text))
    }
    if let text = try LongForm.slices(records.records, sweep: sweep, dimensions: dimensions) {
      tables.append(File(name: "slices.csv", text: text))
    }
    var named: [NamedTable] = []
    var last = try ModalityMatrix(records, spec: spec)?.files("modalities", sweep: sweep) ?? []
    for (prefix, own, spec) in SweepOutputs.benchmarks(records, spec: spec, setting: benchmark) {
      for table in try SweepOutputs.tables(own, spec: spec, label: "\(sweep)-\(prefix)") {
        named.append(NamedTable(name: prefix + table.name, table: table.table))
      }
      let training = TrainingTable(own, spec: spec, label: "\(sweep)-\(prefix)training")
      last += try training?.files("\(prefix)training") ?? []
      let objectives = ObjectiveTable(own, spec: spec, label: "\(sweep)-\(prefix)objectives")
      last += try objectives?.files("\(prefix)objectives") ?? []
      let slices = try SlicesTable(own, spec: spec, label: "\(sweep)-\(prefix)slices")
      last += slices?.files("\(prefix)slices") ?? []
      let labels = SupervisionTable(own, spec: spec, label: "\(sweep)-\(prefix)supervision")
      last += try labels?.files("\(prefix)supervision") ?? []
    }
    for (name, spec) in described {
      let table = try ResultTable(records, spec: spec)
      guard !named.contains(where: { $0.name == name }) else {
        throw ResultsError(
          "the table '\(name)' has the name of one that every sweep has; rename it")
      }
      named.append(NamedTable(name: name, table: table))
    }
    resultTables = named
    self.tables = tables + named.flatMap { SweepOutputs.files($0.table, name: $0.name) } + last
    figures = try SweepOutputs.figures(records: records, spec: spec, benchmark: benchmark)
    missingCount = named.reduce(0) { $0 + $1.table.missingCount }
  }

  /// Makes figures alone.
  ///
  /// - Parameters:
  ///   - kinds: the kinds; those that the records have nothing for make none.
  ///   - records: the records of the sweep.
  ///   - spec: rows, metrics, order and roles.
  ///   - benchmark: the setting that names the in-distribution data; each has its own files.
  public static func figures(
    of kinds: [FigureKind] = FigureKind.allCases, records: RecordSet, spec: TableSpec = TableSpec(),
    benchmark: String = "id"
  ) throws -> [Figure] {
    let matrix = kinds.contains(.modalities) ? try ModalityMatrix(records, spec: spec) : nil
    let own = try benchmarks(records, spec: spec, setting: benchmark).flatMap { prefix, own, spec in
      // Three kinds draw the same points.
      let drawsPoints = kinds.contains { $0.drawsPoints }
      let series = try drawsPoints ? points(own, spec: spec) : []
      return try kinds.flatMap {
        try $0.figures(prefix: prefix, records: own, series: series, spec: spec)
      }
    }
    return own + (matrix?.figures ?? [])
  }

  /// Means and intervals of each role of splits.
  private static func points(
    _ records: RecordSet, spec: TableSpec
  ) throws -> [(role: OODRole, points: SeriesPoints)] {
    try roles(records, spec: spec).map { role in
      var spec = spec
      spec.roles = [role]
      return (role, try SeriesPoints(records, spec: spec))
    }
  }

  /// The records of each benchmark, with the beginning of its files' names.
  private static func benchmarks(
    _ records: RecordSet, spec: TableSpec, setting: String
  ) -> [(prefix: String, records: RecordSet, spec: TableSpec)] {
    let names = spec.sorted(
      Array(Set(records.records.map { $0.identity.label(setting) ?? "" })), by: setting)
    return names.map { name in
      var spec = spec
      spec.caption = spec.caption.isEmpty && !name.isEmpty ? "ID: \(name)." : spec.caption
      return (
        names.count > 1 ? name + "-" : "",
        records.filter { $0.identity.label(setting) ?? "" == name }, spec
      )
    }
  }

  private static func files(_ table: ResultTable, name: String) -> [File] {
    [
      File(name: "\(name).csv", text: table.csv()),
      File(name: "\(name).md", text: table.markdown()),
      File(name: "\(name).tex", text: table.latex()),
    ]
  }

  /// Writes the tables into one folder and the figures into another, each file at once.
  ///
  /// Those of earlier records that these do not give are removed.
  public func write(tablesFolder: String, figuresFolder: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: tablesFolder, withIntermediateDirectories: true)
    } catch {
      throw ResultsError(
        "\(tablesFolder): cannot create the folder; is the disk full or read-only?")
    }
    for table in tables { try AtomicFile.write(table.text, to: "\(tablesFolder)/\(table.name)") }
    for figure in figures { try figure.write(to: figuresFolder) }
    try removeLeftovers(tablesFolder: tablesFolder, figuresFolder: figuresFolder)
  }

  /// How the files of the two folders differ from these, one line a file; empty where none does.
  ///
  /// Pictures are left out: their bytes depend on the version of gnuplot.
  public func differences(tablesFolder: String, figuresFolder: String) throws -> [String] {
    try SweepOutputs.differences(tables, in: tablesFolder)
      + SweepOutputs.differences(figureFiles, in: figuresFolder)
  }

  var figureFiles: [File] {
    figures.flatMap { figure in
      [
        File(name: "\(figure.name).csv", text: figure.data),
        File(name: "\(figure.name).gp", text: figure.script),
      ]
    }
  }

  private static func differences(_ files: [File], in folder: String) throws -> [String] {
    let present = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var lines: [String] = []
    for file in files.sorted(by: { $0.name < $1.name }) {
      guard present.contains(file.name) else {
        lines.append("\(folder)/\(file.name): is missing")
        continue
      }
      let bytes = try FileBytes.read("\(folder)/\(file.name)")
      if bytes == Array(file.text.utf8) { continue }
      let old = String(decoding: bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      let new = file.text.split(separator: "\n", omittingEmptySubsequences: false)
      let line = zip(old, new).prefix { $0 == $1 }.count
      func text(_ lines: [Substring]) -> String {
        line < lines.count ? "'\(lines[line])'" : "the end of the file"
      }
      lines.append(
        "\(folder)/\(file.name):\(line + 1): is \(text(old)), the records give \(text(new))")
    }
    return lines
      + leftovers(files, in: folder).map { "\(folder)/\($0): is not made from these records" }
  }

  /// One table a role, then one a detector with the splits as columns.
  ///
  /// In the tables of roles few detectors are columns; many are rows, with the settings as columns.
  private static func tables(
    _ records: RecordSet, spec: TableSpec, label: String
  ) throws -> [(name: String, table: ResultTable)] {
    let roles = roles(records, spec: spec)
    let detectors = try RecordSelection(records, spec: spec).detectors
    var tables: [(name: String, table: ResultTable)] = []
    for role in roles {
      var spec = spec
      if PanelGrid.isWide(detectors.count) {
        spec.across = spec.rows
        spec.rows = ["detector"]
        spec.columns = .setting
      }
      spec.roles = [role]
      spec.label = label + role.rawValue
      tables.append((role.rawValue, try ResultTable(records, spec: spec)))
    }
    for detector in detectors {
      var spec = spec
      spec.roles = roles
      spec.columns = .split
      spec.detectors = [detector]
      spec.label = label + detector
      spec.caption += (spec.caption.isEmpty ? "" : " ") + "Detector: \(detector)."
      tables.append((detector, try ResultTable(records, spec: spec)))
    }
    return tables
  }

  /// The roles of the description that the records have.
  private static func roles(_ records: RecordSet, spec: TableSpec) -> [OODRole] {
    let present = Set(records.splits.map(\.role))
    return spec.roles.filter(present.contains)
  }
}
