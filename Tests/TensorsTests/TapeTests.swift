import Testing

@testable import Tensors

@Suite("Tape")
struct TapeTests {
  @Test("a tensor used by several operations collects all gradients")
  func reuse() {
    var check = GradientCheck()
    let weight = check.parameter("w", [5, 5])
    let inputs = [check.matrix(3, 5)]
    let error = check.worstError(inputs: inputs, parameters: [weight]) { tape, x in
      let y = tape.linear(x[0], weight)
      return tape.combination(
        tape.linear(y, weight, residual: y), 0.3, tape.normalized(y), 1.5)
    }
    #expect(error < GradientCheck.tolerance)
  }
}
