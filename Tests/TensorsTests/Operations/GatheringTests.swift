import Testing

@testable import Tensors

@Suite("Rows, positions and patches")
struct GatheringTests {
  @Test("gathered rows, with rows used twice and not at all")
  func gather() {
    var check = GradientCheck()
    let inputs = [check.matrix(3, 5), check.matrix(2, 5)]
    let rows = [(0, 2), (1, 0), (0, 2), (1, 1)].map { RowReference(source: $0.0, row: $0.1) }
    let error = check.worstError(inputs: inputs) { tape, x in tape.gather(x, rows) }
    #expect(error < GradientCheck.tolerance)
  }

  @Test("positions, shared by sequences and one for each row")
  func positions() {
    var check = GradientCheck()
    let table = check.parameter("positions", [4, 5])
    let inputs = [check.matrix(6, 5)]
    for positions in [[0, 1, 3], [0, 1, 2, 0, 3, 3]] {
      let error = check.worstError(inputs: inputs, parameters: [table]) { tape, x in
        tape.addPositions(x[0], table, positions: positions)
      }
      #expect(error < GradientCheck.tolerance)
    }
  }

  @Test("patches")
  func patches() {
    var check = GradientCheck()
    let inputs = [check.matrix(2, 3 * 4 * 4)]
    let error = check.worstError(inputs: inputs) { tape, x in
      tape.patches(x[0], channels: 3, side: 4, patch: 2)
    }
    #expect(error < GradientCheck.tolerance)
  }
}
