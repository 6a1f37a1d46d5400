import CLIPModels
import Configuration
import FileFormats
import FoundationEssentials
import Optimizers
import Tensors
import Tokenizers

extension Pretraining {
  /// What a checkpoint must agree on to be continued: settings and corpus.
  private func fingerprint() throws -> String {
    let settings = try settings(of: configuration).canonicalText
    return SHA256.hexDigest(of: [UInt8]("\(settings) \(corpus.contentHash)".utf8))
  }

  /// Writes weights, optimiser state and step; an interrupted write leaves the older file.
  public func save(to path: String) throws {
    try TrainingState(model.parameters, optimizer).write(to: path, fingerprint: fingerprint())
  }

  /// Continues from a checkpoint of the same settings and corpus, if there is one.
  ///
  /// - Returns: whether there was one.
  public func resume(from path: String) throws -> Bool {
    do {
      let state = TrainingState(model.parameters, optimizer)
      return try state.restore(from: path, fingerprint: fingerprint()) != nil
    } catch TrainingStateError.otherTraining {
      throw PretrainingError(
        "\(path): a checkpoint of other settings or another corpus; choose another --out or delete "
          + "the file")
    } catch let error as TrainingStateError {
      throw PretrainingError("\(error)")
    }
  }

  /// Writes the model folder: configuration, F16 weights, tokenizer, preprocessing.
  public func writeModel(folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try model.write(folder: folder, as: .f16)
    try tokenizer.write(folder: folder, contextLength: configuration.contextLength)
    try AtomicFile.write(configuration.preprocessorJSON, to: "\(folder)/preprocessor_config.json")
  }
}

extension PretrainingConfiguration {
  /// Hugging Face's keys for the preprocessing that fits the training images.
  var preprocessorJSON: String {
    func list(_ values: [Float]) -> String { values.map(\.description).joined(separator: ", ") }
    return """
      {
        "background": 255,
        "crop_size": {"height": \(imageSize), "width": \(imageSize)},
        "do_center_crop": true,
        "do_convert_rgb": true,
        "do_normalize": true,
        "do_rescale": true,
        "do_resize": true,
        "image_mean": [\(list(mean))],
        "image_processor_type": "CLIPImageProcessor",
        "image_std": [\(list(standardDeviation))],
        "resample": 3,
        "size": {"shortest_edge": \(imageSize)}
      }

      """
  }
}
