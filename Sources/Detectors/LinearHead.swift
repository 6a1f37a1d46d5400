import Tensors

/// The linear layer that turns features into logits: l = W z + b.
///
/// For a CLIP model W holds the unit text features times the logit scale, and b is zero.
public struct LinearHead: Sendable, Equatable {
  /// W, `[classes, dimensions]`.
  public let weight: DoubleMatrix
  /// b, one a class.
  public let bias: [Double]

  /// Creates a head; without a bias it is zero.
  ///
  /// - Throws: `DetectorError` unless there is one bias a class and all numbers are finite.
  public init(weight: DoubleMatrix, bias: [Double]? = nil) throws {
    if let bias, bias.count != weight.rows {
      throw DetectorError(
        "head bias has \(bias.count) values, expected \(weight.rows), one a row of the weight "
          + "\(weight.shapeText)")
    }
    for (name, values) in [("weight", weight.values), ("bias", bias ?? [])] {
      if let value = values.first(where: { !$0.isFinite }) {
        throw DetectorError("head \(name) holds \(value), expected finite numbers")
      }
    }
    self.weight = weight
    self.bias = bias ?? [Double](repeating: 0, count: weight.rows)
  }
}
