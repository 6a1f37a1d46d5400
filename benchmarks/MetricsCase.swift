import ArgumentParser
import FileFormats
import Metrics

/// Every ranking metric of two sets of scores; the peer is `peers/scoring.py PROGRAM metrics`.
struct MetricsCase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "AUROC, both AUPR and FPR95 (and the rest of ood metrics) of two sets of scores.")

  @Option(help: "The folder that peers/inputs.py wrote.") var inputs: String
  @Option(help: "The number of scores.") var size = 1_000_000
  @Option var repetitions = 3

  func run() throws {
    try Benchmarks.refuseDebugBuild()
    let file = try SafetensorsFile("\(inputs)/scores-\(size).safetensors")
    let id = try file.doubles("id")
    let ood = try file.doubles("ood")
    try Measurement(repetitions: repetitions).report("metrics-\(size)", threads: 1) {
      try DetectionMetrics(inDistribution: id, outOfDistribution: ood).auroc
    }
  }
}
