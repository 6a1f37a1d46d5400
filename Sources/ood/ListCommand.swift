import ArgumentParser
import Configuration
import Datasets
import Detectors
import FileFormats
import FineTuning
import FoundationEssentials
import Metrics

/// `ood ls KIND`: what exists.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ls", abstract: "List methods, detectors, datasets, models or metrics.")

  /// What can be listed.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case methods, detectors, datasets, models, metrics
  }

  @Argument(help: "One of \(Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: Kind

  @Flag(help: "Print a JSON array of objects with the members name and about.")
  var json = false

  @Option(help: "The folder with shipped models.")
  var models = "models"

  func run() throws {
    let entries = try entries()
    if json {
      let objects = entries.map {
        JSONValue.object(["name": .string($0.name), "about": .string($0.about)])
      }
      try Terminal.print(JSONValue.array(objects).canonicalText + "\n")
      return
    }
    let width = entries.map(\.name.count).max() ?? 0
    for entry in entries {
      let padding = String(repeating: " ", count: width - entry.name.count)
      try Terminal.print("\(entry.name)\(padding)  \(entry.about)\n")
    }
  }

  private func entries() throws -> [(name: String, about: String)] {
    switch kind {
    case .methods: allMethods.map { ($0.name, $0.paper) }
    case .detectors: allDetectors.map { ($0.name, $0.paper) }
    case .datasets: allBenchmarks.map { ($0.name, "\($0.summary) (suite \($0.suite))") }
    case .metrics:
      Metric.all.map { ($0.name, $0.higherIsBetter ? "higher is better" : "lower is better") }
    case .models:
      try modelFolders().sorted()
        .filter { FileManager.default.fileExists(atPath: "\(models)/\($0)/config.json") }
        .map { ($0, "\(models)/\($0)") }
    }
  }

  private func modelFolders() throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: models)
    } catch {
      throw FormatError(
        path: models, message: "is no folder of models; name one with --models", kind: .system)
    }
  }
}
