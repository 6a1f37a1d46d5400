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

      Intervals are stratified bootstrap percentiles (either set resampled apart; bias-corrected for \
      detection-error), AUROC's also DeLong's. They cover the sampling of test images, not the training seed.

      --operating-point writes thresholds that accept 90, 95 and 99 % of in-distribution images, on \
      average or for 95 % of validation sets, from the scores in --validation, and counts what they \
      accept of --id, --ood and --covariate files. ood score applies the file.

      --outputs reads logits (or cosines and logit_scale) with labels, as ood score does, and prints \
      calibration (nll, brier, ece) before and after temperature scaling, and selective prediction \
      by the largest probability. With --id a detector's scores of the same images are the \
      confidence too; with --ood as well, failures on other images are told apart.
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

  @Option(
    help: ArgumentHelp("Scores of validation images to choose thresholds by.", valueName: "file"),
    completion: .file(extensions: ["csv", "gz"]))
  var validation: String?

  @Option(
    help: ArgumentHelp(
      "Scores of images of the in-distribution classes in other circumstances; may be repeated.",
      valueName: "[name=]file"),
    completion: .file(extensions: ["csv", "gz"]))
  var covariate: [String] = []

  @Option(
    help: ArgumentHelp(
      "The detector that made the scores, as ood score was given it; default: the column's name.",
      valueName: "name[:key=value,...]"))
  var detector: String?

  @Option(help: ArgumentHelp("Write thresholds to this JSON file.", valueName: "file"))
  var operatingPoint: String?

  @Option(
    help: ArgumentHelp(
      "A classifier's logits and labels; may be repeated.", valueName: "[field=]file"),
    completion: .file(extensions: ["safetensors", "npy", "csv", "gz"]))
  var outputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Logits and labels to fit the temperature on; default: --outputs.",
      valueName: "[field=]file"),
    completion: .file(extensions: ["safetensors", "npy", "csv", "gz"]))
  var fitOutputs: [String] = []

  @Option(help: "The factor between cosines and logits, such as 100; not its logarithm.")
  var logitScale: Double?

  @Option(help: ArgumentHelp("Write the risk-coverage curve to this CSV.", valueName: "file"))
  var curve: String?

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    let modes = [
      ("--explain", explain), ("--redundancy", redundancy), ("--compare", isComparison),
      ("--operating-point", operatingPoint != nil), ("--outputs", !outputs.isEmpty),
    ].filter(\.1).map(\.0)
    if modes.count > 1 {
      throw ValidationError("Choose one of \(modes.joined(separator: " and ")).")
    }
    if modes != ["--outputs"], modes != ["--operating-point"], id == nil || ood.isEmpty {
      throw ValidationError("Name a file with --id and with --ood.")
    }
    if (validation == nil) != (operatingPoint == nil)
      || validation == nil && (!covariate.isEmpty || detector != nil)
    {
      throw ValidationError(
        "--operating-point and --validation go together, --covariate and --detector with them.")
    }
    if modes == ["--operating-point"] || modes == ["--outputs"], column.count > 1 {
      throw ValidationError("Name one --column.")
    }
    if outputs.isEmpty, !fitOutputs.isEmpty || curve != nil || logitScale != nil {
      throw ValidationError("--fit-outputs, --logit-scale and --curve go with --outputs.")
    }
    if !outputs.isEmpty, id == nil, !ood.isEmpty {
      throw ValidationError("--ood needs --id, the same detector's scores of the --outputs images.")
    }
    if compare != nil, compareId != nil {
      throw ValidationError("Compare with a column (--compare) or with files (--compare-id).")
    }
    if compareId != nil ? compareOod.count != ood.count : !compareOod.isEmpty {
      throw ValidationError("Give --compare-id, and --compare-ood once for each --ood.")
    }
  }

  func run() throws {
    if !outputs.isEmpty { return try printOutputs() }
    if let validation, let operatingPoint {
      return try writeOperatingPoint(from: validation, to: operatingPoint)
    }
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
