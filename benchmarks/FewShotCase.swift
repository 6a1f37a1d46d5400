import ArgumentParser
import CLIPModels
import Configuration
import Datasets
import FileFormats
import FineTuning
import FoundationEssentials
import Images
import RandomStreams
import Tensors
import Tokenizers

/// Few-shot trainings on random weights and images; the peer is `peers/few_shot.py`.
struct FewShotCase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "few-shot",
    abstract: "Steps of CoOp or CLIP-LoRA as a sweep takes them, each when it is asked for.",
    discussion: """
      Says when it is warm, then answers each line of standard input with a JSON line: `step` takes \
      a training step, `encode` encodes --images images. benchmarks/run asks it and the peers in \
      turn.
      """)

  enum Case: String, ExpressibleByArgument, CaseIterable {
    /// 16 context vectors before the names, both towers frozen, image features kept.
    case coop
    /// Rank 2 at q, k and v of all layers of both towers, dropout 0.25.
    case clipLoRA = "clip-lora"
  }

  @Argument var `case`: Case
  @Option(help: "A folder whose config.json gives the shape.")
  var model = "benchmarks/shapes/vit-b-32"
  @Option(help: "The names of the classes, one a line.")
  var names = "benchmarks/few-shot/caltech101.txt"
  @Option(help: "CLIP's byte-pair vocabulary.")
  var vocabulary = "Tests/TokenizersTests/Fixtures/bpe_simple_vocab_16e6.txt.gz"
  @Option var batch = 32
  @Option(help: "Images that `encode` encodes.") var images = 320
  @Option(help: "centre, mild or coop: with crops, images are encoded in every step.")
  var views = "centre"
  @Option var threads = 2
  @Option(help: "Steps before the first that counts.") var warmUp = 2

  func run() throws {
    try Benchmarks.refuseDebugBuild()
    guard let views = TrainingConfiguration.Views(rawValue: views) else {
      throw ValidationError("there are no views '\(views)'")
    }
    let shape = try CLIPConfiguration(folder: model)
    let clip = try CLIPModel(random: shape, seed: 1)
    let workers = Workers(threads: threads)
    let task = try task(shape)
    let tuner = FineTuner(clip, on: task, method: method(views), workers: workers)
    let encoder = ImageEncoder(clip, preprocessor: task.preprocessor, workers: workers)
    let encoded = task.images.selecting((0..<images).map { $0 % task.images.count })
    let clock = ContinuousClock()
    var start: ContinuousClock.Instant?
    do {
      _ = try tuner.train { step, _, loss in
        let now = clock.now
        guard step >= warmUp else { return }
        if let start {
          report("step", (now - start) / .seconds(1), loss: loss)
        } else {
          report("warm", 0, loss: loss)
        }
        while true {
          switch readLine() {
          case "step":
            start = clock.now
            return
          case "encode":
            let began = clock.now
            _ = try encoder.features(of: encoded)
            report("encode", (clock.now - began) / .seconds(1) / Double(images), loss: loss)
          default: throw Finished()
          }
        }
      }
    } catch is Finished {}
  }

  /// No more commands.
  private struct Finished: Error {}

  /// The published settings but for the views: of whole images, features can be kept.
  private func method(_ views: TrainingConfiguration.Views) -> any FineTuningMethod {
    // Steps are taken as long as they are asked for.
    func open(_ training: TrainingConfiguration) -> TrainingConfiguration {
      var open = training
      open.epochs = 100_000
      open.batchSize = batch
      open.views = views
      return open
    }
    switch `case` {
    case .coop:
      var method = CoOp()
      method.training = open(method.training)
      return method
    case .clipLoRA:
      var method = LoRA()
      method.training = open(method.training)
      return method
    }
  }

  /// Two batches of noise, of classes in turn.
  private func task(_ shape: CLIPConfiguration) throws -> FewShotTask {
    let text = String(decoding: try FileBytes.read(names), as: UTF8.self)
    let classes = text.split(separator: "\n").map(String.init)
    var random = RandomSource(seed: 1, purpose: "benchmark images")
    let count = 2 * batch
    let side = shape.imageSize
    let samples = (0..<count * side * side * 3).map { _ in UInt8(random.below(256)) }
    return FewShotTask(
      images: ImageSet(
        name: "noise", classNames: classes, labels: (0..<count).map { $0 % classes.count },
        sampleIDs: (0..<count).map { "\($0)" }, width: side, height: side, mode: .rgb,
        samples: samples),
      templates: [PromptTemplate("a photo of a {}.")],
      tokenizer: try BytePairTokenizer(openCLIPVocabulary: vocabulary),
      preprocessor: Preprocessor(.openAI(size: side)), seed: 1)
  }

  private func report(_ command: String, _ seconds: Double, loss: Float) {
    StandardStream.output.write(
      """
      {"case": "\(`case`.rawValue)", "program": "ood", "command": "\(command)", \
      "views": "\(views)", "batch": \(batch), "threads": \(threads), "seconds": \(seconds), \
      "loss": \(loss), "peak_mib": \(Measurement.peakKiB() / 1024)}

      """)
  }
}
