import ArgumentParser
import Configuration
import Metrics
import Results

/// `ood metrics`: metrics of two score files.
struct MetricsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics", abstract: "Print detection metrics of two score files.",
    discussion: "Scores: higher = more in-distribution. Values are fractions.")

  @Option(help: "The CSV file of in-distribution scores.", completion: .file(extensions: ["csv"]))
  var id: String

  @Option(
    help: "The CSV file of out-of-distribution scores.", completion: .file(extensions: ["csv"]))
  var ood: String

  @Option(help: "The column to read; needed when there are several.")
  var column: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let metrics = try DetectionMetrics(
      inDistribution: ScoreFile(id, column: column).scores,
      outOfDistribution: ScoreFile(ood, column: column).scores)
    let values = try settings(of: metrics)
    if json {
      try Terminal.print(values.canonicalText + "\n")
      return
    }
    let scores = [
      ("auroc", metrics.auroc), ("aupr-in", metrics.auprIn), ("aupr-out", metrics.auprOut),
      ("ap-in", metrics.apIn), ("ap-out", metrics.apOut),
    ]
    let rates = FPR95Convention.allCases.map {
      ("fpr95/\($0.rawValue)", metrics.fpr95[$0.rawValue] ?? .nan)
    }
    for (name, value) in scores + rates + [("detection-error", metrics.detectionError)] {
      try Terminal.print("\(name) \(value)\n")
    }
  }
}
