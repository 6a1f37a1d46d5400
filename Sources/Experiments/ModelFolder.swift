import CLIPModels
import FileFormats
import FoundationEssentials
import Images
import Tokenizers

/// A model folder on disk: weights, tokenizer and preprocessing that belong together.
public struct ModelFolder: Sendable {
  public let path: String
  /// SHA-256 over all that decides features: weights, configuration, tokenizer, preprocessing.
  public let weightsHash: String
  public let tokenizer: BytePairTokenizer
  public let preprocessing: PreprocessingConfiguration

  /// Opens a folder; the weights are read by `load`.
  public init(_ path: String) throws {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else {
      throw ExperimentError(
        "\(path): no such model folder; 'ood ls models' lists the shipped ones")
    }
    let configuration = try CLIPConfiguration(folder: path)
    weightsHash = try ModelFolder.weightsHash(path)
    tokenizer = try BytePairTokenizer(folder: path)
    preprocessing = try ModelFolder.preprocessing(path)
    guard preprocessing.size == configuration.imageSize else {
      throw ExperimentError(
        "\(path): images are preprocessed to \(preprocessing.size) pixels, the model takes "
          + "\(configuration.imageSize)")
    }
  }

  /// Finds a model by path, or by name in the folder of shipped models.
  public init(named name: String, in models: String) throws {
    let shipped = "\(models)/\(name)"
    try self.init(
      name.contains("/") || !FileManager.default.fileExists(atPath: shipped) ? name : shipped)
  }

  /// Everything that decides what the model makes of images and texts as it is.
  func identity() throws -> String {
    let text = try JSONEncoder.sorted.encode(preprocessing)
    return weightsHash + "\n" + String(decoding: text, as: UTF8.self)
  }

  /// Reads the weights into a new model.
  public func load() throws -> CLIPModel { try CLIPModel(folder: path) }

  private static let settingFiles = [
    "config.json", "open_clip_config.json", "merges.txt", "preprocessor_config.json",
    "tokenizer.json", "vocab.json",
  ]

  private static func weightsHash(_ path: String) throws -> String {
    let entries = try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(".safetensors") }.sorted()
    var hasher = SHA256.Hasher()
    for entry in entries + ModelFolder.settingFiles
    where FileManager.default.fileExists(atPath: "\(path)/\(entry)") {
      hasher.update("\(entry) \(try SHA256.hexDigest(ofFile: "\(path)/\(entry)"))\n")
    }
    return hasher.finalize()
  }

  /// The preprocessing that a folder declares: Hugging Face's file or open_clip's.
  public static func preprocessing(_ path: String) throws -> PreprocessingConfiguration {
    let huggingFace = "\(path)/preprocessor_config.json"
    if FileManager.default.fileExists(atPath: huggingFace) {
      return try .huggingFace(path: huggingFace)
    }
    let openCLIP = "\(path)/open_clip_config.json"
    if FileManager.default.fileExists(atPath: openCLIP) { return try .openCLIP(path: openCLIP) }
    let size = try CLIPConfiguration(folder: path).imageSize
    return .openAI(size: size)
  }
}
