import ArgumentParser
import Configuration
import Experiments
import FoundationEssentials
import Results

/// `ood regenerate`: tables and plots from records alone.
struct RegenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regenerate",
    abstract:
      "Make every table and plot anew from the records, or check that they are what these give.",
    discussion: """
      Needs no data, no weights and no time. Exit code 1 says that a checked file differs.
      """)

  @Argument(
    help: "The YAML files of sweeps (default: every sweeps/*.yaml that has records).",
    completion: .file(extensions: ["yaml"]))
  var sweeps: [String] = []

  @Option(help: "Where records, tables and plots are: DIR/NAME and DIR/plots-gnuplot/NAME.")
  var out: String?

  @Flag(help: "Write nothing; say which files differ from what the records give.")
  var check = false

  func run() throws {
    let plans = try plans()
    guard !plans.isEmpty else {
      throw ExperimentError("no sweep in sweeps/ has records; run one: ood sweep FILE")
    }
    var differences = 0
    for plan in plans {
      let folders = SweepFolders(out: out, name: plan.name)
      let records = try plan.records(in: RecordStore(folder: folders.results))
      guard !records.isEmpty else {
        throw ExperimentError(
          "\(folders.results): no record has the settings of \(plan.name); run it: ood sweep FILE")
      }
      let missing = try plan.missingCount(records)
      let note = missing > 0 ? ", \(missing) of \(plan.units.count) units have none" : ""
      let outputs = try SweepOutputs(plan, records: records)
      if check {
        let lines = try outputs.differences(
          tablesFolder: folders.tables, figuresFolder: folders.plots)
        for line in lines { try Terminal.print(line + "\n") }
        differences += lines.count
        Terminal.say(
          "\(plan.name): \(records.count) records\(note); \(lines.count) files differ")
      } else {
        try outputs.write(tablesFolder: folders.tables, figuresFolder: folders.plots)
        let rendered = Gnuplot.render(outputs.figures.map(\.name), in: folders.plots)
        Terminal.say(
          "\(plan.name): \(records.count) records\(note); tables in \(folders.tables), plots in "
            + "\(folders.plots)\(rendered ? "" : " (gnuplot is not installed)")")
      }
    }
    if differences > 0 { throw ExitCode(ExitStatus.failed) }
  }

  /// The named sweeps, or the shipped ones that have records.
  private func plans() throws -> [Sweep<UnitSettings>] {
    var files = sweeps
    if files.isEmpty {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "sweeps")) ?? []
      files = names.filter { $0.hasSuffix(".yaml") }.sorted().map { "sweeps/\($0)" }
    }
    let plans = try files.map { try SweepFile.read($0) }
    guard sweeps.isEmpty else { return plans }
    return try plans.filter {
      try !RecordStore(folder: SweepFolders(out: out, name: $0.name).results).runIDs().isEmpty
    }
  }
}
