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

  func folders(results: String) -> SweepRunner.Folders {
    SweepRunner.Folders(
      data: data ?? DataFolder.standard(environment: ProcessInfo.processInfo.environment).path,
      models: models, cache: cache, results: results)
  }
}
