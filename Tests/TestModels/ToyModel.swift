import CLIPModels
import FileFormats
import Tensors
import Tokenizers

/// A random CLIP model small enough to train in a test: 16 x 16 images, two layers a tower.
public enum ToyModel {
  /// The side of its images.
  public static let imageSize = 16
  /// The longest text: CoOp's 16 context vectors and a class name fit.
  public static let contextLength = 32
  /// Channels of the image tower.
  public static let visionWidth = 16
  /// Channels of the text tower.
  public static let textWidth = 24
  /// Channels of the joint embedding.
  public static let embeddingSize = 12
  /// Blocks of each tower.
  public static let layers = 2
  /// The side of a patch.
  public static let patchSize = 4

  /// A vocabulary in CLIP's format, learnt from the captions of the toy images.
  public static let tokenizer = BytePairTokenizer.learn(
    from: ToyImages.captions, vocabularySize: 540, contextLength: contextLength)

  /// A model with random weights.
  public static func make(seed: UInt64 = 1) throws -> CLIPModel {
    func tower(_ width: Int) -> TowerConfiguration {
      TowerConfiguration(
        width: width, hiddenWidth: 4 * width, layers: layers, heads: 2, activation: .quickGELU)
    }
    return try CLIPModel(
      random: CLIPConfiguration(
        vision: tower(visionWidth), text: tower(textWidth), imageSize: imageSize,
        patchSize: patchSize, vocabularySize: tokenizer.vocabularyCount,
        contextLength: contextLength, embeddingSize: embeddingSize,
        pooling: .token(tokenizer.endToken)), seed: seed)
  }

  /// Writes a complete model folder into an existing, empty folder.
  public static func write(to folder: String, seed: UInt64 = 1) throws {
    try make(seed: seed).write(folder: folder)
    try tokenizer.write(folder: folder, contextLength: contextLength)
    try AtomicFile.write(
      """
      {"crop_size": \(imageSize), "size": {"shortest_edge": \(imageSize)}, "resample": 3,
       "image_mean": [0.5, 0.5, 0.5], "image_std": [0.25, 0.25, 0.25]}
      """, to: "\(folder)/preprocessor_config.json")
  }
}
