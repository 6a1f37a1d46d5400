import Tensors

/// The sizes of one tower.
public struct TowerConfiguration: Sendable, Equatable {
  /// Channels of the residual stream.
  public var width: Int
  /// Channels inside the MLP.
  public var hiddenWidth: Int
  /// The number of blocks.
  public var layers: Int
  /// The number of attention heads.
  public var heads: Int
  /// The non-linearity, from the checkpoint's configuration; never guessed.
  public var activation: Activation
  /// Added to the variance in layer normalisation.
  public var epsilon: Float

  /// Creates a tower's sizes.
  public init(
    width: Int, hiddenWidth: Int, layers: Int, heads: Int, activation: Activation,
    epsilon: Float = 1e-5
  ) {
    self.width = width
    self.hiddenWidth = hiddenWidth
    self.layers = layers
    self.heads = heads
    self.activation = activation
    self.epsilon = epsilon
  }
}

/// How the text tower finds the token whose features stand for the text.
public enum TextPooling: Sendable, Equatable {
  /// The first position of the largest token id: OpenAI's rule, and Hugging Face's for the legacy
  /// `eos_token_id` 2.
  case largestToken
  /// The first position of this token.
  case token(Int)
}

/// The shape of a CLIP model with a vision transformer.
///
/// Source: Radford et al., arXiv:2103.00020; Hugging Face `CLIPConfig`.
public struct CLIPConfiguration: Sendable, Equatable {
  public var vision: TowerConfiguration
  public var text: TowerConfiguration
  /// The side of the square input image in pixels.
  public var imageSize: Int
  /// The side of a square patch in pixels.
  public var patchSize: Int
  /// The number of token ids.
  public var vocabularySize: Int
  /// The longest text in tokens, start and end included.
  public var contextLength: Int
  /// Channels of the joint embedding.
  public var embeddingSize: Int
  public var pooling: TextPooling

  /// Creates a model's shape.
  public init(
    vision: TowerConfiguration, text: TowerConfiguration, imageSize: Int, patchSize: Int,
    vocabularySize: Int, contextLength: Int, embeddingSize: Int, pooling: TextPooling
  ) {
    self.vision = vision
    self.text = text
    self.imageSize = imageSize
    self.patchSize = patchSize
    self.vocabularySize = vocabularySize
    self.contextLength = contextLength
    self.embeddingSize = embeddingSize
    self.pooling = pooling
  }

  /// Patches along one side.
  public var grid: Int { imageSize / patchSize }
  /// Tokens of the vision tower: the class token and the patches.
  public var visionTokens: Int { grid * grid + 1 }

  /// Throws unless the sizes fit each other.
  public func validate() throws {
    for (name, tower) in [("vision", vision), ("text", text)] {
      let sizes = [tower.width, tower.hiddenWidth, tower.layers, tower.heads]
      guard sizes.allSatisfy({ $0 > 0 && $0 <= 1 << 20 }) else {
        throw ModelError("the \(name) tower has an impossible size among \(sizes)")
      }
      guard tower.width % tower.heads == 0 else {
        throw ModelError(
          "the \(name) tower's width \(tower.width) is not a multiple of its \(tower.heads) heads")
      }
    }
    let sizes = [imageSize, patchSize, vocabularySize, contextLength, embeddingSize]
    guard sizes.allSatisfy({ $0 > 0 && $0 <= 1 << 24 }) else {
      throw ModelError("the model has an impossible size among \(sizes)")
    }
    guard imageSize % patchSize == 0 else {
      throw ModelError("image size \(imageSize) is not a multiple of patch size \(patchSize)")
    }
  }
}
