import RandomStreams
import Testing

@testable import Tensors

/// The losses of policies against central differences and against their formulas word for word.
@Suite("Losses of policies")
struct PolicyLossTests {
  let tolerance = 5e-3

  /// Logits `[4, 5]` and constants of the same size.
  private func sample() -> (check: GradientCheck, logits: Matrix, constants: DoubleMatrix) {
    var check = GradientCheck()
    let logits = check.matrix(4, 5)
    return (check, logits, DoubleMatrix(check.matrix(4, 5)))
  }

  /// Rows of sum 1, some with a single 1.
  private let targets = DoubleMatrix(
    rows: 4, columns: 5,
    values: [1, 0, 0, 0, 0, 0.2, 0.5, 0, 0.3, 0, 0, 0, 0, 0, 1, 0.2, 0.2, 0.2, 0.2, 0.2])

  /// The mean over rows of a function of the probabilities, by exponentials without any care.
  private func mean(
    _ logits: Matrix, _ value: (_ row: Int, _ p: [Double]) -> Double
  ) -> Double {
    var sum = 0.0
    for row in 0..<logits.rows {
      let powers = logits.row(row).map { exponential(Double($0)) }
      let total = powers.reduce(0, +)
      sum += value(row, powers.map { $0 / total })
    }
    return sum / Double(logits.rows)
  }

  private func value(of logits: Matrix, _ loss: (Tape, Tensor) -> Tensor) -> Double {
    let tape = Tape(workspace: Workspace())
    return Double(loss(tape, tape.constant(logits)).scalar)
  }

  @Test("the log softmax in double precision is the formula's, also far from 0")
  func logSoftmaxByFormula() {
    let (_, logits, _) = sample()
    let found = logSoftmax(logits, scale: 2.5)
    var scaled = logits
    for i in scaled.values.indices { scaled.values[i] *= 2.5 }
    for row in 0..<logits.rows {
      let powers = logits.row(row).map { exponential(2.5 * Double($0)) }
      let total = powers.reduce(0, +)
      for (column, power) in powers.enumerated() {
        #expect((found[row, column] - logarithm(power / total)).magnitude < 1e-12)
      }
    }
    let far = logSoftmax(Matrix(rows: 1, columns: 2, values: [1000, 0]))
    #expect(far.values == [0, -1000])
  }

  @Test("weighted log probabilities are -1/n sum w log pi, with either sign of weights")
  func weighted() {
    var (check, logits, weights) = sample()
    let loss: (Tape, Tensor) -> Tensor = { $0.weightedLogProbabilities($1, weights: weights) }
    let expected = mean(logits) { row, p in
      -p.indices.reduce(0) { $0 + weights[row, $1] * logarithm(p[$1]) }
    }
    #expect((value(of: logits, loss) - expected).magnitude < 1e-6)
    #expect(check.worstError(inputs: [logits]) { loss($0, $1[0]) } < tolerance)
  }

  @Test("weighted log probabilities of weights that are targets are the cross-entropy")
  func crossEntropy() {
    let (_, logits, _) = sample()
    let labels = [0, 3, 4, 1]
    var weights = DoubleMatrix(rows: 4, columns: 5)
    for (row, label) in labels.enumerated() { weights[row, label] = 1 }
    let own = value(of: logits) { $0.weightedLogProbabilities($1, weights: weights) }
    let plain = value(of: logits) { $0.crossEntropy($1, labels: labels) }
    #expect((own - plain).magnitude < 1e-6)
  }

  @Test("the expected reward is -1/n sum pi r")
  func expectedReward() {
    var (check, logits, rewards) = sample()
    let loss: (Tape, Tensor) -> Tensor = { $0.expectedReward($1, rewards: rewards) }
    let expected = mean(logits) { row, p in -p.indices.reduce(0) { $0 + rewards[row, $1] * p[$1] } }
    #expect((value(of: logits, loss) - expected).magnitude < 1e-6)
    #expect(check.worstError(inputs: [logits]) { loss($0, $1[0]) } < tolerance)
  }

  @Test("equal rewards, and weights of zero, give a gradient of exactly zero")
  func nothingToLearn() {
    let (_, logits, _) = sample()
    let equal = DoubleMatrix(rows: 4, columns: 5, values: [Double](repeating: 0.3, count: 20))
    for loss in [
      { (tape: Tape, x: Tensor) in tape.expectedReward(x, rewards: equal) },
      { $0.weightedLogProbabilities($1, weights: DoubleMatrix(rows: 4, columns: 5)) },
    ] {
      let tape = Tape(workspace: Workspace(), gradients: Gradients(of: [], slots: 1))
      let x = tape.variable(logits)
      tape.backward(loss(tape, x))
      #expect(x.gradientMatrix.values.allSatisfy { $0 == 0 })
    }
  }

  @Test("the divergence from a constant policy is sum pi log(pi / ref), and 0 of itself")
  func divergence() {
    var (check, logits, others) = sample()
    let reference = logSoftmax(
      Matrix(rows: 4, columns: 5, values: others.values.map { Float($0) }))
    let loss: (Tape, Tensor) -> Tensor = { $0.divergence($1, from: reference) }
    let expected = mean(logits) { row, p in
      p.indices.reduce(0) { $0 + p[$1] * (logarithm(p[$1]) - reference[row, $1]) }
    }
    #expect((value(of: logits, loss) - expected).magnitude < 1e-6)
    #expect(check.worstError(inputs: [logits]) { loss($0, $1[0]) } < tolerance)
    let own = logSoftmax(logits)
    let tape = Tape(workspace: Workspace(), gradients: Gradients(of: [], slots: 1))
    let x = tape.variable(logits)
    let none = tape.divergence(x, from: own)
    tape.backward(none)
    #expect(none.scalar == 0)
    #expect(x.gradientMatrix.values.allSatisfy { $0 == 0 })
  }

