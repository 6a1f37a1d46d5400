import ArgumentParser
import Configuration
import Detectors
import Experiments
import FileFormats
import FoundationEssentials
import Metrics
import Results
import Tensors

/// `ood score`: detectors on the outputs of any model.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score the outputs of any model: logits, cosines or features, from files.",
    discussion: """
      Files are .safetensors with tensors named as below, or .npy or .csv (also .gz) with one array, \
      whose name comes from FIELD=FILE, from the file's name, or is logits. Fields: logits or \
      cosines [images, classes], features [images, dimensions], labels [images], patch_cosines \
      [images, patches, classes], negative_cosines [images, negatives], perturbed_logits and \
      descriptor_cosines [images, classes], values [images]; logit_scale is the logarithm of the \
      factor between cosines and logits, as ood encode writes it.

      The CSV has the header score and one score a line, higher = more in-distribution; with several \
      detectors a column each. With --operating-point a second column accepted holds 1 for images \
      that the threshold takes for in-distribution and 0 for the others. ood ls detectors says what \
      each one reads.
      """)

  @Option(
    help: ArgumentHelp(
      "A detector, such as mcm or knn:k=10; may be repeated. Or all that the files allow.",
      valueName: "name[:key=value,...]"))
  var detector: [String]

  @Option(
    help: ArgumentHelp(
      "Outputs of the images to score; may be repeated.", valueName: "[field=]file"),
    completion: .file(extensions: ["safetensors", "npy", "csv", "gz"]))
  var test: [String]

  @Option(
    help: ArgumentHelp(
      "Outputs of in-distribution images that detectors learn from; may be repeated.",
      valueName: "[field=]file"),
    completion: .file(extensions: ["safetensors", "npy", "csv", "gz"]))
  var train: [String] = []

  @Option(
    help: ArgumentHelp(
      "The classifier: weight [classes, dimensions] and, if it has one, bias [classes].",
      valueName: "[field=]file"),
    completion: .file(extensions: ["safetensors", "npy", "csv", "gz"]))
  var head: [String] = []

  @Option(help: "The factor between cosines and logits, such as 100; not its logarithm.")
  var logitScale: Double?

  @Option(
    help: ArgumentHelp(
      "Thresholds that ood metrics --operating-point wrote, to decide by.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var operatingPoint: String?

  @Option(help: "The true positive rate of the threshold to decide by.")
  var tpr = 0.95

  @Option(help: "Its guarantee: marginal (on average) or confident (for 95 % of validation sets).")
  var guarantee = ThresholdGuarantee.marginal

  @Option(help: "The CSV file to write, or - for standard output.")
  var out: String

  @Option(help: "Threads to use; scores do not depend on it.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard !detector.contains("all") || detector.count == 1 else {
      throw ValidationError("give --detector all alone: it is every detector already")
    }
    guard operatingPoint == nil || detector.count == 1 && detector != ["all"] else {
      throw ValidationError("--operating-point decides by the scores of one --detector")
    }
    let inputs = (test + train + head).map { $0.split(separator: "=").last.map(String.init) ?? $0 }
    guard !inputs.contains(out) else {
      throw ValidationError("--out \(out) is one of the files to read; name another")
    }
  }

  func run() throws {
    let choice = try choice()
    let threshold = try operatingPoint.map { try self.threshold(in: $0, for: choice) }
    let inputs = try ScoringInputs(
      test: OutputFiles(test, option: "--test", nameless: choice.namelessField { $0.needs }),
      training: train.isEmpty
        ? nil
        : OutputFiles(
          train, option: "--train", nameless: choice.namelessField { $0.trainingNeeds }),
      head: head.isEmpty ? nil : LinearHead(files: head), logitScale: logitScale)
    let scoring = try Scoring(choice, inputs: inputs)
    for note in scoring.notes { Terminal.say("note: \(note)") }
    var header =
      detector.count == 1 && detector != ["all"]
      ? ["score"] : try scoring.detectors.map { try choiceText(of: $0) }
    if threshold != nil { header.append("accepted") }
    try write { output in
      try output(CSV.line(header) + "\n")
      _ = try scoring.run(workers: Workers(threads: threads)) {
        try output(lines($0, threshold: threshold))
      }
    }
  }

  private func choice() throws -> Scoring.Choice {
    if detector == ["all"] { return .all }
    let chosen = try decode(
      choices: detector, of: "--detector", from: allDetectors, kind: DetectorRegistry.kind)
    let labels = try chosen.map { try choiceText(of: $0) }
    if let twice = labels.first(where: { label in labels.count { $0 == label } > 1 }) {
      throw ExperimentError("--detector \(twice) is given twice")
    }
    return .some(chosen.compactMap { $0 as? any Detector })
  }

  /// The threshold of the wanted rate and guarantee, if the file was made for this detector.
  private func threshold(
    in file: String, for choice: Scoring.Choice
  ) throws -> AcceptanceThreshold {
    let point = try OperatingPointFile.read(file)
    guard case .some(let detectors) = choice, let detector = detectors.first else {
      throw ExperimentError("\(file): name the --detector that it was made for")
    }
    let made = point.settings.isEmpty ? point.detector : "\(point.detector):\(point.settings)"
    let wanted = try choiceText(of: detector)
    guard made == wanted else {
      // `ood score` calls a lone column score, which tells no detector.
      let hint =
        point.detector == "score"
        ? "name the detector with ood metrics --detector where you make the file"
        : "thresholds of one detector mean nothing for another"
      throw ExperimentError(
        "\(file): its thresholds were made for '\(made)', not for '\(wanted)'; \(hint)")
    }
    guard let threshold = point.threshold(level: tpr, guarantee: guarantee) else {
      let known = point.thresholds.map { "\($0.level) \($0.guarantee.rawValue)" }
      throw ExperimentError(
        "\(file): no threshold for --tpr \(tpr) --guarantee \(guarantee.rawValue); it has "
          + known.joined(separator: ", "))
    }
    return threshold
  }

  /// Scores as lines, in the shortest form that reads back equal.
  private func lines(_ scores: [[Double]], threshold: AcceptanceThreshold?) -> String {
    var text = ""
    for image in scores[0].indices {
      for (column, values) in scores.enumerated() {
        if column > 0 { text += "," }
        text += "\(values[image])"
      }
      if let threshold { text += threshold.accepts(scores[0][image]) ? ",1" : ",0" }
      text += "\n"
    }
    return text
  }

  private func write(_ body: ((String) throws -> Void) throws -> Void) throws {
    if out == "-" { return try body(Terminal.print) }
    try AtomicFile.write(to: out) { file in try body(file.write) }
  }
}

extension ThresholdGuarantee: ExpressibleByArgument {}
