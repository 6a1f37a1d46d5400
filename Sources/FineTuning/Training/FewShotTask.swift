import Datasets
import Images
import Tensors
import Tokenizers

/// All that fine-tuning may see: a few labelled in-distribution images and the class names.
///
/// There is no way from here to an image that detectors are measured on. Out-of-distribution images
/// are among them only where a supervision was asked to contaminate its pool.
public struct FewShotTask: Sendable {
  /// The training images.
  public let images: ImageSet
  /// Soft labels of the training images, `[images, classes]`, rows of sum 1; nil where the labels are
  /// all there is.
  public let targets: Matrix?
  /// The prompt of each class, such as "a photo of a bag."; used by methods with fixed prompts.
  public let prompts: [String]
  /// Prompt templates with `{}` for the class name; the first makes `prompts`, all the ensemble.
  public let templates: [PromptTemplate]
  /// A few more labelled images of the same classes, to choose settings on; none where the data set
  /// has no validation part.
  public let validation: ImageSet
  /// Images of other classes that a guardrail measures; nil where there is none.
  public let heldOut: HeldOutClasses?
  /// What the classes look like, in words; nil where nothing reads it.
  public let descriptors: ClassDescriptors?
  /// Training images of other benchmarks that an objective asks for, in its order.
  public let captioned: [ImageSet]
  public let tokenizer: BytePairTokenizer
  public let preprocessor: Preprocessor
  /// Chooses initial weights, batches and views.
  public let seed: UInt64

  /// Creates a task.
  ///
  /// - Parameters:
  ///   - images: the training images.
  ///   - targets: their soft labels, where the supervision gives such.
  ///   - templates: prompt templates, at least one; the first one's prompts are the fixed ones.
  ///   - validation: labelled images to choose settings on; none by default.
  ///   - heldOut: images of other classes that a guardrail measures; none by default.
  ///   - descriptors: what the classes look like, in words.
  ///   - captioned: training images of other benchmarks that an objective asks for.
  ///   - tokenizer: the model's.
  ///   - preprocessor: the model's.
  ///   - seed: chooses initial weights, batches and views.
  public init(
    images: ImageSet, targets: Matrix? = nil, templates: [PromptTemplate],
    validation: ImageSet? = nil, heldOut: HeldOutClasses? = nil,
    descriptors: ClassDescriptors? = nil,
    captioned: [ImageSet] = [],
    tokenizer: BytePairTokenizer, preprocessor: Preprocessor, seed: UInt64
  ) {
    require(!templates.isEmpty, "a task needs a prompt template")
    require(
      targets.map { $0.rows == images.count && $0.columns == images.classNames.count } ?? true,
      "soft labels must be [images, classes]")
    self.images = images
    self.targets = targets
    self.templates = templates
    self.validation = validation ?? images.selecting([])
    prompts = images.classNames.map(templates[0].callAsFunction)
    self.heldOut = heldOut
    self.descriptors = descriptors
    self.captioned = captioned
    self.tokenizer = tokenizer
    self.preprocessor = preprocessor
    self.seed = seed
  }

  /// Training images a class, of the class with the most: the shots that were asked for, unless no
  /// class has as many.
  public var shots: Int { images.indicesByClass.map(\.count).max() ?? 0 }

  /// The names of the classes.
  public var classNames: [String] { images.classNames }
}
