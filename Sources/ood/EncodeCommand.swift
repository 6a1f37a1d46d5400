import ArgumentParser
import Experiments
import FoundationEssentials
import Images
import Tensors

/// `ood encode`: features of images and texts as safetensors.
struct EncodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "encode",
    abstract: "Write image and text features of a model folder as safetensors.",
    discussion: """
      The file holds image_features and text_features (after the projections, not normalised) and \
      logit_scale (the stored logarithm).
      """)

  @Option(help: "The model folder.", completion: .directory)
  var model: String

  @Option(
    help: "What training made of the model: a folder of ood sweep --keep-adapters, or peft's LoRA.",
    completion: .directory)
  var adapter: String?

  @Option(help: "A folder of PNG and JPEG files, or a text file with one path a line.")
  var images: String?

  @Option(help: "A safetensors file with pixel_values [images, 3, height, width], normalised.")
  var pixels: String?

  @Option(help: "A text file with one text a line.")
  var texts: String?

  @Option(help: "A safetensors file with input_ids [texts, tokens].")
  var tokenIds: String?

  @Option(help: "Preprocessing in place of the folder's: openai, hf-v5 or mcm-2022.")
  var preprocess: String?

  @Option(help: "The safetensors file to write.")
  var out: String

  @Option(help: "Threads to use; results do not depend on it.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard images != nil || pixels != nil || texts != nil || tokenIds != nil else {
      throw ValidationError("give one of --images, --pixels, --texts, --token-ids")
    }
    guard images == nil || pixels == nil else {
      throw ValidationError("give --images or --pixels, not both: they make the same tensor")
    }
    guard texts == nil || tokenIds == nil else {
      throw ValidationError("give --texts or --token-ids, not both: they make the same tensor")
    }
  }

  func run() throws {
    var export = try FeatureExport(
      folder: model, adapter: adapter, workers: Workers(threads: threads))
    if let images { try export.add(images: images, preprocessing: preprocessing()) }
    if let pixels { try export.add(pixels: pixels) }
    if let texts { try export.add(texts: texts) }
    if let tokenIds { try export.add(tokenIDs: tokenIds) }
    try export.write(to: out)
  }

  private func preprocessing() throws -> PreprocessingConfiguration {
    let own = try ModelFolder.preprocessing(model)
    guard let preprocess else { return own }
    guard let preset = PreprocessingConfiguration(preset: preprocess, size: own.size) else {
      throw ExperimentError(
        "unknown preprocessing '\(preprocess)'; known: "
          + PreprocessingConfiguration.presetNames.joined(separator: ", "))
    }
    return preset
  }
}