  @Test(
    "generalised cross-entropy is sum t (1 - p^q) / q, of one-hot and of soft targets",
    arguments: [0.3, 0.7, 1])
  func generalized(q: Double) {
    var (check, logits, _) = sample()
    let loss: (Tape, Tensor) -> Tensor = {
      $0.generalizedCrossEntropy($1, targets: targets, q: q)
    }
    let expected = mean(logits) { row, p in
      p.indices.reduce(0) { sum, c in
        sum + targets[row, c] * (1 - exponential(q * logarithm(p[c]))) / q
      }
    }
    #expect((value(of: logits, loss) - expected).magnitude < 1e-6)
    #expect(check.worstError(inputs: [logits]) { loss($0, $1[0]) } < tolerance)
  }

  @Test(
    "generalised cross-entropy at q towards 0 is cross-entropy, at q = 1 one minus expected reward")
  func limits() {
    let (_, logits, _) = sample()
    let small = value(of: logits) {
      $0.generalizedCrossEntropy($1, targets: targets, q: 1e-6)
    }
    let entropy = value(of: logits) { $0.weightedLogProbabilities($1, weights: targets) }
    // (1 - p^q) / q = -log p - q (log p)^2 / 2 + ...
    #expect((small - entropy).magnitude < 1e-5)
    let one = value(of: logits) { $0.generalizedCrossEntropy($1, targets: targets, q: 1) }
    let reward = value(of: logits) { $0.expectedReward($1, rewards: targets) }
    #expect((one - 1 - reward).magnitude < 1e-6)
  }

  /// Two samples a row; the old policy is another one, so that some ratios are out of bounds.
  private let actions = [0, 3, 1, 1, 4, 2, 0, 2]
  private let advantages = [1, -0.5, 0.7, 0.7, -1, 0.4, -0.3, 2]

  @Test("the clipped surrogate is min(rho A, clip(rho) A), within and out of bounds")
  func surrogate() {
    var (check, logits, others) = sample()
    let old = logSoftmax(
      Matrix(rows: 4, columns: 5, values: zip(logits.values, others.values).map { $0 + Float($1) }))
    let logs = actions.indices.map { old[$0 / 2, actions[$0]] }
    var bounds: Set<Int> = []
    let expected = mean(logits) { row, p in
      var sum = 0.0
      for sample in 2 * row..<2 * row + 2 {
        let ratio = p[actions[sample]] / exponential(logs[sample])
        bounds.insert(ratio < 0.8 ? -1 : ratio > 1.2 ? 1 : 0)
        let clipped = ratio < 0.8 ? 0.8 : ratio > 1.2 ? 1.2 : ratio
        sum -= min(ratio * advantages[sample], clipped * advantages[sample]) / 2
      }
      return sum
    }
    #expect(bounds == [-1, 0, 1])
    let loss: (Tape, Tensor) -> Tensor = {
      $0.clippedSurrogate(
        $1, actions: actions, advantages: advantages, logProbabilities: logs, clip: 0.2)
    }
    #expect((value(of: logits, loss) - expected).magnitude < 1e-6)
    #expect(check.worstError(inputs: [logits]) { loss($0, $1[0]) } < tolerance)
  }

  @Test("the clipped surrogate at the old policy has the gradient of weighted log probabilities")
  func surrogateStart() {
    let (_, logits, _) = sample()
    let logs = logSoftmax(logits)
    var weights = DoubleMatrix(rows: 4, columns: 5)
    for (sample, action) in actions.enumerated() {
      weights[sample / 2, action] += advantages[sample] / 2
    }
    func gradient(_ loss: (Tape, Tensor) -> Tensor) -> [Float] {
      let tape = Tape(workspace: Workspace(), gradients: Gradients(of: [], slots: 1))
      let x = tape.variable(logits)
      tape.backward(loss(tape, x))
      return x.gradientMatrix.values
    }
    let plain = gradient { $0.weightedLogProbabilities($1, weights: weights) }
    let clipped = gradient {
      $0.clippedSurrogate(
        $1, actions: actions, advantages: advantages,
        logProbabilities: actions.indices.map { logs[$0 / 2, actions[$0]] }, clip: 0.2)
    }
    for (a, b) in zip(plain, clipped) { #expect((a - b).magnitude < 1e-7) }
  }

  @Test("the value's error is the larger of the plain and the clipped one")
  func valueError() {
    var check = GradientCheck()
    let scores = check.matrix(5, 1)
    let targets = [0, 1, 0.5, 1, 0]
    let values = scores.values.map { 1 / (1 + exponential(-Double($0))) }
    // Within reach, moved too far towards the target, and moved too far away from it.
    let old = [values[0], values[1] - 0.3, values[2] + 0.05, values[3] + 0.3, values[4] - 0.3]
    var expected = 0.0
    for i in 0..<5 {
      let near = min(max(values[i], old[i] - 0.2), old[i] + 0.2)
      let plain = (values[i] - targets[i]) * (values[i] - targets[i])
      expected += max(plain, (near - targets[i]) * (near - targets[i])) / 10
    }
    let loss: (Tape, Tensor) -> Tensor = {
      $0.clippedValueError($1, targets: targets, old: old, clip: 0.2)
    }
    #expect((value(of: scores, loss) - expected).magnitude < 1e-6)
    #expect(check.worstError(inputs: [scores]) { loss($0, $1[0]) } < tolerance)
  }
}
