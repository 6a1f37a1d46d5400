import Datasets
import Images
import Tokenizers

/// All that fine-tuning may see: a few labelled in-distribution images and the class names.
///
/// There is no way from here to an out-of-distribution image.
public struct FewShotTask: Sendable {
  /// The training images.
  public let images: ImageSet
  /// The prompt of each class, such as "a photo of a bag."; used by methods with fixed prompts.
  public let prompts: [String]
  public let tokenizer: BytePairTokenizer
  public let preprocessor: Preprocessor
  /// Chooses initial weights, batches and views.
  public let seed: UInt64

  /// Creates a task.
  public init(
    images: ImageSet, prompts: [String], tokenizer: BytePairTokenizer, preprocessor: Preprocessor,
    seed: UInt64
  ) {
    self.images = images
    self.prompts = prompts
    self.tokenizer = tokenizer
    self.preprocessor = preprocessor
    self.seed = seed
  }

  /// The names of the classes.
  public var classNames: [String] { images.classNames }
}
