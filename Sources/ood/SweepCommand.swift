import ArgumentParser
import Configuration
import Datasets
import Experiments
import FileFormats
import FoundationEssentials
import Results
import Tensors

/// `ood sweep SWEEP`: runs what is missing and writes tables and plots.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Run what is missing of a sweep, then write its tables and plots.",
    discussion: """
      Units whose record exists are skipped, so a sweep that was interrupted goes on where it was. \
      Exit code 1 says that a unit failed; the others have run.
      """)

  @Argument(help: "The YAML file of the sweep.", completion: .file(extensions: ["yaml"]))
  var sweep: String

  @Argument(help: "Settings to override, as key=value; of a dimension, its values.")
  var overrides: [String] = []

  @Option(help: "Write records and tables to DIR/NAME and plots to DIR/plots-gnuplot/NAME.")
  var out: String?

  @Option(help: "Run only units that fulfil these conditions, such as 'method=coop shots<=4'.")
  var only: String?

  @OptionGroup var places: Places

  func run() throws {
    let text = try Overrides(arguments: overrides, offset: 3)
    let plan = try Sweep<UnitSettings>(path: sweep, overrides: text) { path in
      String(decoding: try FileBytes.read(path), as: UTF8.self)
    }
    let filter = try only.map { try SweepFilter($0, dimensions: plan.dimensions.map(\.name)) }
    let folders = SweepFolders(out: out, name: plan.name)
    let runner = SweepRunner(
      plan, folders: places.folders(results: folders.results),
      workers: Workers(threads: places.threads))
    let display = SweepDisplay(total: runner.unitCount)
    let summary = try runner.run(only: filter) { display.show($0) }
    display.finish()
    let wanted = Set(summary.runIDs)
    let records = try RecordStore(folder: folders.results).records().filter {
      wanted.contains(try $0.runID())
    }
    guard !records.isEmpty else {
      if summary.failed > 0 { throw ExitCode(ExitStatus.failed) }
      throw ExperimentError("\(sweep): no unit has a record, so there is nothing to tabulate")
    }
    let outputs = try SweepOutputs(plan, records: records)
    try outputs.write(tablesFolder: folders.tables, figuresFolder: folders.plots)
    let rendered = Gnuplot.render(outputs.figures.map(\.name), in: folders.plots)
    Terminal.say(
      "\(summary.run) run, \(summary.cached) cached, \(summary.failed) failed; tables in "
        + "\(folders.tables), plots in \(folders.plots)\(rendered ? "" : " (gnuplot is not installed)")"
    )
    for table in outputs.tables where table.name.hasSuffix(".md") { try Terminal.print(table.text) }
    if summary.failed > 0 { throw ExitCode(ExitStatus.failed) }
  }
}
