import ArgumentParser
import Configuration
import Detectors
import FileFormats
import Tensors

/// Detectors on large inputs; the peer is `peers/scoring.py PROGRAM CASE`.
struct DetectorCase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detectors", abstract: "Fit and score one detector, or three on the same logits.")

  @Argument(help: "A detector's name, or `logits` for mcm, energy and max-logit in turn.")
  var `case`: String
  @Option(help: "The folder that peers/inputs.py wrote.") var inputs: String
  @Option var threads = 2
  @Option var repetitions = 3

  func run() throws {
    try Benchmarks.refuseDebugBuild()
    let names = `case` == "logits" ? ["mcm", "energy", "max-logit"] : [`case`]
    let detectors = try names.map { name in
      guard let type = allDetectors.first(where: { $0.name == name }) else {
        throw ValidationError("there is no detector '\(name)'")
      }
      return type.init()
    }
    let workers = Workers(threads: threads)
    let measurement = Measurement(repetitions: repetitions)
    if detectors.allSatisfy({ type(of: $0).needs.isSubset(of: [.logits, .cosines]) }) {
      let logits = try matrix("logits", in: "logits")
      try measurement.report(`case`, threads: threads) {
        try detectors.map { detector in
          try detector.scores(ofImages: logits.rows, workers: workers) {
            try ModelOutputs([.logits: DoubleMatrix(logits, rows: $0)], logitScale: 100)
          }[0]
        }.reduce(0, +)
      }
      return
    }
    let labels = try SafetensorsFile("\(inputs)/features.safetensors").integers("labels")
    let train = try matrix("train", in: "features")
    let test = try matrix("test", in: "features")
    try measurement.report(`case`, threads: threads) {
      let training = try ModelOutputs(
        [.features: DoubleMatrix(train)], labels: labels.map { Int($0) })
      let fitted = try detectors[0].fitted(to: training)
      return try fitted.scores(ofImages: test.rows, workers: workers) {
        try ModelOutputs([.features: DoubleMatrix(test, rows: $0)])
      }[0]
    }
  }

  private func matrix(_ name: String, in file: String) throws -> Matrix {
    let file = try SafetensorsFile("\(inputs)/\(file).safetensors")
    guard let shape = file.shape(name), shape.count == 2 else {
      throw ValidationError("\(file.path) has no matrix '\(name)'; make it with peers/inputs.py")
    }
    return Matrix(rows: shape[0], columns: shape[1], values: try file.floats(name))
  }
}
