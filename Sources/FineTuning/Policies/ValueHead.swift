import Tensors

/// An estimate of the reward that the policy will get for an image, by a logistic function.
///
/// V(x) = sigmoid(w . f(x) + b), 0 to 1, with f sqrt(d) times the unit feature of the image by the
/// tower as it was before any training, so its elements are of order one; nothing flows back to it.
public struct ValueHead: Sendable {
  /// w, `[d]`.
  public let weight: [Double]
  /// b.
  public let bias: Double

  /// A head with given weights.
  public init(weight: [Double], bias: Double) {
    self.weight = weight
    self.bias = bias
  }

  /// What a head reads of image features: f, `[images, d]`.
  ///
  /// - Parameter features: what the image tower gives, not normalised.
  public static func inputs(_ features: Matrix) -> DoubleMatrix {
    var unit = DoubleMatrix(features).normalizedRows()
    let factor = Double(features.columns).squareRoot()
    for i in unit.values.indices { unit.values[i] *= factor }
    return unit
  }

  /// V of inputs `[images, d]`.
  public func values(_ inputs: DoubleMatrix) -> [Double] {
    let column = DoubleMatrix(rows: 1, columns: weight.count, values: weight)
    return inputs.multiplied(byTransposeOf: column).values.map {
      1 / (1 + exponential(-($0 + bias)))
    }
  }
}
