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

  /// Other benchmarks whose training images it reads, by name.
  var benchmarks: [String] { get }

  /// Hashes of what it reads beside the shots, for the run id, by names that begin with
  /// `supervision-`.
  func data(beside shots: ImageSet, in scene: SupervisionScene) throws -> [String: String]

  /// The images to train on, with the labels that training gets.
  ///
  /// - Parameters:
  ///   - shots: the few labelled images that the unit would train on, with their true labels.
  ///   - scene: what else there is.
  func supervised(_ shots: ImageSet, in scene: SupervisionScene) throws -> SupervisedShots
}

extension Supervision {
  public var benchmarks: [String] { [] }

  public func data(
    beside shots: ImageSet, in scene: SupervisionScene
  ) throws -> [String: String] { [:] }
}

/// Images with the labels that training gets.
public struct SupervisedShots: Sendable {
  /// The images; their labels are those that are given, right or wrong.
  public var images: ImageSet
  /// Soft labels `[images, classes]`, rows of sum 1; nil where the labels are all there is.
  public var targets: Matrix?
  /// What is to be recorded of the labels; nil where there is nothing to say.
  public var report: SupervisionReport?

  /// Gathers images and labels.
  public init(images: ImageSet, targets: Matrix? = nil, report: SupervisionReport? = nil) {
    self.images = images
    self.targets = targets
    self.report = report
  }
}

/// What a supervision may look at beside the shots.
public struct SupervisionScene: Sendable {
  /// All in-distribution training images, of which the shots are some.
  public let pool: ImageSet
  /// Training images a class that were asked for.
  public let shots: Int
  /// Chooses all draws.
  public let seed: UInt64
  /// Prompt templates with `{}` for the class name.
  public let templates: [PromptTemplate]
  /// The model as its folder has it, read when it is asked for.
  public let model: @Sendable () throws -> CLIPModel
  public let tokenizer: BytePairTokenizer
  public let preprocessor: Preprocessor
  public let workers: Workers
  /// Training images of the other benchmarks that the supervision names, none of which has an image
  /// that detectors of the unit are measured on.
  public var others: [String: ImageSet] = [:]
  /// The content hash of the pool (nil) or of another benchmark's images.
  public var contentHash: @Sendable (_ benchmark: String?) throws -> String
  /// Features of the model's image tower as its folder has it, not normalised.
  public var features: @Sendable (ImageSet) throws -> Matrix
  /// Features of the model's text tower as its folder has it.
  public var textFeatures: @Sendable ([String]) throws -> Matrix

  /// Gathers what there is; others' images are put in afterwards, and so are stores of hashes and
  /// features.
  public init(
    pool: ImageSet, shots: Int, seed: UInt64, templates: [PromptTemplate],
    model: @escaping @Sendable () throws -> CLIPModel, tokenizer: BytePairTokenizer,
    preprocessor: Preprocessor, workers: Workers
  ) {
    self.pool = pool
    self.shots = shots
    self.seed = seed
    self.templates = templates
    self.model = model
    self.tokenizer = tokenizer
    self.preprocessor = preprocessor
    self.workers = workers
    contentHash = { benchmark in
      guard benchmark == nil else {
        throw FineTuningError("benchmark '\(benchmark ?? "")' is not at hand")
      }
      return try pool.contentHash()
    }
    features = {
      try ImageEncoder(model(), preprocessor: preprocessor, workers: workers).features(of: $0)
    }
    textFeatures = {
      try TextEncoder(model(), tokenizer: tokenizer, workers: workers).features(of: $0)
    }
  }

  /// exp of the logit scale of the model as its folder has it.
  func logitScale() throws -> Double { try FineTuning.logitScale(of: model()) }
}

/// Every supervision, in the order of messages.
public let allSupervisions: [any Supervision.Type] = [
  CleanLabels.self, LabelNoise.self, WeakLabels.self,
]

/// The registry of supervisions, for configuration files.
public enum Supervisions: Registry {
  public static let kind = "supervision"
  public static var members: [any Configurable.Type] { allSupervisions }
  public static var named: [NamedPreset] { WeakLabels.named }
}
