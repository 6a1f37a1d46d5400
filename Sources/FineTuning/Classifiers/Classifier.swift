import Optimizers
import Tensors

/// The last part of a model in training: image features in, class scores out.
///
/// A conforming type is one file of `Classifiers/`. All of it is a composition of tape operations, so
/// gradients flow wherever something trains.
public protocol Classifier: Sendable {
  /// Whether class scores come from one text a class, whose features `outputs` then gives.
  var comparesTexts: Bool { get }

  /// What is encoded anew in each step beside the images: class prompts, where they or the text
  /// tower train; nil where nothing is.
  func texts(for batch: TrainingBatch) -> Encoding?

  /// Features and class scores of images.
  ///
  /// - Parameters:
  ///   - images: what the image tower gives, `[images, embedding]`, not normalised.
  ///   - texts: what the encoding gives, `[texts, embedding]`, not normalised; nil without one.
  func outputs(_ tape: Tape, images: Tensor, texts: Tensor?) -> ClassifierOutputs

  /// The classifier as it is now, for scoring: texts are encoded once, products are formed once.
  func finished(on workers: Workers) -> FineTunedClassifier
}

extension Classifier {
  public var comparesTexts: Bool { true }

  public func texts(for batch: TrainingBatch) -> Encoding? { nil }
}

/// What a classifier makes of some images.
public struct ClassifierOutputs {
  /// Image features as the class scores read them, `[images, embedding]`.
  public let features: Tensor
  /// Class scores, `[images, classes]`.
  public let logits: Tensor
  /// Unit features of the classes' texts, `[classes, embedding]`, where the scores come from
  /// such.
  public let texts: Tensor?

  /// Gathers a classifier's outputs.
  public init(features: Tensor, logits: Tensor, texts: Tensor? = nil) {
    self.features = features
    self.logits = logits
    self.texts = texts
  }
}
