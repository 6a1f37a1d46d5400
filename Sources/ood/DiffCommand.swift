import ArgumentParser
import Configuration
import Results

/// `ood diff A B`: two records or two sweeps, held against each other.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two records or two folders of records: settings, conditions, numbers.",
    discussion: """
      A and B are run ids, files of records, folders of results, or names of sweeps. Numbers are \
      sorted by their difference over its interval. Exit code 1 says that they differ; another \
      machine alone is no difference.
      """)

  /// How to print.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, md, json
  }

  @Argument(help: "The old record or folder.") var first: String
  @Argument(help: "The new record or folder.") var second: String

  @Option(help: "Leave out differences up to this; 0.01 is a percentage point.")
  var tolerance = 0.0

  @Option(help: "One of \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Format.text

  @Option(help: "The folder of all results.")
  var out = "results"

  func validate() throws {
    guard tolerance >= 0 else {
      throw ValidationError("--tolerance must not be negative, got \(tolerance)")
    }
  }

  func run() throws {
    let finder = RecordFinder(root: out)
    let differences = try StoreDifferences(
      finder.records(first), finder.records(second), tolerance: tolerance)
    let report = DifferenceReport(differences)
    switch format {
    case .text: try Terminal.print(report.text)
    case .md: try Terminal.print(report.markdown)
    case .json: try Terminal.print(report.json.canonicalText + "\n")
    }
    if !differences.isEmpty { throw ExitCode(ExitStatus.failed) }
  }
}
