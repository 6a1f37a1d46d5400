import Testing

@testable import Tensors

@Suite("Attention")
struct AttentionTests {
  /// Two groups, one with a beginning that three sequences share, of 3 + 1 + 4 + 2 and of 5 rows.
  private let shared = TokenLayout(groups: [(3, [1, 4, 2]), (0, [5])])

  @Test("attention", arguments: [true, false])
  func attention(causal: Bool) {
    var check = GradientCheck()
    let inputs = [check.matrix(2 * 9, 3 * 8)]
    let error = check.worstError(inputs: inputs) { tape, x in
      tape.attention(
        x[0], layout: TokenLayout(sequences: 2, length: 9), heads: 2, causal: causal)
    }
    #expect(error < GradientCheck.tolerance)
  }

  @Test("attention of sequences that share a beginning")
  func sharedAttention() {
    var check = GradientCheck()
    let inputs = [check.matrix(15, 3 * 8)]
    let error = check.worstError(inputs: inputs) { tape, x in
      tape.attention(x[0], layout: shared, heads: 2, causal: true)
    }
    #expect(error < GradientCheck.tolerance)
  }

  @Test("attention of one token of each sequence")
  func pooledAttention() {
    var check = GradientCheck()
    let inputs = [check.matrix(4, 8), check.matrix(15, 2 * 8)]
    let error = check.worstError(inputs: inputs) { tape, x in
      tape.attention(queries: x[0], keysAndValues: x[1], layout: shared, heads: 2)
    }
    #expect(error < GradientCheck.tolerance)
  }
}
