import CLIPModels
import Configuration
import FileFormats
import FineTuning
import FoundationEssentials
import Images
import Tokenizers

/// A model folder on disk: weights, tokenizer and preprocessing that belong together.
///
/// A folder of low-rank deltas as peft writes it is one too: the model that its
/// `base_model_name_or_path` names, with the deltas merged into its weights.
public struct ModelFolder: Sendable {
  public let path: String
  /// The low-rank deltas that are merged into the weights.
  private let adapter: String?
  /// SHA-256 over all that decides features: weights, configuration, tokenizer, preprocessing.
  public let weightsHash: String
  public let tokenizer: BytePairTokenizer
  public let preprocessing: PreprocessingConfiguration
  /// What decides bits beside weights and code: the type of numbers, the size of shards.
  let numerics: JSONValue

  /// Opens a folder; the weights are read by `load`.
  public init(_ path: String) throws {
    try self.init(base: path, adapter: nil)
  }

  private init(base path: String, adapter: String?) throws {
    self.path = path
    self.adapter = adapter
    guard FileManager.default.fileExists(atPath: path) else {
      throw ExperimentError(
        "\(path): no such model folder; 'ood ls models' lists the shipped ones")
    }
    let configuration = try CLIPConfiguration(folder: path)
    let baseHash = try ModelFolder.weightsHash(path)
    if let adapter {
      try AdapterDescription(folder: adapter)?.check(base: path, sha256: baseHash, in: adapter)
      weightsHash = SHA256.hexDigest(
        of: [UInt8]("\(baseHash)\n\(try ModelFolder.weightsHash(adapter))\n".utf8))
    } else {
      weightsHash = baseHash
    }
    numerics = .object([
      "dtype": .string("f32"),
      "shard_tokens": .integer(ImageEncoder.shardTokens(configuration)),
    ])
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
    let path =
      name.contains("/") || !FileManager.default.fileExists(atPath: shipped) ? name : shipped
    guard LowRankFolder.isOne(path) else {
      try self.init(path)
      return
    }
    guard let base = try LowRankFolder.base(of: path), !LowRankFolder.isOne(base) else {
      throw ExperimentError(
        "\(path): low-rank deltas whose base_model_name_or_path names no model; put the name of a "
          + "folder in \(models) or a path there")
    }
    let shippedBase = "\(models)/\(base)"
    try self.init(
      base: FileManager.default.fileExists(atPath: shippedBase) ? shippedBase : base, adapter: path)
  }

  /// Everything that decides what the model makes of images and texts as it is.
  func identity() throws -> String {
    let text = try JSONEncoder.sorted.encode(preprocessing)
    return weightsHash + "\n" + String(decoding: text, as: UTF8.self)
  }

  /// Reads the weights into a new model.
  public func load() throws -> CLIPModel {
    let model = try CLIPModel(folder: path)
    if let adapter {
      try LowRankFolder.read(adapter, into: model)
      _ = model.mergeAdapters()
    }
    return model
  }

  private static let settingFiles = [
    "adapter_config.json", "config.json", "open_clip_config.json", "merges.txt",
    "preprocessor_config.json",
    "tokenizer.json", "vocab.json",
  ]

  /// SHA-256 over all that decides features, of a folder without deltas.
  static func weightsHash(_ path: String) throws -> String {
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
