import ArgumentParser
import Configuration
import Experiments
import FileFormats
import FoundationEssentials
import Results

/// `ood guard GUARD`: a sweep compared with its committed baseline.
struct GuardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guard",
    abstract: "Compare a sweep's records with a committed baseline, for continuous integration.",
    discussion: """
      Needs records only, no data, no weights and no time; run the sweep first. Exit codes: 0 \
      nothing is worse than it may be, 1 something is, 2 a cell or row is missing (or inconclusive, \
      where fail_on says so), 3 the baseline has other data, weights or metrics.
      """)

  enum Annotations: String, ExpressibleByArgument, CaseIterable {
    case auto, github, none
  }

  @Argument(help: "The YAML file of the guard.", completion: .file(extensions: ["yaml"]))
  var guardFile: String

  @Option(help: "Where records are: DIR/NAME (default: results/NAME).")
  var out: String?

  @Flag(help: "Print everything as JSON.")
  var json = false

  @Flag(help: "Print the rows that are ok, too.")
  var all = false

  @Option(help: "Fail for this, too: inconclusive or drift; may be given several times.")
  var failOn: [GuardSettings.Failure] = []

  @Option(help: "Write the rows as JUnit's XML.", completion: .file())
  var junit: String?

  @Option(
    help: "Write the summary as Markdown; GITHUB_STEP_SUMMARY gets it anyway.",
    completion: .file())
  var markdown: String?

  @Option(help: "Print GitHub's annotations on standard error: auto, github or none.")
  var annotations = Annotations.auto

  @Flag(help: "Judge nothing: make the records the new baseline, and print a commit's message.")
  var updateBaseline = false

  func run() throws {
    var file = try GuardFile(
      path: guardFile, text: String(decoding: try FileBytes.read(guardFile), as: UTF8.self))
    file.settings.failOn += failOn
    let plan = try Sweep<UnitSettings>(path: file.resolved(file.settings.sweep)) { path in
      String(decoding: try FileBytes.read(path), as: UTF8.self)
    }
    let units = try plan.guardUnits()
    let baseline = RecordStore(folder: file.resolved(file.settings.baseline))
    let current = RecordStore(folder: SweepFolders(out: out, name: plan.name).results)
    if updateBaseline {
      let update = try GuardBaseline(file, units: units, baseline: baseline, current: current)
      try update.write()
      Terminal.say("wrote \(baseline.folder); commit it with the message on standard output")
      return try Terminal.print(update.message)
    }
    let comparison = try GuardComparison(
      file, units: units, baseline: baseline, current: current)
    let report = GuardReport(comparison, file: file, sweep: plan.name)
    for note in report.notes { Terminal.say("note: \(note)") }
    try Terminal.print(json ? report.json().prettyText : report.text(all: all))
    try writeFiles(report)
    if let status = ExitStatus.of(comparison.answer) { throw ExitCode(status) }
  }

  /// JUnit, Markdown and annotations.
  private func writeFiles(_ report: GuardReport) throws {
    let environment = ProcessInfo.processInfo.environment
    if let junit { try AtomicFile.write(report.junit(), to: junit) }
    if let markdown { try AtomicFile.write(report.markdown(), to: markdown) }
    if let summary = environment["GITHUB_STEP_SUMMARY"], !summary.isEmpty {
      // Other commands of the step may have written there.
      let before =
        FileManager.default.fileExists(atPath: summary) ? try FileBytes.read(summary) : []
      let text = report.markdown(limit: max(1024, GuardReport.summaryLimit - before.count))
      try AtomicFile.write(before + Array(text.utf8), to: summary)
    }
    let isGitHub = environment["GITHUB_ACTIONS"] == "true"
    if annotations == .github || annotations == .auto && isGitHub {
      for line in report.annotations() { Terminal.say(line) }
    }
  }
}

extension GuardSettings.Failure: ExpressibleByArgument {}

extension ExitStatus {
  /// The exit code of a guard's answer; nil where it passed.
  fileprivate static func of(_ answer: GuardComparison.Answer) -> Int32? {
    switch answer {
    case .passed: nil
    case .failed: failed
    case .incomplete: incomplete
    case .notComparable: notComparable
    }
  }
}
