import Tensors

/// The classifier that a method ends with: image features in, what detectors read out.
public struct FineTunedClassifier: Sendable {
  /// A map on a tape that gives the same row for an image whatever the other rows are.
  public typealias Map = @Sendable (Tape, Tensor) -> Tensor

  /// Class scores of patches `[images * patches, embedding]`, not normalised, image by image, in images
  /// whose features, as the classifier makes them, are `[images, embedding]`.
  public typealias LocalMap = @Sendable (Tape, _ patches: Tensor, _ features: Tensor) -> Tensor

  /// logits = features W^T + b.
  public struct Head: Sendable, Equatable {
    /// `[classes, embedding]`: logit scale times the unit text features, or a trained layer.
    public let weight: Matrix
    /// One a class; zero for text classifiers.
    public let bias: [Float]
  }

  /// The linear layer, where class scores come from one.
  public let head: Head?
  /// Whether features are the image tower's at unit length, or as they are; nil where the classifier
  /// makes its own.
  public let isNormalized: Bool?
  /// exp of the model's logit scale: logits / logitScale are the cosines of a text classifier.
  public let logitScale: Double
  /// The number of classes.
  public let classCount: Int
  /// Unit features of one text a class, `[classes, embedding]`; nil where images are compared with
  /// none.
  public internal(set) var texts: Matrix?
  /// The texts that are encoded to score one image; none where all images share theirs.
  public internal(set) var textsPerImage = 0
  /// All numbers that the maps read, which tell one classifier from another.
  public let weights: [Float]
  private let features: Map
  private let logits: Map
  private let localLogits: LocalMap?

  /// A classifier whose scores are linear in features.
  ///
  /// - Parameters:
  ///   - weight: `[classes, embedding]`.
  ///   - bias: one a class.
  ///   - isNormalized: whether the features are the tower's at unit length.
  ///   - logitScale: exp of the model's logit scale.
  public init(weight: Matrix, bias: [Float], isNormalized: Bool = true, logitScale: Double) {
    let head = Head(weight: weight, bias: bias)
    self.init(
      head: head, isNormalized: isNormalized, classCount: weight.rows, logitScale: logitScale,
      weights: weight.values + bias,
      features: { tape, images in isNormalized ? tape.normalized(images) : images },
      logits: FineTunedClassifier.layer(head))
  }

  /// The same scores on features of another making.
  ///
  /// - Parameters:
  ///   - weights: the numbers that `features` reads.
  ///   - features: makes them of what the image tower gives.
  public func onFeatures(
    reading weights: [Float], _ features: @escaping Map
  ) -> FineTunedClassifier {
    var classifier = FineTunedClassifier(
      head: head, isNormalized: nil, classCount: classCount, logitScale: logitScale,
      weights: self.weights + weights, features: features, logits: logits)
    classifier.texts = texts
    return classifier
  }

  private init(
    head: Head?, isNormalized: Bool?, classCount: Int, logitScale: Double, weights: [Float],
    features: @escaping Map, logits: @escaping Map, localLogits: LocalMap? = nil
  ) {
    self.head = head
    self.isNormalized = isNormalized
    self.classCount = classCount
    self.logitScale = logitScale
    self.weights = weights
    self.features = features
    self.logits = logits
    self.localLogits = localLogits
  }

  /// A classifier by texts: logits = logitScale cos(image, text).
  ///
  /// - Parameter texts: `[classes, embedding]`, of any length.
  public init(texts: Matrix, logitScale: Double) {
    let tape = Tape(workspace: Workspace())
    let unit = tape.normalized(tape.constant(texts)).matrix
    var weight = unit
    for i in weight.values.indices { weight.values[i] *= Float(logitScale) }
    self.init(
      weight: weight, bias: [Float](repeating: 0, count: unit.rows), logitScale: logitScale)
    self.texts = unit
  }

