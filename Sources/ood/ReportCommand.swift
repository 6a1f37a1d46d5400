import ArgumentParser
import Configuration
import Experiments
import FileFormats
import FoundationEssentials
import Results

/// `ood report SWEEP`: one page with tables, plots, conditions and commands.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write one self-contained HTML page of a sweep from its records.",
    discussion: """
      Tables that sort and filter, the plots, every unit's settings and losses, what metrics mean, \
      where the numbers were made and how to make them again. Needs no data, weights or network; \
      plots need gnuplot. The same records give the same bytes. Exit code 2 says that units have \
      no record.
      """)

  @Argument(help: "The YAML file of the sweep.", completion: .file(extensions: ["yaml"]))
  var sweep: String

  @Argument(help: "Settings to override, as key=value; of a dimension, its values.")
  var overrides: [String] = []

  @Option(
    help: "The page, or - for standard output (default: DIR/NAME/report.html).",
    completion: .file(extensions: ["html"]))
  var out: String?

  @Option(
    name: .customLong("results"), help: "Where records are: DIR/NAME.", completion: .directory)
  var root = "results"

  func run() throws {
    let plan = try SweepFile.read(sweep, overrides: overrides)
    let folder = "\(root)/\(plan.name)"
    let records = try plan.records(in: RecordStore(folder: folder))
    guard !records.isEmpty else {
      throw ExperimentError(
        "\(folder): no record has the settings of \(plan.name); run it: ood sweep \(sweep)")
    }
    let missing = try plan.missingCount(records)
    if missing > 0 { Terminal.say("note: \(missing) of \(plan.units.count) units have no record") }
    let outputs = try SweepOutputs(plan, records: records)
    let pictures = try Gnuplot.pictures(of: outputs.figures)
    if pictures == nil { Terminal.say("note: gnuplot is not installed; the page has no plots") }
    let page = try SweepReport(
      plan, arguments: [sweep] + overrides, records: records, outputs: outputs
    ).html(pictures: pictures)
    if out == "-" {
      try Terminal.print(page)
    } else {
      let path = out ?? "\(folder)/report.html"
      try AtomicFile.write(page, to: path)
      Terminal.say("\(path): \(records.count) units, \(outputs.figures.count) plots")
    }
    if missing > 0 { throw ExitCode(ExitStatus.incomplete) }
  }
}
