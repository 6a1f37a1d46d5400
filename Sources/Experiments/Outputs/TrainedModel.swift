import Datasets
import Detectors
import FineTuning
import Tensors

/// A unit's model after training, as the source of everything that detectors read.
struct TrainedModel: Sendable {
  private let encoder: ImageEncoder
  private let classifier: FineTunedClassifier
  private let head: LinearHead
  /// Where features are kept between units; nil where training changed the image tower.
  private let cache: (FeatureCache, ModelFolder)?

  init(
    _ classifier: FineTunedClassifier, encoder: ImageEncoder,
    cachedIn cache: (FeatureCache, ModelFolder)?
  ) throws {
    self.encoder = encoder
    self.classifier = classifier
    self.cache = cache
    head = try LinearHead(
      weight: DoubleMatrix(classifier.weight), bias: classifier.bias.map(Double.init))
  }

  /// What the model says about some images.
  ///
  /// - Parameters:
  ///   - images: the images.
  ///   - hash: their content hash.
  func outputs(of images: ImageSet, hash: String) throws -> ImageOutputs {
    let encode = { try encoder.features(of: images) }
    let features =
      if let (cache, folder) = cache {
        try cache.features(of: images.count, imagesHash: hash, model: folder, compute: encode)
      } else {
        try encode()
      }
    return ImageOutputs(
      images: images, features: features, logits: classifier.logits(of: features),
      logitScale: classifier.logitScale, head: head)
  }
}
