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

  @Option(help: "The folder for outputs of models, stored by all that decides them.")
  var cache = "cache"

  @Option(help: "Threads to use; results do not depend on it.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  /// The folders; `--data` and then `OOD_DATA` go before what a sweep file names.
  func folders(results: String, dataRoot: String? = nil) -> SweepRunner.Folders {
    SweepRunner.Folders(
      data: Places.data(option: data, dataRoot: dataRoot), models: models, cache: cache,
      results: results)
  }

  /// The folder of fetched data by the option `--data`, `OOD_DATA`, the sweep file, in this order.
  static func data(option: String?, dataRoot: String?) -> String {
    let environment = ProcessInfo.processInfo.environment
    let named = environment["OOD_DATA"]?.isEmpty == false ? nil : dataRoot
    return option ?? named ?? DataFolder.standard(environment: environment).path
  }
}
