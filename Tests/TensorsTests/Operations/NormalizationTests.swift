import Testing

@testable import Tensors

@Suite("Layer normalisation")
struct NormalizationTests {
  @Test("layer normalisation, of a width that is no multiple of a vector", arguments: [16, 19, 40])
  func layerNorm(width: Int) {
    var check = GradientCheck()
    let gamma = check.parameter("gamma", [width], scale: 1)
    let beta = check.parameter("beta", [width])
    let inputs = [check.matrix(4, width)]
    let error = check.worstError(inputs: inputs, parameters: [gamma, beta]) { tape, x in
      tape.layerNorm(x[0], gamma, beta, epsilon: 1e-5)
    }
    #expect(error < GradientCheck.tolerance)
  }
}
