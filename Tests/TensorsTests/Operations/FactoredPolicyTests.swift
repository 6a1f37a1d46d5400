import Testing

@testable import Tensors

/// Policies over classes and details, against central differences and enumeration of all pairs.
@Suite("Losses of policies in two steps")
struct FactoredPolicyTests {
  /// Details of three classes.
  private let sizes = [2, 1, 3]

  private func sample() -> (
    check: GradientCheck, logits: Matrix, details: Matrix, constants: DoubleMatrix
  ) {
    var check = GradientCheck()
    let logits = check.matrix(4, 3)
    let details = check.matrix(4, 6)
    return (check, logits, details, DoubleMatrix(check.matrix(4, 6)))
  }

  /// pi(a, d) of one row, by exponentials without any care.
  private func joint(_ logits: Matrix, _ details: Matrix, row: Int) -> [Double] {
    let powers = logits.row(row).map { exponential(Double($0)) }
    let total = powers.reduce(0, +)
    var start = 0
    return sizes.enumerated().flatMap { label, size in
      let own = details.row(row).dropFirst(start).prefix(size).map { exponential(Double($0)) }
      start += size
      let sum = own.reduce(0, +)
      return own.map { powers[label] / total * $0 / sum }
    }
  }

  @Test("have joint probabilities of sum 1")
  func total() {
    let (_, logits, details, _) = sample()
    let classes = logSoftmax(logits)
    let logs = logSoftmax(details, sizes: sizes)
    for row in 0..<4 {
      var sum = 0.0
      var column = 0
      for (label, size) in sizes.enumerated() {
        for _ in 0..<size {
          let own = exponential(classes[row, label] + logs[row, column])
          #expect((own - joint(logits, details, row: row)[column]).magnitude < 1e-12)
          sum += own
          column += 1
        }
      }
      #expect((sum - 1).magnitude < 1e-12)
    }
  }

  @Test("have the expected reward that all pairs of class and detail give")
  func expectedReward() {
    var (check, logits, details, rewards) = sample()
    var expected = 0.0
    for row in 0..<4 {
      for (column, chance) in joint(logits, details, row: row).enumerated() {
        expected -= chance * rewards[row, column] / 4
      }
    }
    let tape = Tape(workspace: Workspace())
    let found = tape.expectedReward(
      tape.constant(logits), details: tape.constant(details), rewards: rewards, sizes: sizes)
    #expect((Double(found.scalar) - expected).magnitude < 1e-6)
    let error = check.worstError(inputs: [logits, details]) { tape, x in
      tape.expectedReward(x[0], details: x[1], rewards: rewards, sizes: sizes)
    }
    #expect(error < 5e-3)
  }

  @Test("have weighted log probabilities of details within their class")
  func weighted() {
    var (check, _, details, weights) = sample()
    let logs = logSoftmax(details, sizes: sizes)
    var expected = 0.0
    for i in logs.values.indices { expected -= weights.values[i] * logs.values[i] / 4 }
    let tape = Tape(workspace: Workspace())
    let found = tape.weightedLogProbabilities(
      tape.constant(details), weights: weights, sizes: sizes)
    #expect((Double(found.scalar) - expected).magnitude < 1e-6)
    let error = check.worstError(inputs: [details]) { tape, x in
      tape.weightedLogProbabilities(x[0], weights: weights, sizes: sizes)
    }
    #expect(error < 5e-3)
  }

  @Test("learn nothing from equal rewards: gradients of exactly zero")
  func equalRewards() {
    let (_, logits, details, _) = sample()
    let equal = DoubleMatrix(rows: 4, columns: 6, values: [Double](repeating: 0.7, count: 24))
    let tape = Tape(workspace: Workspace(), gradients: Gradients(of: [], slots: 1))
    let (a, d) = (tape.variable(logits), tape.variable(details))
    tape.backward(tape.expectedReward(a, details: d, rewards: equal, sizes: sizes))
    #expect(a.gradientMatrix.values.allSatisfy { $0 == 0 })
    #expect(d.gradientMatrix.values.allSatisfy { $0 == 0 })
  }
}
