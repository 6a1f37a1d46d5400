import ArgumentParser
import CLIPModels
import FileFormats
import FineTuning
import Images
import RandomStreams
import Tensors
import Tokenizers

/// What sweeps encode images with, on random weights and pixels; the peers are in
/// `peers/encode_images.py`.
struct ImageEncodingCase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "encode-images",
    abstract: "Image features of a batch of pixels that are ready, each time it is asked for.")

  @Option(help: "A folder whose config.json gives the shape.") var model = "models/ood-tiny"
  @Option var batch = 32
  @Option var threads = 2
  @Option(help: "Steps before the first that counts.") var warmUp = 3

  func run() throws {
    try Benchmarks.refuseDebugBuild()
    let shape = try CLIPConfiguration(folder: model)
    let clip = try CLIPModel(random: shape, seed: 1)
    var random = RandomSource(seed: 1, purpose: "benchmark data")
    let width = 3 * shape.imageSize * shape.imageSize
    let pixels = Matrix(
      rows: batch, columns: width, values: random.normals(batch * width, standardDeviation: 1))
    let encoder = ImageEncoder(
      clip, preprocessor: Preprocessor(.openAI(size: shape.imageSize)),
      workers: Workers(threads: threads))
    let program = WarmProgram(
      name: "encode-images", facts: "\"batch\": \(batch), \"threads\": \(threads)")
    try program.answer(warmUp: warmUp) {
      Double(try encoder.features(ofPixels: pixels).values[0])
    }
  }
}

/// What sweeps encode class prompts with, on random weights; the peers are in
/// `peers/encode_text.py`.
struct TextEncodingCase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "encode-text",
    abstract: "Text features of the prompts of all classes, each time it is asked for.",
    discussion: "Cutting the prompts into tokens is timed too; the peers get tokens.")

  @Option(help: "A folder whose config.json gives the shape.")
  var model = "benchmarks/shapes/vit-b-32"
  @OptionGroup var prompts: ClassPrompts
  @Option var threads = 2
  @Option(help: "Steps before the first that counts.") var warmUp = 1

  func run() throws {
    try Benchmarks.refuseDebugBuild()
    let clip = try CLIPModel(random: CLIPConfiguration(folder: model), seed: 1)
    let texts = try prompts.texts()
    let encoder = TextEncoder(
      clip, tokenizer: try prompts.tokenizer(of: model), workers: Workers(threads: threads))
    let program = WarmProgram(
      name: "encode-text", facts: "\"texts\": \(texts.count), \"threads\": \(threads)")
    try program.answer(warmUp: warmUp) { Double(try encoder.features(of: texts).values[0]) }
  }
}
