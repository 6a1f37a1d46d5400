import Testing

@testable import Tensors

@Suite("Divergence of rows")
struct DivergenceTests {
  @Test("divergence of rows from others; of equal rows it is 0")
  func divergence() {
    var check = GradientCheck()
    let inputs = [check.matrix(3, 5), check.matrix(3, 5)]
    #expect(
      check.worstError(inputs: inputs) { $0.divergence($1[0], from: $1[1]) }
        < GradientCheck.tolerance)
    let tape = Tape(workspace: Workspace())
    let x = tape.constant(inputs[0])
    #expect(abs(tape.divergence(x, from: x).scalar) < 1e-7)
    // By hand: softmax (1/2, 1/2) from (3/4, 1/4) is log(2 / sqrt 3).
    let half = tape.constant(Matrix(rows: 1, columns: 2, values: [0, 0]))
    let skewed = tape.constant(Matrix(rows: 1, columns: 2, values: [Float(logarithm(3)), 0]))
    #expect(
      abs(Double(tape.divergence(half, from: skewed).scalar) - logarithm(2 / 3.squareRoot()))
        < 1e-7)
  }
}
