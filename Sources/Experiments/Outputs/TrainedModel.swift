import Datasets
import Detectors
import FineTuning
import Tensors

/// A unit's model after training, as the source of everything that detectors read.
struct TrainedModel: Sendable {
  /// The classifier as detectors see it; nil where class scores are no linear function of features.
  let head: LinearHead?
  /// Unit text features of the negative labels, where a detector reads them.
  let negatives: DoubleMatrix?
  private let encoder: ImageEncoder
  private let classifier: FineTunedClassifier
  /// Where outputs are kept between units; nil where training changed the image tower.
  private let cache: (store: FeatureCache, folder: ModelFolder)?
  private let workers: Workers

  init(
    _ classifier: FineTunedClassifier, encoder: ImageEncoder,
    cachedIn cache: (FeatureCache, ModelFolder)?, negatives: DoubleMatrix? = nil,
    workers: Workers
  ) throws {
    self.negatives = negatives
    self.encoder = encoder
    self.classifier = classifier
    self.cache = cache
    self.workers = workers
    head = try classifier.head.map {
      try LinearHead(weight: DoubleMatrix($0.weight), bias: $0.bias.map(Double.init))
    }
  }

  /// exp of the model's logit scale.
  var logitScale: Double { classifier.logitScale }

  /// Images whose patches are looked at together.
  var localShardSize: Int { encoder.localShardSize }

  /// What the model says about some images.
  ///
  /// - Parameters:
  ///   - images: the images.
  ///   - hash: their content hash.
  ///   - perturbations: the ways of moving images whose logits are asked for.
  func outputs(
    of images: ImageSet, hash: String, perturbations: [InputPerturbation] = []
  ) throws -> ImageOutputs {
    let embeddings = try cached(.features, of: images, hash) { try encoder.features(of: images) }
    let (features, logits) = classifier.outputs(of: embeddings, on: workers)
    var outputs = ImageOutputs(
      images: images, features: features, logits: logits, model: self)
    for step in perturbations {
      let kind = FeatureCache.Kind.perturbedLogits(step, classifier)
      outputs.perturbedLogits[step] = try cached(kind, of: images, hash) {
        try encoder.perturbedLogits(
          of: images, by: classifier, temperature: step.temperature, epsilon: step.epsilon)
      }
    }
    return outputs
  }

  /// The cosines of every patch and class, `[images * patches, classes]`.
  ///
  /// As for whole images, those of a trained head are its logits over the logit scale.
  func patchCosines(of images: ImageSet, _ range: Range<Int>) throws -> DoubleMatrix {
    let local = try encoder.localFeatures(of: images, range)
    // Detectors run on all threads already.
    var cosines = DoubleMatrix(classifier.outputs(of: local, on: Workers(threads: 1)).logits)
    for i in cosines.values.indices { cosines.values[i] /= logitScale }
    return cosines
  }

  private func cached(
    _ kind: FeatureCache.Kind, of images: ImageSet, _ hash: String, _ compute: () throws -> Matrix
  ) throws -> Matrix {
    guard let cache else { return try compute() }
    return try cache.store.matrix(
      kind, rows: images.count, contentHash: hash, model: cache.folder, compute: compute)
  }
}
