import ArgumentParser
import CLIPModels
import FineTuning
import Images
import Tensors

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
    var noise = Noise(shape)
    let pixels = noise.pixels(batch)
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
    abstract: "Text features of prompts of all classes whose tokens are ready, when asked for.")

  @Option(help: "A folder whose config.json gives the shape.")
  var model = "benchmarks/shapes/vit-b-32"
  @OptionGroup var prompts: ClassPrompts
  @Option var threads = 2
  @Option(help: "Steps before the first that counts.") var warmUp = 1

  func run() throws {
    try Benchmarks.refuseDebugBuild()
    let shape = try CLIPConfiguration(folder: model)
    let clip = try CLIPModel(random: shape, seed: 1)
    let tokenizer = try prompts.tokenizer(of: model)
    let tokens = try prompts.tokens(by: tokenizer, contextLength: shape.contextLength)
    let encoder = TextEncoder(clip, tokenizer: tokenizer, workers: Workers(threads: threads))
    let program = WarmProgram(
      name: "encode-text", facts: "\"texts\": \(tokens.count), \"threads\": \(threads)")
    try program.answer(warmUp: warmUp) {
      Double(try encoder.features(ofTokens: tokens).values[0])
    }
  }
}
