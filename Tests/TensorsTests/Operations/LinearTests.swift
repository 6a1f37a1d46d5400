import Testing

@testable import Tensors

@Suite("Linear layers")
struct LinearTests {
  @Test("linear, with bias and residual")
  func linear() {
    var check = GradientCheck()
    let weight = check.parameter("w", [5, 7])
    let bias = check.parameter("b", [5])
    let inputs = [check.matrix(6, 7), check.matrix(6, 5)]
    let error = check.worstError(inputs: inputs, parameters: [weight, bias]) { tape, x in
      tape.linear(x[0], weight, bias, residual: x[1])
    }
    #expect(error < GradientCheck.tolerance)
  }

  @Test("linear with a smooth activation", arguments: [Activation.quickGELU, .gelu])
  func activated(activation: Activation) {
    var check = GradientCheck()
    let weight = check.parameter("w", [11, 3])
    let bias = check.parameter("b", [11])
    let inputs = [check.matrix(5, 3)]
    let error = check.worstError(inputs: inputs, parameters: [weight, bias]) { tape, x in
      tape.linear(x[0], weight, bias, activation: activation)
    }
    #expect(error < GradientCheck.tolerance)
  }

  @Test("relu passes what is positive, by hand")
  func relu() {
    let weight = Parameter("w", shape: [2, 2], values: [1, 0, 0, 1])
    let tape = Tape(workspace: Workspace(), gradients: Gradients(of: [], slots: 1))
    let x = tape.variable(Matrix(rows: 2, columns: 2, values: [-1, 2, 0, -3]))
    let y = tape.linear(x, weight, nil, activation: .relu)
    #expect(y.matrix.values == [0, 2, 0, 0])
    tape.backward(y, seed: Matrix(rows: 2, columns: 2, values: [5, 6, 7, 8]))
    #expect(x.gradientMatrix.values == [0, 6, 0, 0])
  }

  @Test("linear, of some outputs")
  func someOutputs() {
    var check = GradientCheck()
    let weight = check.parameter("w", [7, 5])
    let bias = check.parameter("b", [7])
    let error = check.worstError(
      inputs: [check.matrix(3, 5)], parameters: [weight, bias]
    ) { tape, x in tape.linear(x[0], weight, bias, outputs: 2..<6) }
    #expect(error < GradientCheck.tolerance)
  }

  @Test("low-rank delta, on a trained and on a frozen base", arguments: [true, false])
  func lowRank(trainsBase: Bool) {
    var check = GradientCheck()
    let weight = check.parameter("w", [12, 6])
    weight.isTrainable = trainsBase
    let a = check.parameter("a", [2, 6])
    let b = check.parameter("b", [4, 2])
    let inputs = [check.matrix(5, 6)]
    let trained = trainsBase ? [weight, a, b] : [a, b]
    let error = check.worstError(inputs: inputs, parameters: trained) { tape, x in
      let y = tape.linear(x[0], weight)
      return tape.addLowRank(to: y, x[0], a: a, b: b, scale: 0.7, column: 4)
    }
    #expect(error < GradientCheck.tolerance)
  }
}
