import Testing

@testable import Tensors

@Suite("Similarities and cross-entropies")
struct LossTests {
  @Test("normalised rows, similarities and both cross-entropies")
  func losses() {
    var check = GradientCheck()
    let scale = check.parameter("scale", [])
    let inputs = [check.matrix(4, 6), check.matrix(4, 6)]
    let contrastive = check.worstError(inputs: inputs, parameters: [scale]) { tape, x in
      tape.contrastiveLoss(
        tape.similarities(tape.normalized(x[0]), tape.normalized(x[1]), logScale: scale))
    }
    #expect(contrastive < GradientCheck.tolerance)
    let smoothed = check.worstError(inputs: [inputs[0]]) { tape, x in
      tape.crossEntropy(x[0], labels: [0, 5, 2, 2], smoothing: 0.1)
    }
    #expect(smoothed < GradientCheck.tolerance)
  }

  @Test("contrastive loss with several positives; with groups of one it is the plain one")
  func severalPositives() {
    var check = GradientCheck()
    let logits = check.matrix(4, 4)
    let error = check.worstError(inputs: [logits]) { tape, x in
      tape.contrastiveLoss(x[0], positives: [7, 2, 7, 7])
    }
    #expect(error < GradientCheck.tolerance)
    func loss(_ logits: Matrix, _ loss: (Tape, Tensor) -> Tensor) -> Float {
      let tape = Tape(workspace: Workspace())
      return loss(tape, tape.constant(logits)).scalar
    }
    let plain = loss(logits) { $0.contrastiveLoss($1) }
    let alone = loss(logits) { $0.contrastiveLoss($1, positives: [3, 1, 0, 2]) }
    #expect((plain - alone).magnitude < 1e-6)
    // Two pairs of one group, by hand: each row is -1/2 (log p + log (1 - p)), p = 1 / (1 + e^-2).
    let pair = Matrix(rows: 2, columns: 2, values: [2, 0, 0, 2])
    let both = loss(pair) { $0.contrastiveLoss($1, positives: [5, 5]) }
    #expect((both - 1.1269280110429727).magnitude < 1e-6)
  }

  @Test("cross-entropy against distributions; of one-hot ones it is that of labels, to the bit")
  func softLabels() {
    var check = GradientCheck()
    let logits = check.matrix(3, 4)
    let targets = Matrix(
      rows: 3, columns: 4, values: [0.7, 0.1, 0.2, 0, 0, 0, 0, 1, 0.25, 0.25, 0.25, 0.25])
    let soft = check.worstError(inputs: [logits]) { tape, x in
      tape.crossEntropy(x[0], targets: targets, smoothing: 0.1)
    }
    #expect(soft < GradientCheck.tolerance)
    let labels = [2, 0, 3]
    let oneHot = Matrix(
      rows: 3, columns: 4, values: labels.flatMap { label in (0..<4).map { $0 == label ? 1 : 0 } })
    func bits(_ loss: (Tape, Tensor) -> Tensor) -> (UInt32, [UInt32]) {
      let tape = Tape(workspace: Workspace(), gradients: Gradients(of: [], slots: 1))
      let x = tape.variable(logits)
      let value = loss(tape, x)
      tape.backward(value)
      return (value.scalar.bitPattern, x.gradientMatrix.values.map(\.bitPattern))
    }
    let hard = bits { $0.crossEntropy($1, labels: labels) }
    let same = bits { $0.crossEntropy($1, targets: oneHot) }
    #expect(hard.0 == same.0)
    #expect(hard.1 == same.1)
  }
}
