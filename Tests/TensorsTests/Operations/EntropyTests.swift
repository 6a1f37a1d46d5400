import Testing

@testable import Tensors

@Suite("Entropy of rows")
struct EntropyTests {
  @Test("the mean entropy of chosen rows; of none it is 0 and has no gradient")
  func meanEntropy() {
    var check = GradientCheck()
    let inputs = [check.matrix(5, 6)]
    for epsilon in [1e-5, 0.1] {
      let error = check.worstError(inputs: inputs) { tape, x in
        let entropy = tape.meanEntropy(x[0], rows: [0, 3, 4], epsilon: epsilon)
        return tape.combination(entropy, 1, tape.dotProduct(x[0], x[0]), 0.1)
      }
      #expect(error < GradientCheck.tolerance)
    }
    let tape = Tape(workspace: Workspace(), gradients: Gradients(of: [], slots: 1))
    let none = tape.meanEntropy(tape.variable(inputs[0]), rows: [], epsilon: 1e-5)
    #expect(none.scalar == 0)
    #expect(!none.needsGradient)
  }

  @Test("the entropy of equal scores is -log(1 / K + epsilon), of a certain row almost 0, by hand")
  func entropyByHand() {
    let tape = Tape(workspace: Workspace())
    let x = tape.constant(Matrix(rows: 2, columns: 4, values: [2, 2, 2, 2, 60, 0, 0, 0]))
    // -log(0.25 + 1e-5) = 1.3862544; -log(1 + 1e-5) = -0.00001.
    let equal = tape.meanEntropy(x, rows: [0], epsilon: 1e-5).scalar
    #expect((equal - 1.3862544).magnitude < 1e-6)
    let both = tape.meanEntropy(x, rows: [0, 1], epsilon: 1e-5).scalar
    #expect((both - (1.3862544 - 0.00001) / 2).magnitude < 1e-6)
  }
}
