import ArgumentParser
import Datasets
import Experiments
import FoundationEssentials

/// Where things are, for commands that run models.
struct Places: ParsableArguments {
  @Option(help: "The folder with fetched data (default: OOD_DATA, else ~/.cache/ood).")
  var data: String?

  @Option(help: "The folder with shipped models.")
  var models = "models"

  @Option(help: "The folder for features of frozen models.")
  var cache = "cache"

  @Option(help: "Threads to use; results do not depend on it.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  /// The folders; `--data` and then `OOD_DATA` go before what a sweep file names.
  func folders(results: String, dataRoot: String? = nil) -> SweepRunner.Folders {
    let environment = ProcessInfo.processInfo.environment
    let standard = DataFolder.standard(environment: environment).path
    let named = environment["OOD_DATA"]?.isEmpty == false ? nil : dataRoot
    return SweepRunner.Folders(
      data: data ?? named ?? standard,
      models: models, cache: cache, results: results)
  }
}
