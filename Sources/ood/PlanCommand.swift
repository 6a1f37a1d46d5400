import ArgumentParser
import Configuration
import Experiments
import FileFormats
import FoundationEssentials
import Results
import Tensors

/// `ood plan SWEEP`: what a sweep has, what it misses, and what that will cost.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Expand, validate and price a sweep; nothing is run.",
    discussion: """
      Times come from records of the same model and method, in this sweep's folder and its \
      neighbours, else from 'ood doctor --calibrate'. They hold for all threads; -j shares these out, \
      so it changes them little.
      """)

  @Argument(help: "The YAML file of the sweep.", completion: .file(extensions: ["yaml"]))
  var sweep: String

  @Argument(help: "Settings to override, as key=value; of a dimension, its values.")
  var overrides: [String] = []

  @Flag(help: "Print every unit with its run id and state.")
  var list = false

  @Flag(help: "Print a JSON object.")
  var json = false

  @Option(help: "Where records are: DIR/NAME.")
  var out: String?

  @OptionGroup var places: Places

  func run() throws {
    let plan = try SweepFile.read(sweep, overrides: overrides)
    let folders = SweepFolders(out: out, name: plan.name)
    let survey = try SweepFile.survey(plan, folders: folders, places: places)
    let root = out ?? "results"
    let siblings = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [])
      .filter { $0 != plan.name }.sorted().map { "\(root)/\($0)" }
    let estimate = survey.estimate(threads: places.threads, siblings: siblings)
    let report = PlanReport(file: sweep, plan: plan, state: survey.state, estimate: estimate)
    try Terminal.print(json ? report.json.canonicalText + "\n" : report.text(listing: list))
    for fault in survey.state.faults { Terminal.say("note: \(fault)") }
  }
}

/// A sweep file, held against its folder.
enum SweepFile {
  /// Reads a sweep file with arguments laid over it.
  static func read(_ path: String, overrides: [String] = []) throws -> Sweep<UnitSettings> {
    let plan = try Sweep<UnitSettings>(
      path: path, overrides: Overrides(arguments: overrides, offset: 3)
    ) { String(decoding: try FileBytes.read($0), as: UTF8.self) }
    _ = try plan.tableSpecs()
    return plan
  }

  /// The states of a sweep's units.
  static func survey(
    _ plan: Sweep<UnitSettings>, folders: SweepFolders, places: Places
  ) throws -> SweepSurvey {
    let places = (
      folders: places.folders(results: folders.results, dataRoot: plan.dataRoot),
      threads: places.threads
    )
    return try SweepSurvey(
      plan, folders: places.folders,
      resources: UnitResources(places.folders, workers: Workers(threads: places.threads)))
  }
}
