import ArgumentParser
import CLIPModels
import FileFormats
import FoundationEssentials
import FineTuning
import Optimizers
import RandomStreams
import Tensors

/// Steps of full fine-tuning on random weights and images; the peer is `peers/pytorch.py`.
struct TrainingStep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Full training steps: the image tower with a head, or both towers contrastively.")

  enum Case: String, ExpressibleByArgument, CaseIterable {
    /// Image tower and classifier head, cross-entropy, every weight by AdamW.
    case full
    /// Both towers and the logit scale, symmetric contrastive loss, every weight by AdamW.
    case contrastive
  }

  @Argument var `case`: Case
  @Option(help: "A model folder whose config.json gives the shape.")
  var model = "models/ood-tiny"
  @Option var batch = 32
  @Option var classes = 10
  @Option(help: "Tokens of each text.") var textTokens = 32
  @Option var threads = 1
  @Option(help: "Steps in each repetition.") var steps = 20
  @Option var warmUp = 3
  @Option var repetitions = 1

  func run() throws {
    try Benchmarks.refuseDebugBuild()
    let shape = try CLIPConfiguration(folder: model)
    let clip = try CLIPModel(random: shape, seed: 1)
    var random = RandomSource(seed: 1, purpose: "benchmark data")
    let width = 3 * shape.imageSize * shape.imageSize
    let pixels = Matrix(
      rows: batch, columns: width, values: random.normals(batch * width, standardDeviation: 1))
    let labels = (0..<batch).map { $0 % classes }
    let length = min(textTokens, shape.contextLength)
    var end = shape.vocabularySize - 1
    if case .token(let token) = shape.pooling { end = token }
    let texts = (0..<batch).map { _ in
      (0..<length - 1).map { _ in random.below(end) } + [end]
    }
    let head = Parameter(
      "head.weight", shape: [classes, shape.embeddingSize],
      values: random.normals(classes * shape.embeddingSize, standardDeviation: 1))
    let bias = Parameter("head.bias", shape: [classes], repeating: 0)
    let trained = `case` == .full ? clip.vision.parameters + [head, bias] : clip.parameters
    for parameter in trained { parameter.isTrainable = true }
    let workers = Workers(threads: threads)
    let step = CoupledStep(training: trained, on: workers)
    let optimizer = AdamW(step.gradients.parameters)

    let images = Encoding(count: batch, shardSize: ImageEncoder.shardSize(clip)) {
      tape, range in
      let rows = [Float](pixels.values[range.lowerBound * width..<range.upperBound * width])
      return clip.vision(
        tape,
        pixels: tape.constant(Matrix(rows: range.count, columns: width, values: rows)))
    }
    let captions = Encoding(count: batch, shardSize: 32) { tape, range in
      clip.text(tape, tokens: range.map { texts[$0] })
    }
    func takeStep() {
      switch `case` {
      case .full:
        _ = step.run([.encoded(images)]) { tape, features in
          tape.crossEntropy(
            tape.linear(tape.normalized(features[0]), head, bias), labels: labels)
        }
      case .contrastive:
        _ = step.run([.encoded(images), .encoded(captions)]) { tape, features in
          tape.contrastiveLoss(
            tape.similarities(
              tape.normalized(features[0]), tape.normalized(features[1]),
              logScale: clip.logitScale))
        }
      }
      optimizer.update(step.gradients, learningRate: 1e-5, on: workers)
    }
    for _ in 0..<warmUp { takeStep() }
    for repetition in 0..<repetitions {
      let clock = ContinuousClock()
      let start = clock.now
      for _ in 0..<steps { takeStep() }
      let seconds = (clock.now - start) / .seconds(1) / Double(steps)
      StandardStream.output.write(
        """
        {"case": "\(`case`.rawValue)", "program": "ood", "repetition": \(repetition), \
        "batch": \(batch), "threads": \(threads), "seconds_per_step": \(seconds), \
        "items_per_second": \(Double(batch) / seconds), \
        "activation_floats": \(step.allocatedCount), "resident_kib": \(residentKiB())}

        """)
    }
  }

  /// The resident memory of the process now.
  private func residentKiB() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
  }
}
