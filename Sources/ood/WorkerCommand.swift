import ArgumentParser
import Configuration
import Dispatch
import Experiments
import FileFormats
import FineTuning
import Foundation
import Tensors

/// `ood worker`: runs the units that stand on standard input, one a line.
///
/// The child of a sweep, so that running out of memory ends one unit and not the sweep. Models and
/// benchmarks stay loaded between units. It answers on standard output with lines of JSON.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Run the units on standard input, one a line.",
    shouldDisplay: false)

  @Option(help: "The folder of the sweep's results.")
  var results: String

  @Option(help: "When training keeps its state.")
  var checkpointEvery = CheckpointInterval()

  @Flag(help: "Keep what training makes of models.")
  var keepAdapters = false

  @OptionGroup var places: Places

  func run() throws {
    let stop = StopRequest()
    // The terminal sends an interrupt to children as well; the parent decides what to do.
    SignalDisposition.ignore(SIGINT)
    let signals = SignalWatch([SIGTERM, SIGUSR1]) { _ in stop.make() }
    let parent = ProcessIdentity.parent
    // Whatever ended the parent. Nothing is lost, for files are written wholly or not at all.
    let watch = Ticker(everyMilliseconds: 50) {
      if ProcessIdentity.parent != parent {
        SignalDisposition.endProcess(code: ExitStatus.failed)
      }
    }
    defer { withExtendedLifetime((signals, watch)) {} }
    offerToMemoryKiller()

    let executor = UnitExecutor(
      UnitResources(
        places.folders(results: results), workers: Workers(threads: places.threads)),
      results: results, interval: checkpointEvery.value, stop: stop,
      keepsAdapters: keepAdapters, revision: GitRevision.ofFolder("."))
    while !stop.isMade, let line = readLine() {
      let task = try UnitTask(line: line)
      var lastReport = ContinuousClock.now - .seconds(1)
      let outcome = executor.run(task) { progress in
        let now = ContinuousClock.now
        if case .training(let step, let total, _) = progress, step < total,
          now - lastReport < .milliseconds(100)
        {
          return
        }
        lastReport = now
        WorkerCommand.answer(progress.json)
      }
      WorkerCommand.answer(outcome.json)
    }
  }

  /// A worker without a parent to answer has nothing to do.
  private static func answer(_ json: JSONValue) {
    guard StandardStream.output.write(json.canonicalText + "\n") else {
      SignalDisposition.endProcess(code: ExitStatus.inputOutput)
    }
  }

  /// Where memory runs out, the system is to end a worker and not the sweep or the user's shell.
  private func offerToMemoryKiller() {
    guard let file = FileHandle(forWritingAtPath: "/proc/self/oom_score_adj") else { return }
    try? file.write(contentsOf: Data("500".utf8))
    try? file.close()
  }
}
