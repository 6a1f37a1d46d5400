import ArgumentParser
import Configuration
import Datasets
import Experiments
import FoundationEssentials
import Results
import Tensors

/// `ood sweep SWEEP`: runs what is missing and writes tables and plots.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Run what is missing of a sweep, then write its tables and plots.",
    discussion: """
      Units whose record exists are skipped, so a sweep that was interrupted goes on where it was, \
      and a training at its last checkpoint. Each unit runs in a child process: one that runs out of \
      memory fails alone, and is tried again by the next sweep. Exit code 1 says that a unit \
      failed; the others have run. Ctrl-C keeps what is done; a second one ends at once.
      """)

  @Argument(help: "The YAML file of the sweep.", completion: .file(extensions: ["yaml"]))
  var sweep: String

  @Argument(help: "Settings to override, as key=value; of a dimension, its values.")
  var overrides: [String] = []

  @Option(help: "Write records and tables to DIR/NAME and plots to DIR/plots-gnuplot/NAME.")
  var out: String?

  @Option(help: "Run only units that fulfil these conditions, such as 'method=coop shots<=4'.")
  var only: String?

  @Option(
    help: """
      At most N images in each evaluation set, for a try: as limit=N, with its own results below \
      DIR/limit-N (DIR: --out, else results).
      """)
  var limit: Int?

  @Flag(help: "Delete records that the sweep's supersede: of earlier data, weights or code.")
  var prune = false

  @Option(name: .shortAndLong, help: "Units to run at the same time; they share the threads.")
  var jobs = 1

  @Option(help: "Further tries of a unit that fails.")
  var retries = 0

  @Flag(help: "Begin no further unit after one has failed.")
  var failFast = false

  @Option(
    help: "When training keeps its state: 30s for seconds, 25 for steps. It changes no result.")
  var checkpointEvery = CheckpointInterval()

  @Flag(
    help: """
      Keep what training makes of models in DIR/NAME/adapters/RUN, of the units that run; low-rank \
      deltas as peft reads them. It changes no result.
      """)
  var keepAdapters = false

  @Option(help: "How to show progress: bar on a terminal, else lines.")
  var progress: ProgressMode?

  @OptionGroup var places: Places

  func validate() throws {
    guard jobs >= 1 else { throw ValidationError("--jobs must be at least 1, got \(jobs)") }
    if let limit, limit < 1 {
      throw ValidationError("--limit must be at least 1, got \(limit)")
    }
    guard retries >= 0 else {
      throw ValidationError("--retries must not be negative, got \(retries)")
    }
  }

  func run() throws {
    // Apart from the sweep's results, so that no table can hold both.
    let out = limit.map { "\(self.out ?? "results")/limit-\($0)" } ?? self.out
    let plan = try SweepFile.read(
      sweep, overrides: overrides + (limit.map { ["limit=\($0)"] } ?? []))
    let filter = try only.map { try SweepFilter($0, dimensions: plan.dimensions.map(\.name)) }
    let folders = SweepFolders(out: out, name: plan.name)
    let execution = SweepExecution(
      plan, folders: folders, places: places, jobs: jobs, checkpoints: checkpointEvery,
      keepsAdapters: keepAdapters)
    var options = SweepRunner.Options()
    options.retries = retries
    options.failsFast = failFast
    let mode = progress ?? .standard
    let summary = try execution.run(only: filter, options: options, progress: mode)

    let store = RecordStore(folder: folders.results)
    let (records, superseded) = try plan.records(in: store, after: filter, runIDs: summary.runIDs)
    try prune(superseded, in: store, mode: mode)
    guard !records.isEmpty else {
      if summary.failed > 0 { throw ExitCode(ExitStatus.failed) }
      throw ExperimentError("\(sweep): no unit has a record, so there is nothing to tabulate")
    }
    let outputs = try SweepOutputs(plan, records: records)
    let rendered = try write(outputs, to: folders)
    let places =
      "; tables in \(folders.tables), plots in \(folders.plots)"
      + (rendered ? "" : " (gnuplot is not installed)")
    Terminal.say(summary.text("end", places, mode: mode))
    for table in outputs.tables where table.name.hasSuffix(".md") { try Terminal.print(table.text) }
    if summary.failed > 0 { throw ExitCode(ExitStatus.failed) }
  }

  /// Says which records are superseded, and deletes them if that was asked for.
  private func prune(_ runIDs: [String], in store: RecordStore, mode: ProgressMode) throws {
    guard !runIDs.isEmpty else { return }
    if prune { for id in runIDs { try store.remove(id) } }
    guard mode != .json else {
      let event: JSONValue = .object([
        "event": .string("superseded"), "runs": .array(runIDs.map { .string($0) }),
        "deleted": .bool(prune),
      ])
      return Terminal.say(event.canonicalText)
    }
    Terminal.say(
      "note: superseded by these records\(prune ? " and deleted" : "; --prune deletes them"): "
        + runIDs.joined(separator: " "))
  }

  /// Writes tables and plots unless they are there, byte for byte.
  ///
  /// - Returns: false when gnuplot is not installed.
  private func write(_ outputs: SweepOutputs, to folders: SweepFolders) throws -> Bool {
    let isComplete =
      try outputs.differences(tablesFolder: folders.tables, figuresFolder: folders.plots).isEmpty
    if isComplete, Gnuplot.hasRendered(outputs.figures.map(\.name), in: folders.plots) {
      return true
    }
    let names = outputs.figures.map(\.name)
    // First, so that no picture of older data passes for one of these.
    Gnuplot.removePictures(names, in: folders.plots)
    try outputs.write(tablesFolder: folders.tables, figuresFolder: folders.plots)
    return Gnuplot.render(names, in: folders.plots)
  }
}
