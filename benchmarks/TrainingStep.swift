import ArgumentParser
import CLIPModels
import FineTuning
import FoundationEssentials
import Optimizers
import Tensors

/// Steps of full fine-tuning on random weights and images; the peer is `peers/train.py`.
struct TrainingStep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Full training steps, each when it is asked for.",
    discussion: """
      Captions are prompts of the images' classes, cut into tokens before the first step.
      `activation_floats` and `resident_kib` show whether memory stays flat.
      """)

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
  @Option(help: "Classes of the head.") var classes = 10
  @OptionGroup var prompts: ClassPrompts
  @Option var threads = 2
  @Option(help: "Steps before the first that counts.") var warmUp = 3

  func run() throws {
    try Benchmarks.refuseDebugBuild()
    let shape = try CLIPConfiguration(folder: model)
    let clip = try CLIPModel(random: shape, seed: 1)
    var noise = Noise(shape)
    let pixels = noise.pixels(batch)
    let labels = (0..<batch).map { $0 % classes }
    let texts = try prompts.tokens(
      by: prompts.tokenizer(of: model), contextLength: shape.contextLength, most: batch)
    let (head, bias) = noise.head(classes: classes)
    let trained = `case` == .full ? clip.vision.parameters + [head, bias] : clip.parameters
    for parameter in trained { parameter.isTrainable = true }
    let workers = Workers(threads: threads)
    let step = CoupledStep(training: trained, on: workers)
    let optimizer = AdamW(step.gradients.parameters)

    // The shards of a sweep's trainings.
    let images = Encoding(count: batch, shardSize: ImageEncoder.shardSize(shape)) { tape, range in
      clip.vision(tape, pixels: tape.constant(pixels.selecting(range)))
    }
    let captions = Encoding(count: batch, shardSize: (batch + 1) / 2) { tape, range in
      clip.text(tape, tokens: range.map { texts[$0] })
    }
    let program = WarmProgram(
      name: "train-\(`case`.rawValue)", facts: "\"batch\": \(batch), \"threads\": \(threads)")
    let memory = {
      "\"activation_floats\": \(step.allocatedCount), \"resident_kib\": \(residentKiB())"
    }
    try program.answer(warmUp: warmUp, more: memory) {
      let loss: Float
      switch `case` {
      case .full:
        loss = step.run([.encoded(images)]) { tape, features in
          tape.crossEntropy(
            tape.linear(tape.normalized(features[0]), head, bias), labels: labels)
        }
      case .contrastive:
        loss = step.run([.encoded(images), .encoded(captions)]) { tape, features in
          tape.contrastiveLoss(
            tape.similarities(
              tape.normalized(features[0]), tape.normalized(features[1]),
              logScale: clip.logitScale))
        }
      }
      optimizer.update(step.gradients, learningRate: 1e-5, on: workers)
      return Double(loss)
    }
  }

  /// The resident memory of the process now.
  private func residentKiB() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
  }
}
