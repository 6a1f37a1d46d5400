import Tensors

/// Makes or finds the parameter of a name and shape.
typealias ParameterSource = (_ name: String, _ shape: [Int]) throws -> Parameter

/// An affine map y = x W^T + b.
public struct Linear: Sendable {
  /// `[out, in]`.
  public let weight: Parameter
  /// `[out]`.
  public let bias: Parameter

  init(weight: Parameter, bias: Parameter) {
    self.weight = weight
    self.bias = bias
  }

  init(_ name: String, _ shape: [Int], _ make: ParameterSource) throws {
    weight = try make("\(name).weight", shape)
    bias = try make("\(name).bias", [shape[0]])
  }

  var parameters: [Parameter] { [weight, bias] }
}

/// Layer normalisation with scale and shift.
struct LayerNorm: Sendable {
  let weight: Parameter
  let bias: Parameter
  let epsilon: Float

  init(_ name: String, _ width: Int, _ epsilon: Float, _ make: ParameterSource) throws {
    weight = try make("\(name).weight", [width])
    bias = try make("\(name).bias", [width])
    self.epsilon = epsilon
  }

  var parameters: [Parameter] { [weight, bias] }

  func callAsFunction(_ tape: Tape, _ x: Tensor) -> Tensor {
    tape.layerNorm(x, weight, bias, epsilon: epsilon)
  }
}
