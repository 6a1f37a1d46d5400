import ArgumentParser
import Configuration
import Experiments
import FoundationEssentials

/// `ood verify [DIR]`: whether a folder of results is what it says.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a folder of results: format, hashes, orphans, conflicts, fresh tables.",
    discussion: """
      Needs no data and no weights. A sweep's file is sought as sweeps/NAME.yaml. Exit code 1 says \
      that something is wrong; each line of standard output names a file.
      """)

  @Argument(help: "The folder of all results.", completion: .directory)
  var folder = "results"

  @Option(
    help: "The folder of all plots (default: DIR/plots-gnuplot if it is there, else plots-gnuplot)."
  )
  var plots: String?

  @Option(help: "The folder of the sweep files.")
  var sweeps = "sweeps"

  @Flag(help: "Print a JSON object.")
  var json = false

  func run() throws {
    let folders = RecordFinder(root: folder).folders
    guard !folders.isEmpty else {
      throw ExperimentError("\(folder): there is no folder with records in it")
    }
    let inside = "\(folder)/plots-gnuplot"
    let plots =
      plots ?? (FileManager.default.fileExists(atPath: inside) ? inside : "plots-gnuplot")
    var faults: [String] = []
    var notes: [String] = []
    var count = 0
    for results in folders {
      let name = String(results.split(separator: "/").last ?? "")
      let file = "\(sweeps)/\(name).yaml"
      let plan = try FileManager.default.fileExists(atPath: file) ? SweepFile.read(file) : nil
      let verification = try Verification(
        folder: results, sweep: plan, tables: "\(results)/tables", plots: "\(plots)/\(name)")
      faults += verification.faults
      notes += verification.notes
      count += verification.recordCount
    }
    if json {
      let object = JSONValue.object([
        "records": .integer(count), "sweeps": .integer(folders.count),
        "faults": .array(faults.map { .string($0) }), "notes": .array(notes.map { .string($0) }),
      ])
      try Terminal.print(object.canonicalText + "\n")
    } else {
      for fault in faults { try Terminal.print(fault + "\n") }
    }
    for note in notes { Terminal.say("note: \(note)") }
    Terminal.say("\(folders.count) sweeps, \(count) records: \(faults.count) faults")
    if !faults.isEmpty { throw ExitCode(ExitStatus.failed) }
  }
}
