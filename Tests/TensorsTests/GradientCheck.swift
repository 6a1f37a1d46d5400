import RandomStreams

@testable import Tensors

/// Central differences against the hand-written backward passes.
///
/// The loss is a fixed random weighting of the output summed in double precision; h = 4e-3 balances
/// the truncation error h^2 against single-precision rounding, which leaves a relative error of
/// about 2e-3 of the largest component.
struct GradientCheck {
  /// The largest error that a right backward pass may show.
  static let tolerance = 5e-3

  var random = RandomSource(seed: 7, purpose: "gradient check")

  mutating func matrix(_ rows: Int, _ columns: Int, scale: Double = 1) -> Matrix {
    Matrix(
      rows: rows, columns: columns, values: random.normals(rows * columns, standardDeviation: scale)
    )
  }

  mutating func parameter(_ name: String, _ shape: [Int], scale: Double = 0.5) -> Parameter {
    let parameter = Parameter(
      name, shape: shape,
      values: random.normals(shape.reduce(1, *), standardDeviation: scale))
    parameter.isTrainable = true
    return parameter
  }

  /// The largest error, relative to the largest gradient component, over inputs and parameters.
  mutating func worstError(
    inputs: [Matrix], parameters: [Parameter] = [], _ forward: (Tape, [Tensor]) -> Tensor
  ) -> Double {
    let workspace = Workspace()
    let gradients = Gradients(of: parameters, slots: 1)
    let tape = Tape(workspace: workspace, gradients: gradients)
    let leaves = inputs.map { tape.variable($0) }
    let output = forward(tape, leaves)
    let weights = matrix(output.rows, output.columns)
    tape.backward(output, seed: weights)

    func loss(_ inputs: [Matrix]) -> Double {
      let tape = Tape(workspace: workspace)
      let output = forward(tape, inputs.map { tape.constant($0) }).matrix
      return zip(output.values, weights.values).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
    let h: Float = 4e-3
    var worst = 0.0
    func compare(_ analytic: [Float], _ numeric: [Double]) {
      let size = max(numeric.map(abs).max() ?? 0, 1e-3)
      for (a, n) in zip(analytic, numeric) { worst = max(worst, abs(Double(a) - n) / size) }
    }
    for (k, input) in inputs.enumerated() {
      var numeric: [Double] = []
      for i in input.values.indices {
        var moved = inputs
        moved[k].values[i] = input.values[i] + h
        let up = loss(moved)
        moved[k].values[i] = input.values[i] - h
        numeric.append((up - loss(moved)) / (2 * Double(h)))
      }
      compare(leaves[k].gradientMatrix.values, numeric)
    }
    for parameter in parameters {
      let original = parameter.values
      var numeric: [Double] = []
      for i in original.indices {
        var moved = original
        moved[i] = original[i] + h
        parameter.values = moved
        let up = loss(inputs)
        moved[i] = original[i] - h
        parameter.values = moved
        numeric.append((up - loss(inputs)) / (2 * Double(h)))
      }
      parameter.values = original
      compare(gradients.values(parameter), numeric)
    }
    return worst
  }
}
