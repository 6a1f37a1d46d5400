import ArgumentParser
import Configuration
import Experiments
import FileFormats
import Results

/// `ood table SWEEP`: one table from records, as a description says.
struct TableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Print a table of a sweep's records, or all their numbers.",
    discussion: """
      Needs no data and no weights. A description is a YAML file with rows, columns, metrics, roles, \
      order, caption and more; all have defaults. Exit code 2 says that cells have no value.
      """)

  /// The formats of a table.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, md, latex, all

    /// The endings of the files.
    var endings: [String] {
      switch self {
      case .csv: ["csv"]
      case .md: ["md"]
      case .latex: ["tex"]
      case .all: ["csv", "md", "tex"]
      }
    }
  }

  @Argument(help: "The YAML file of the sweep.", completion: .file(extensions: ["yaml"]))
  var sweep: String

  @Argument(help: "Settings to override, as key=value; of a dimension, its values.")
  var overrides: [String] = []

  @Option(help: "The YAML file that describes the table.", completion: .file(extensions: ["yaml"]))
  var spec: String?

  @Option(help: "One of \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Format.md

  @Flag(help: "Print every number of every record, one a line, as CSV.")
  var long = false

  @Option(help: "Write to this folder instead of standard output.", completion: .directory)
  var to: String?

  @Option(help: "Where records are: DIR/NAME.")
  var out: String?

  func validate() throws {
    if format == .all, to == nil, !long {
      throw ValidationError("--format all writes several files; name a folder with --to")
    }
    if long, spec != nil { throw ValidationError("--long prints all numbers; leave --spec out") }
  }

  func run() throws {
    let plan = try SweepFile.read(sweep, overrides: overrides)
    let table = try spec.map { path in
      try decode(
        TableSpec.self,
        from: SettingNode(yaml: String(decoding: FileBytes.read(path), as: UTF8.self), file: path))
    }
    let folders = SweepFolders(out: out, name: plan.name)
    let records = try plan.records(in: RecordStore(folder: folders.results))
    guard !records.isEmpty else {
      throw ExperimentError(
        "\(folders.results): no record has the settings of \(plan.name); run it: ood sweep \(sweep)"
      )
    }
    let missing = try plan.missingCount(records)
    if missing > 0 { Terminal.say("note: \(missing) of \(plan.units.count) units have no record") }
    if long {
      let text = try LongForm.csv(
        records, sweep: plan.name, dimensions: plan.dimensions.map(\.name))
      try write([("long.csv", text)])
    } else {
      let result = try ResultTable(RecordSet(records), spec: table ?? TableSpec())
      let stem = spec.map(stem) ?? plan.name
      try write(format.endings.map { ("\(stem).\($0)", text(result, $0)) })
      if result.missingCount > 0 {
        Terminal.say("\(result.missingCount) cells have no value")
        throw ExitCode(ExitStatus.incomplete)
      }
    }
    if missing > 0 { throw ExitCode(ExitStatus.incomplete) }
  }

  private func text(_ table: ResultTable, _ ending: String) -> String {
    switch ending {
    case "csv": table.csv()
    case "tex": table.latex()
    default: table.markdown()
    }
  }

  /// The name of a file without folder and ending.
  private func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.split(separator: ".").first ?? name)
  }

  private func write(_ files: [(name: String, text: String)]) throws {
    guard let to else {
      for file in files { try Terminal.print(file.text) }
      return
    }
    try Folder.create(to)
    for file in files {
      try AtomicFile.write(file.text, to: "\(to)/\(file.name)")
      Terminal.say("\(to)/\(file.name)")
    }
  }
}
