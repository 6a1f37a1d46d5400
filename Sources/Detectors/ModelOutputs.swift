import Tensors

/// What a model says about some images: all that a detector sees, computed once and shared.
public struct ModelOutputs: Sendable {
  /// Logits `[images, classes]`: the logit scale times the cosine similarities, plus any bias.
  public let logits: Matrix
  /// Image features of unit norm, `[images, dimensions]`.
  public let features: Matrix?
  /// The class of each image, an index into the columns of the logits.
  public let labels: [Int]?
  /// The factor between cosine similarities and logits (OpenAI's CLIP: 100); 1 if the logits have
  /// none.
  public let logitScale: Double
  /// The layer that maps features to logits.
  public let head: LinearHead?

  /// Collects the outputs of a model.
  ///
  /// - Throws: `DetectorError` with both shapes if the parts do not fit each other, if there are no
  ///   classes, if a label is not a class, or if the logit scale is not positive and finite.
  public init(
    logits: Matrix, features: Matrix? = nil, labels: [Int]? = nil, logitScale: Double = 1,
    head: LinearHead? = nil
  ) throws {
    self.logits = logits
    self.features = features
    self.labels = labels
    self.logitScale = logitScale
    self.head = head
    try checkShapes()
  }

  /// The number of images.
  public var count: Int { logits.rows }

  /// The number of classes.
  public var classCount: Int { logits.columns }

  /// The fields that are there.
  public var fields: Set<OutputField> {
    var fields: Set<OutputField> = [.logits]
    if features != nil { fields.insert(.features) }
    if labels != nil { fields.insert(.labels) }
    if head != nil { fields.insert(.head) }
    return fields
  }

  private func checkShapes() throws {
    let shape = "[\(logits.rows), \(logits.columns)]"
    if logits.columns == 0 {
      throw DetectorError("logits have shape \(shape), expected [images, classes] with a class")
    }
    if !(logitScale > 0 && logitScale.isFinite) {
      throw DetectorError(
        "logit scale is \(logitScale), expected a positive number; a checkpoint stores its "
          + "logarithm")
    }
    if let features, features.rows != logits.rows {
      throw DetectorError(
        "features have shape [\(features.rows), \(features.columns)], expected \(logits.rows) rows "
          + "as the logits \(shape)")
    }
    if let labels {
      if labels.count != logits.rows {
        throw DetectorError(
          "\(labels.count) labels for logits of shape \(shape), expected \(logits.rows), one a row")
      }
      if let index = labels.firstIndex(where: { $0 < 0 || $0 >= logits.columns }) {
        throw DetectorError(
          "label \(labels[index]) of image \(index) is no class of the logits \(shape), expected "
            + "0 ..< \(logits.columns)")
      }
    }
    try checkHead(shape)
  }

  private func checkHead(_ shape: String) throws {
    guard let head else { return }
    let weight = "[\(head.weight.rows), \(head.weight.columns)]"
    if head.weight.rows != logits.columns {
      throw DetectorError(
        "head weight has shape \(weight), expected \(logits.columns) rows, one a class of the "
          + "logits \(shape)")
    }
    if let features, features.columns != head.weight.columns {
      throw DetectorError(
        "features have shape [\(features.rows), \(features.columns)], expected "
          + "\(head.weight.columns) columns as the head weight \(weight)")
    }
  }
}