  /// A classifier whose scores are no linear function of any features.
  ///
  /// - Parameters:
  ///   - weights: all numbers that the maps read.
  ///   - features: features for detectors, of what the image tower gives.
  ///   - logits: class scores of these features.
  ///   - localLogits: class scores of patches, where they depend on the image as a whole; by default
  ///     a patch has those of an image with its features.
  public init(
    classCount: Int, logitScale: Double, weights: [Float], features: @escaping Map,
    logits: @escaping Map, localLogits: LocalMap? = nil
  ) {
    self.init(
      head: nil, isNormalized: nil, classCount: classCount, logitScale: logitScale,
      weights: weights, features: features, logits: logits, localLogits: localLogits)
  }

  /// Class scores of features of its own making.
  func logits(_ tape: Tape, of features: Tensor) -> Tensor { logits(tape, features) }

  /// Features and class scores on a tape, for gradients of the images.
  ///
  /// - Parameters:
  ///   - images: what the image tower gives, `[images, embedding]`, not normalised.
  ///   - temperature: the class scores are divided by it.
  public func callAsFunction(
    _ tape: Tape, _ images: Tensor, over temperature: Double = 1
  ) -> (features: Tensor, logits: Tensor) {
    let features = features(tape, images)
    guard temperature != 1 else { return (features, logits(tape, features)) }
    guard let head else {
      return (features, tape.multiplied(logits(tape, features), by: Float(1 / temperature)))
    }
    // Dividing the layer instead of the scores costs nothing for any number of images.
    func cooled(_ values: [Float]) -> [Float] { values.map { Float(Double($0) / temperature) } }
    let layer = FineTunedClassifier.layer(
      Head(
        weight: Matrix(
          rows: head.weight.rows, columns: head.weight.columns, values: cooled(head.weight.values)),
        bias: cooled(head.bias)))
    return (features, layer(tape, features))
  }

  /// Features and class scores.
  ///
  /// - Parameter images: what the image tower gives, `[images, embedding]`, not normalised.
  public func outputs(
    of images: Matrix, on workers: Workers
  ) -> (features: Matrix, logits: Matrix) {
    // A linear layer is one product; other maps may hold much more an image than its features.
    let size = head == nil ? FineTunedClassifier.imagesPerShard : max(1, images.rows)
    let parts = workers.map((images.rows + size - 1) / size) { shard in
      let range = shard * size..<min(images.rows, (shard + 1) * size)
      let tape = Tape(workspace: Workspace())
      let outputs = self(tape, tape.constant(images.selecting(range)))
      return (outputs.features.matrix, outputs.logits.matrix)
    }
    let columns = parts.first?.0.columns ?? images.columns
    return (
      Matrix(rows: images.rows, columns: columns, values: parts.flatMap { $0.0.values }),
      Matrix(rows: images.rows, columns: classCount, values: parts.flatMap { $0.1.values })
    )
  }

  /// Class scores of the patches of some images, `[images * patches, classes]`.
  ///
  /// - Parameters:
  ///   - patches: their features, not normalised, image by image.
  ///   - features: the images' features as `outputs` gives them, `[images, embedding]`.
  public func localLogits(of patches: Matrix, in features: Matrix, on workers: Workers) -> Matrix {
    guard let localLogits else { return outputs(of: patches, on: workers).logits }
    let tape = Tape(workspace: Workspace())
    return localLogits(tape, tape.constant(patches), tape.constant(features)).matrix
  }

  /// A constant, because it decides the sizes of products, and so the last bits.
  private static let imagesPerShard = 16

  private static func layer(_ head: Head) -> Map {
    let weight = Parameter(
      "head.weight", shape: [head.weight.rows, head.weight.columns], values: head.weight.values)
    let bias = Parameter("head.bias", shape: [head.bias.count], values: head.bias)
    return { $0.linear($1, weight, bias) }
  }

  /// The class of each row of logits: the first of the largest.
  public static func predictions(_ logits: Matrix) -> [Int] {
    (0..<logits.rows).map { row in
      var best = 0
      for k in 1..<max(1, logits.columns) where logits[row, k] > logits[row, best] { best = k }
      return best
    }
  }
}
