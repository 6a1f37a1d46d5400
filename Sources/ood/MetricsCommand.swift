import ArgumentParser
import FoundationEssentials
import Metrics
import Tensors

/// `ood metrics`: metrics of score files, and what one may conclude from them.
struct MetricsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "Print detection metrics of score files, with intervals, tests and conventions.",
    discussion: """
      Scores: higher = more in-distribution. A file has a score a line, or a header and a column a \
      detector; gzip is read too. Values are fractions; --json prints them in full precision. With \
      several --ood files or columns there is a row for each, in JSON an object by file, then column.

      Intervals are stratified bootstrap percentiles (either set resampled apart), AUROC's also \
      DeLong's. They cover the sampling of test images, not the training seed.
      """)

  @Option(
    help: "The CSV file of in-distribution scores.",
    completion: .file(extensions: ["csv", "gz"]))
  var id: String?

  @Option(
    help: ArgumentHelp(
      "A CSV file of out-of-distribution scores; repeat it for several sets.",
      valueName: "[name=]file"),
    completion: .file(extensions: ["csv", "gz"]))
  var ood: [String] = []

  @Option(help: "A column to read; repeat it for several. Default: all that the files share.")
  var column: [String] = []

  @Option(help: "A metric to show in tables and tests; repeat it for several. Default: all.")
  var metric: [String] = []

  @Option(help: ArgumentHelp("Add intervals from this many replicates.", valueName: "n"))
  var bootstrap: Int?

  @Option(help: "The level of intervals; tests are at 1 minus it.")
  var level = 0.95

  @Option(help: "The seed of the bootstrap.")
  var seed: UInt64 = 0

  @Option(help: "The threads to use; the numbers do not depend on it.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Show the scores under every convention, and which published code uses each.")
  var explain = false

  @Option(
    help: ArgumentHelp(
      "Test every other column against this one on the same images.", valueName: "column"))
  var compare: String?

  @Option(
    help: ArgumentHelp(
      "Test against another model's scores of the same images, columns of the same name.",
      valueName: "file"),
    completion: .file(extensions: ["csv", "gz"]))
  var compareId: String?

  @Option(
    help: ArgumentHelp("The other model's file for each --ood, in order.", valueName: "file"),
    completion: .file(extensions: ["csv", "gz"]))
  var compareOod: [String] = []

  @Flag(help: "Print Kendall's tau-b of the columns and mark those that order the images alike.")
  var redundancy = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if id == nil || ood.isEmpty { throw ValidationError("Name a file with --id and with --ood.") }
    if explain, redundancy || isComparison {
      throw ValidationError("Choose one of --explain, --redundancy and --compare.")
    }
    if compare != nil, compareId != nil {
      throw ValidationError("Compare with a column (--compare) or with files (--compare-id).")
    }
    if compareId != nil ? compareOod.count != ood.count : !compareOod.isEmpty {
      throw ValidationError("Give --compare-id, and --compare-ood once for each --ood.")
    }
  }

  func run() throws {
    let inputs = try MetricsInputs(id: id ?? "", ood: ood, columns: column)
    for name in inputs.leftOut { Terminal.say("left out: column \(name) is not in every file") }
    if explain {
      try printExplanation(inputs)
    } else if redundancy {
      try printRedundancy(inputs)
    } else if isComparison {
      try printComparison(inputs)
    } else {
      try printReports(inputs)
    }
  }

  private var isComparison: Bool { compare != nil || compareId != nil }

  var workers: Workers { Workers(threads: threads) }

  /// The metrics of tables and tests.
  func metrics() throws -> [Metric] {
    if metric.isEmpty { return Metric.all }
    return try metric.map { name in
      if let metric = Metric(name: name) { return metric }
      let known = Metric.all.map(\.name).joined(separator: ", ")
      throw ValidationError("unknown metric '\(name)'; known: \(known)")
    }
  }

  /// A fraction with four decimals: hundredths of a percent.
  static func text(_ value: Double) -> String { Terminal.fixed(value, 4) }

  /// The level of intervals in words: `95 %`.
  var levelText: String {
    var text = Terminal.fixed(100 * level, 2)
    while text.hasSuffix("0") { text.removeLast() }
    return (text.hasSuffix(".") ? String(text.dropLast()) : text) + " %"
  }

  /// Both ends of an interval.
  static func text(_ interval: Interval) -> String {
    "\(text(interval.lower)) to \(text(interval.upper))"
  }
}
