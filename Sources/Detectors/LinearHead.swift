import Tensors

/// The linear layer that turns features into logits: l = W z + b.
///
/// For a CLIP model W holds the unit text features times the logit scale, and b is zero.
public struct LinearHead: Sendable, Equatable {
  /// W, `[classes, dimensions]`.
  public let weight: Matrix
  /// b, one a class.
  public let bias: [Float]

  /// Creates a head; without a bias it is zero.
  ///
  /// - Throws: `DetectorError` unless there is one bias a class.
  public init(weight: Matrix, bias: [Float]? = nil) throws {
    if let bias, bias.count != weight.rows {
      throw DetectorError(
        "head bias has \(bias.count) values, expected \(weight.rows), one a row of the weight "
          + "[\(weight.rows), \(weight.columns)]")
    }
    self.weight = weight
    self.bias = bias ?? [Float](repeating: 0, count: weight.rows)
  }
}
