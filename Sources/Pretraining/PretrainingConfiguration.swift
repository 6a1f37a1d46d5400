import Configuration

/// The settings of a training from scratch on image-caption pairs.
public struct PretrainingConfiguration: Configurable {
  public static let name = "pretraining"

  /// The corpus: a CSV file of captions and a safetensors file of images.
  public var captions = ""
  public var images = ""
  /// Held-out pairs for the retrieval figure at the end; empty for none.
  ///
  /// They are never used for selection.
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

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    func check(_ setting: String, _ isRight: Bool, _ message: String) {
      if !isRight { problems.append(SettingProblem(setting, message)) }
    }
    let sizes = [
      ("batch_size", batchSize), ("epochs", epochs), ("embedding_size", embeddingSize),
      ("vision_width", visionWidth), ("vision_layers", visionLayers),
      ("vision_heads", visionHeads), ("text_width", textWidth), ("text_layers", textLayers),
      ("text_heads", textHeads), ("patch_size", patchSize), ("image_size", imageSize),
      ("checkpoint_every", checkpointEvery),
    ]
    for (setting, value) in sizes { check(setting, value >= 1, "must be at least 1, got \(value)") }
    check(
      "vocabulary_size", vocabularySize >= 514,
      "must be at least 514 (512 bytes and 2 special tokens), got \(vocabularySize)")
    check(
      "context_length", contextLength >= 3,
      "must hold a start, a word and an end token, got \(contextLength)")
    check("seed", seed >= 0, "must not be negative, got \(seed)")
    check("warmup_steps", warmupSteps >= 0, "must not be negative, got \(warmupSteps)")
    check(
      "learning_rate", learningRate >= 0 && learningRate.isFinite,
      "must be a number from 0, got \(learningRate)")
    check("mean", mean.count == 3, "must have 3 values, got \(mean.count)")
    check(
      "standard_deviation", standardDeviation.count == 3 && standardDeviation.allSatisfy { $0 > 0 },
      "must have 3 positive values, got \(standardDeviation)")
    let shares = [
      ("patch_share", patchShare), ("unmasked_share", unmaskedShare),
      ("name_probability", nameProbability), ("minimum_crop_area", minimumCropArea),
      ("flip_probability", flipProbability), ("grayscale_probability", grayscaleProbability),
      ("colour_jitter", colourJitter), ("negative_probability", negativeProbability),
    ]
    for (setting, value) in shares {
      check(setting, value >= 0 && value <= 1, "must lie in [0, 1], got \(value)")
    }
    return problems
  }
}
