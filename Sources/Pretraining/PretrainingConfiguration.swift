import Configuration

/// The settings of a training from scratch on image-caption pairs.
public struct PretrainingConfiguration: Configurable {
  public static let name = "pretraining"

  /// The corpus: a CSV file of captions and a safetensors file of images.
  public var captions = ""
  public var images = ""
  /// Held-out pairs for the retrieval figure at the end; empty for none. Never used for selection.
  public var heldOutCaptions = ""
  public var heldOutImages = ""
  /// Token ids to learn from the captions.
  public var vocabularySize = 4_096
  public var contextLength = 32
  public var imageSize = 32
  public var patchSize = 4
  public var embeddingSize = 128
  public var visionWidth = 128
  public var visionLayers = 6
  public var visionHeads = 4
  public var textWidth = 128
  public var textLayers = 4
  public var textHeads = 4
  public var mean: [Float] = [0.481_454_66, 0.457_827_5, 0.408_210_73]
  public var standardDeviation: [Float] = [0.268_629_54, 0.261_302_58, 0.275_777_11]

  public var seed = 1
  public var epochs = 40
  public var batchSize = 256
  public var learningRate = 1e-3
  public var warmupSteps = 200
  public var weightDecay = 0.1
  public var beta2 = 0.98
  public var gradientClip = 1.0
  /// The share of patches that a training step looks at (FLIP, arXiv:2212.00794).
  public var patchShare = 0.5
  /// The last share of the epochs that looks at all patches.
  public var unmaskedShare = 0.2
  /// The probability of taking an image's first caption; else any of its captions.
  public var nameProbability = 0.4
  /// Augmentation of the images.
  public var minimumCropArea = 0.4
  public var flipProbability = 0.5
  public var grayscaleProbability = 0.15
  public var colourJitter = 0.3
  public var negativeProbability = 0.0
  /// Steps between checkpoints.
  public var checkpointEvery = 200

  public init() {}
}
