import Testing

@testable import Tensors

@Suite("Products of rows and votes of keys")
struct RowProductTests {
  @Test("dot product, also of a tensor with itself")
  func dotProduct() {
    var check = GradientCheck()
    let inputs = [check.matrix(4, 7), check.matrix(4, 7)]
    let error = check.worstError(inputs: inputs) { tape, x in
      tape.combination(tape.dotProduct(x[0], x[1]), 0.5, tape.dotProduct(x[0], x[0]), 2)
    }
    #expect(error < GradientCheck.tolerance)
  }

  @Test("votes of labelled keys, and a multiple")
  func keyVotes() {
    var check = GradientCheck()
    let inputs = [check.matrix(3, 5, scale: 0.3)]
    let error = check.worstError(inputs: inputs) { tape, x in
      let votes = tape.keyVotes(
        x[0], labels: [2, 0, 2, 1, 0], classes: 4, alpha: 1.3, beta: 2.1)
      return tape.multiplied(votes, by: -0.7)
    }
    #expect(error < GradientCheck.tolerance)
  }

  @Test("votes are alpha exp(-beta (1 - a)) summed over a class's keys, by hand")
  func votesByHand() {
    let tape = Tape(workspace: Workspace())
    // exp(-2 (1 - 1)) = 1, exp(-2 (1 - 0.5)) = 0.367879, exp(-2) = 0.135335.
    let affinities = tape.constant(Matrix(rows: 1, columns: 3, values: [1, 0.5, 0]))
    let votes = tape.keyVotes(affinities, labels: [1, 0, 1], classes: 3, alpha: 3, beta: 2).matrix
    for (found, expected) in zip(votes.values, [1.103638, 3.406006, 0] as [Float]) {
      #expect((found - expected).magnitude < 1e-5)
    }
  }
}
