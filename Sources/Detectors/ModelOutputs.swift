import Tensors

/// What a model says about some images: all that a detector sees, computed once and shared.
public struct ModelOutputs: Sendable {
  /// The number of images.
  public let count: Int
  /// The class of each image, an index into the columns of the logits.
  public let labels: [Int]?
  /// The factor between cosine similarities and logits (OpenAI's CLIP: 100); 1 if the logits have
  /// none.
  public let logitScale: Double
  /// The layer that maps features to logits.
  public let head: LinearHead?
  let matrices: [OutputField: DoubleMatrix]

  /// Collects the outputs of a model.
  ///
  /// - Parameters:
  ///   - matrices: the matrix fields, at least one, with a row an image.
  ///   - labels: the class of each image.
  ///   - logitScale: the factor between cosines and logits.
  ///   - head: the layer from features to logits.
  /// - Throws: `DetectorError` with both shapes if the parts do not fit each other, if there are no
  ///   classes, if a label is not a class, or if the logit scale is not positive and finite.
  public init(
    _ matrices: [OutputField: DoubleMatrix], labels: [Int]? = nil, logitScale: Double = 1,
    head: LinearHead? = nil
  ) throws {
    guard
      let (first, reference) = OutputField.matrices.lazy.compactMap({ field in
        field == .patchCosines ? nil : matrices[field].map { (field, $0) }
      }).first
    else {
      throw DetectorError("outputs hold no matrix with a row an image, such as logits or features")
    }
    self.matrices = matrices
    count = reference.rows
    self.labels = labels
    self.logitScale = logitScale
    self.head = head
    if !(logitScale > 0 && logitScale.isFinite) {
      throw DetectorError(
        "logit scale is \(logitScale), expected a positive number; a checkpoint stores its "
          + "logarithm")
    }
    try checkRows(against: first)
    try checkClasses()
    try checkLabels()
    try checkHead()
  }

  /// The fields that are there.
  ///
  /// Logits and cosines come together: the logit scale turns each into the other.
  public var fields: Set<OutputField> {
    var fields = Set(matrices.keys)
    if classScores != nil { fields.formUnion([.logits, .cosines]) }
    if labels != nil { fields.insert(.labels) }
    if head != nil { fields.insert(.head) }
    return fields
  }

  /// The number of classes; nil if nothing tells it.
  public var classCount: Int? { classScores?.columns ?? head?.weight.rows }

  /// The number of patches of an image; 0 without patches.
  public var patchesPerImage: Int { (matrices[.patchCosines]?.rows ?? 0) / max(1, count) }

  /// The logits, or the cosines if only those are given.
  var classScores: DoubleMatrix? { matrices[.logits] ?? matrices[.cosines] }
}
