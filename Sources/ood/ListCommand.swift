import ArgumentParser
import Configuration
import Datasets
import Detectors
import Experiments
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

  @Flag(
    help:
      "Print a JSON array of objects with name and about, methods and detectors with their settings."
  )
  var json = false

  @Option(help: "The folder with shipped models.")
  var models = "models"

  /// One thing that exists: the columns of its line, and its JSON object.
  private struct Entry {
    var columns: [String]
    var members: [String: JSONValue]

    init(_ name: String, _ about: String) {
      columns = [name, about]
      members = ["name": .string(name), "about": .string(about)]
    }
  }

  func run() throws {
    let entries = try entries()
    try Terminal.print(
      json
        ? JSONValue.array(entries.map { .object($0.members) }).canonicalText + "\n"
        : TextColumns.aligned(entries.map(\.columns), left: .max))
  }

  private func entries() throws -> [Entry] {
    switch kind {
    case .methods:
      try allMethods.flatMap(entries)
        + namedMethods.map {
          var entry = Entry($0.name, $0.reason)
          entry.members["settings"] = try settings(of: $0.value)
          return entry
        }
    case .detectors: try allDetectors.map(entry)
    case .datasets: allBenchmarks.map { Entry($0.name, "\($0.summary) (suite \($0.suite))") }
    case .metrics:
      MetricDescription.all.map { Entry($0.name, $0.summary) }
    case .models:
      try modelFolders().sorted()
        .filter { FileManager.default.fileExists(atPath: "\(models)/\($0)/config.json") }
        .map { Entry($0, "\(models)/\($0)") }
    }
  }

  /// A method with its published settings, and each of its presets.
  private func entries(_ method: any FineTuningMethod.Type) throws -> [Entry] {
    var published = Entry(method.name, method.paper)
    published.members["settings"] = try settings(of: method.init())
    return try [published]
      + method.presets.map { preset in
        var entry = Entry("\(method.name)@\(preset.name)", preset.reason)
        entry.members["settings"] = try settings(of: preset.value)
        return entry
      }
  }

  /// A detector with what it reads, what it learns from, its settings and its source.
  private func entry(_ detector: any Detector.Type) throws -> Entry {
    func names(_ fields: Set<OutputField>) -> [String] {
      OutputField.allCases.filter(fields.contains).map(\.fileName)
    }
    let needs = names(detector.needs)
    let learns = names(detector.trainingNeeds)
    let defaults = try settings(of: detector.init())
    var settings: [String] = []
    if case .object(let members) = defaults {
      settings = members.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.canonicalText)" }
    }
    var entry = Entry(detector.name, detector.paper)
    entry.columns = [
      detector.name, "reads \(needs.joined(separator: ","))",
      learns.isEmpty ? "learns nothing" : "learns from \(learns.joined(separator: ","))",
      settings.isEmpty ? "no settings" : settings.joined(separator: ","), detector.paper,
    ]
    entry.members["needs"] = .array(needs.map(JSONValue.string))
    entry.members["training_needs"] = .array(learns.map(JSONValue.string))
    entry.members["defaults"] = defaults
    entry.members["paper"] = .string(detector.paper)
    return entry
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
