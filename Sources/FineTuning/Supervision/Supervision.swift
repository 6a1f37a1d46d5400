import CLIPModels
import Configuration
import Datasets
import Images
import Tensors
import Tokenizers

/// What a training is told of its images: the supervision axis.
///
/// A conforming type is one file of `Supervision/` and a line in `allSupervisions`. It sees
/// in-distribution training images only, unless it is asked to contaminate them with others, which are
/// never among those that detectors are measured on.
public protocol Supervision: Configurable {
  /// Raised whenever its labels change; part of the run id where it is used.
  static var revision: Int { get }

  /// The images to train on, with the labels that training gets.
  ///
  /// - Parameters:
  ///   - shots: the few labelled images that the unit would train on, with their true labels.
  ///   - scene: what else there is.
  func supervised(_ shots: ImageSet, in scene: SupervisionScene) throws -> SupervisedShots
}

/// Images with the labels that training gets.
public struct SupervisedShots: Sendable {
  /// The images; their labels are those that are given, right or wrong.
  public var images: ImageSet
  /// Soft labels `[images, classes]`, rows of sum 1; nil where the labels are all there is.
  public var targets: Matrix?

  /// Gathers images and labels.
  public init(images: ImageSet, targets: Matrix? = nil) {
    self.images = images
    self.targets = targets
  }
}

/// What a supervision may look at beside the shots.
public struct SupervisionScene {
  /// All in-distribution training images, of which the shots are some.
  public let pool: ImageSet
  /// Training images a class that were asked for.
  public let shots: Int
  /// Chooses all draws.
  public let seed: UInt64
  /// Prompt templates with `{}` for the class name.
  public let templates: [PromptTemplate]
  /// Another benchmark by name: a source domain, or what the pool is contaminated with.
  public let benchmark: (String) throws -> Benchmark
  /// The model as its folder has it, read when it is asked for.
  public let model: @Sendable () throws -> CLIPModel
  public let tokenizer: BytePairTokenizer
  public let preprocessor: Preprocessor
  public let workers: Workers

  /// Gathers what there is.
  public init(
    pool: ImageSet, shots: Int, seed: UInt64, templates: [PromptTemplate],
    benchmark: @escaping (String) throws -> Benchmark,
    model: @escaping @Sendable () throws -> CLIPModel, tokenizer: BytePairTokenizer,
    preprocessor: Preprocessor, workers: Workers
  ) {
    self.pool = pool
    self.shots = shots
    self.seed = seed
    self.templates = templates
    self.benchmark = benchmark
    self.model = model
    self.tokenizer = tokenizer
    self.preprocessor = preprocessor
    self.workers = workers
  }
}

/// Every supervision, in the order of messages.
public let allSupervisions: [any Supervision.Type] = [CleanLabels.self, LabelNoise.self]

/// The registry of supervisions, for configuration files.
public enum Supervisions: Registry {
  public static let kind = "supervision"
  public static var members: [any Configurable.Type] { allSupervisions }
}
