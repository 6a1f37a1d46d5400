import CLIPModels
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
  /// The mean of each class's unit descriptor features, where a detector reads them.
  let descriptors: DoubleMatrix?
  /// Gives the values of a set's images, by its content hash, where a detector reads them.
  private let values: (@Sendable (ImageSet, String) throws -> [Double])?
  private let classifier: FineTunedClassifier
  private let encoder: @Sendable () throws -> ImageEncoder
  /// Where outputs are kept, and what tells this image tower from others; nil to keep nothing.
  private let cache: (store: FeatureCache, tower: String)?
  private let workers: Workers

  /// Assembles a model.
  ///
  /// - Parameters:
  ///   - classifier: what makes logits of unit features.
  ///   - encoder: the image tower after training, asked for only where an output is not stored.
  ///   - cache: where outputs are kept, and everything that decides the tower.
  ///   - negatives: unit text features of the negative labels.
  ///   - descriptors: the mean of each class's unit descriptor features.
  ///   - values: gives the values of a set's images, by its content hash.
  ///   - workers: the threads that make logits.
  init(
    _ classifier: FineTunedClassifier, encoder: @escaping @Sendable () throws -> ImageEncoder,
    cachedIn cache: (FeatureCache, tower: String)?, negatives: DoubleMatrix? = nil,
    descriptors: DoubleMatrix? = nil,
    values: (@Sendable (ImageSet, String) throws -> [Double])? = nil, workers: Workers
  ) throws {
    self.negatives = negatives
    self.descriptors = descriptors
    self.values = values
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

  /// What the model says about some images.
  ///
  /// - Parameters:
  ///   - images: the images.
  ///   - hash: their content hash.
  ///   - perturbations: the ways of moving images whose logits are asked for.
  func outputs(
    of images: ImageSet, hash: String, perturbations: [InputPerturbation] = []
  ) throws -> ImageOutputs {
    let embeddings = try cached(.features, of: images, hash) {
      try encoder().features(of: images)
    }
    let (features, logits) = classifier.outputs(of: embeddings, on: workers)
    var outputs = ImageOutputs(
      images: images, features: features, logits: logits, values: try values?(images, hash),
      model: self)
    for step in perturbations {
      let kind = FeatureCache.Kind.perturbedLogits(step, classifier)
      outputs.perturbedLogits[step] = try cached(kind, of: images, hash) {
        try encoder().perturbedLogits(
          of: images, by: classifier, temperature: step.temperature, epsilon: step.epsilon)
      }
    }
    return outputs
  }

  /// Images whose patches are looked at together.
  func localShardSize() throws -> Int { try encoder().localShardSize }

  /// The cosines of every patch and class, `[images * patches, classes]`.
  ///
  /// As for whole images, those of a trained head are its logits over the logit scale.
  ///
  /// - Parameters:
  ///   - images: the set.
  ///   - range: which of them.
  ///   - features: the features of these, as `outputs` gives them.
  func patchCosines(
    of images: ImageSet, _ range: Range<Int>, features: Matrix
  ) throws -> DoubleMatrix {
    let local = try encoder().localFeatures(of: images, range)
    // Detectors run on all threads already.
    var cosines = DoubleMatrix(
      classifier.localLogits(of: local, in: features, on: Workers(threads: 1)))
    for i in cosines.values.indices { cosines.values[i] /= logitScale }
    return cosines
  }

  private func cached(
    _ kind: FeatureCache.Kind, of images: ImageSet, _ hash: String, _ compute: () throws -> Matrix
  ) throws -> Matrix {
    guard let cache else { return try compute() }
    return try cache.store.matrix(
      kind, rows: images.count, contentHash: hash, tower: cache.tower, compute: compute)
  }
}
