import ArgumentParser
import Configuration
import Experiments
import Results

/// `ood plot SWEEP`: figures from records, as gnuplot scripts with their data.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Write the plots of a sweep's records: gnuplot scripts, their data, pictures.",
    discussion: """
      Needs no data and no weights. Prints the files it writes, one a line. ROC curves, histograms \
      and risk-coverage curves need records with the analysis 'curves', redundancy maps those with \
      'redundancy'. Exit code 2 says that some units have no record.
      """)

  /// The formats of a picture.
  enum Picture: String, CaseIterable, ExpressibleByArgument { case svg, png }

  @Argument(help: "The YAML file of the sweep.", completion: .file(extensions: ["yaml"]))
  var sweep: String

  @Argument(help: "Settings to override, as key=value; of a dimension, its values.")
  var overrides: [String] = []

  @Option(
    help: ArgumentHelp(
      "A kind, or several after commas, of \(FigureKind.allCases.map(\.rawValue).joined(separator: ", ")) (default: all).",
      valueName: "kind"),
    completion: .list(FigureKind.allCases.map(\.rawValue)))
  var kind: [String] = []

  @Option(help: "Draw pictures beside the scripts with gnuplot: svg or png.")
  var render: Picture?

  @Option(
    help: "Write to this folder instead of plots-gnuplot/NAME.", completion: .directory)
  var to: String?

  @Option(help: "Where records and plots are: DIR/NAME and DIR/plots-gnuplot/NAME.")
  var out: String?

  /// The kinds that were named.
  private var kinds: [FigureKind] {
    get throws {
      try kind.flatMap { $0.split(separator: ",") }.map { try FigureKind(name: String($0)) }
    }
  }

  func validate() throws {
    do { _ = try kinds } catch { throw ValidationError("\(error)") }
  }

  func run() throws {
    let kinds = try kinds
    let plan = try SweepFile.read(sweep, overrides: overrides)
    let folders = SweepFolders(out: out, name: plan.name)
    let records = try plan.records(in: RecordStore(folder: folders.results))
    guard !records.isEmpty else {
      throw ExperimentError(
        "\(folders.results): no record has the settings of \(plan.name); run it: ood sweep \(sweep)"
      )
    }
    let missing = try plan.missingCount(records)
    if missing > 0 { Terminal.say("note: \(missing) of \(plan.units.count) units have no record") }
    var figures: [Figure] = []
    for kind in FigureKind.allCases where kinds.isEmpty || kinds.contains(kind) {
      let own = try plan.figures(of: [kind], records: records)
      if own.isEmpty, kinds.contains(kind) { throw PlotCommand.nothing(of: kind, in: sweep) }
      figures += own
    }
    let folder = to ?? folders.plots
    // First, so that no picture of older data passes for one of these.
    Gnuplot.removePictures(figures.map(\.name), in: folder)
    for figure in figures { try figure.write(to: folder) }
    if let render { try draw(figures, in: folder, as: render.rawValue) }
    let endings = ["gp", "csv"] + (render.map { [$0.rawValue] } ?? [])
    for figure in figures {
      for ending in endings { try Terminal.print("\(folder)/\(figure.name).\(ending)\n") }
    }
    if missing > 0 { throw ExitCode(ExitStatus.incomplete) }
  }

  private func draw(_ figures: [Figure], in folder: String, as ending: String) throws {
    let names = figures.map(\.name)
    guard Gnuplot.render(names, in: folder, as: [ending]) else {
      throw ExperimentError("gnuplot is not installed, so nothing was drawn; the scripts are there")
    }
    if let name = names.first(where: { !Gnuplot.hasRendered([$0], in: folder, as: [ending]) }) {
      throw ExperimentError("\(folder)/\(name).gp: gnuplot did not draw it; see its message")
    }
  }

  private static func nothing(of kind: FigureKind, in sweep: String) -> ExperimentError {
    guard let analysis = kind.analysis else {
      return ExperimentError("the records give no plot of kind '\(kind.rawValue)'")
    }
    return ExperimentError(
      "no method has records for plots of kind '\(kind.rawValue)'; add 'analyses: [\(analysis)]' to "
        + "\(sweep) and run it again: trainings are repeated, features come from the cache")
  }
}
