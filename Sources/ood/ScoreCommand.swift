import ArgumentParser
import Configuration
import Detectors
import Experiments
import FileFormats
import FoundationEssentials
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
      detectors a column each. ood ls detectors says what each one reads.
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

  @Option(help: "The CSV file to write, or - for standard output.")
  var out: String

  @Option(help: "Threads to use; scores do not depend on it.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard !detector.contains("all") || detector.count == 1 else {
      throw ValidationError("give --detector all alone: it is every detector already")
    }
    let inputs = (test + train + head).map { $0.split(separator: "=").last.map(String.init) ?? $0 }
    guard !inputs.contains(out) else {
      throw ValidationError("--out \(out) is one of the files to read; name another")
    }
  }

  func run() throws {
    let choice = try choice()
    let inputs = try ScoringInputs(
      test: OutputFiles(test, option: "--test", nameless: choice.namelessField { $0.needs }),
      training: train.isEmpty
        ? nil
        : OutputFiles(
          train, option: "--train", nameless: choice.namelessField { $0.trainingNeeds }),
      head: head.isEmpty ? nil : LinearHead(files: head), logitScale: logitScale)
    let scoring = try Scoring(choice, inputs: inputs)
    for note in scoring.notes { Terminal.say("note: \(note)") }
    let header =
      scoring.detectors.count == 1 && detector != ["all"]
      ? ["score"] : try detectorLabels(scoring.detectors)
    try write { output in
      try output(CSV.line(header) + "\n")
      _ = try scoring.run(workers: Workers(threads: threads)) { try output(lines($0)) }
    }
  }

  private func choice() throws -> Scoring.Choice {
    if detector == ["all"] { return .all }
    let chosen = try decode(
      choices: detector, of: "--detector", from: allDetectors, kind: DetectorRegistry.kind)
    return .some(chosen.compactMap { $0 as? any Detector })
  }

  /// Scores as lines, in the shortest form that reads back equal.
  private func lines(_ scores: [[Double]]) -> String {
    var text = ""
    for image in scores[0].indices {
      for (column, values) in scores.enumerated() {
        if column > 0 { text += "," }
        text += "\(values[image])"
      }
      text += "\n"
    }
    return text
  }

  private func write(_ body: ((String) throws -> Void) throws -> Void) throws {
    if out == "-" { return try body(Terminal.print) }
    try AtomicFile.write(to: out) { file in try body(file.write) }
  }
}
