import Testing

@testable import Tensors

@Suite("Groups of rows")
struct GroupTests {
  @Test("similarities of rows with groups of their own")
  func groupedSimilarities() {
    var check = GradientCheck()
    let scale = check.parameter("scale", [])
    let inputs = [check.matrix(3, 6), check.matrix(3 * 4, 6)]
    let error = check.worstError(inputs: inputs, parameters: [scale]) { tape, x in
      tape.groupedSimilarities(tape.normalized(x[0]), tape.normalized(x[1]), logScale: scale)
    }
    #expect(error < GradientCheck.tolerance)
  }

  @Test("groups' similarities are each row's with its own, by hand")
  func groupsByHand() {
    let tape = Tape(workspace: Workspace())
    let scale = Parameter("scale", shape: [], values: [0])
    let a = tape.constant(Matrix(rows: 2, columns: 2, values: [1, 2, 3, 4]))
    let b = tape.constant(Matrix(rows: 4, columns: 2, values: [1, 0, 0, 1, 1, 1, -1, 0]))
    let found = tape.groupedSimilarities(a, b, logScale: scale).matrix
    #expect(found == Matrix(rows: 2, columns: 2, values: [1, 2, 7, -3]))
  }

  @Test("what is computed again in pieces has the same values and gradients")
  func recomputed() {
    var check = GradientCheck()
    let weight = check.parameter("w", [5, 4])
    weight.isTrainable = false
    let inputs = [check.matrix(3, 4)]
    let error = check.worstError(inputs: inputs) { tape, x in
      let again = tape.recomputed(x[0], rows: 3, columns: 5, pieces: [0..<5, 5..<10, 10..<15]) {
        tape, x, range in
        tape.linear(tape.normalized(tape.gather(x, rows: [range.lowerBound / 5])), weight)
      }
      // The input is used beside it, so that gradients add up.
      return tape.linear(again, Parameter("v", shape: [4, 5], repeating: 0.3), residual: x[0])
    }
    #expect(error < GradientCheck.tolerance)
    let tape = Tape(workspace: Workspace())
    let x = tape.constant(inputs[0])
    let again = tape.recomputed(x, rows: 3, columns: 5, pieces: [0..<15]) { tape, x, _ in
      tape.linear(tape.normalized(x), weight)
    }
    #expect(again.matrix == tape.linear(tape.normalized(x), weight).matrix)
  }
}
