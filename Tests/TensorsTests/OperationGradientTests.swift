import RandomStreams
import Testing

@testable import Tensors

/// Central differences against the hand-written backward passes.
///
/// The loss is a fixed random weighting of the output summed in double precision; h = 4e-3 balances
/// the truncation error h^2 against single-precision rounding, which leaves a relative error of
/// about 2e-3 of the largest component.
struct GradientCheck {
  var random = RandomSource(seed: 7, purpose: "gradient check")

  mutating func matrix(_ rows: Int, _ columns: Int, scale: Double = 1) -> Matrix {
    Matrix(
      rows: rows, columns: columns, values: random.normals(rows * columns, standardDeviation: scale)
    )
  }

  mutating func parameter(_ name: String, _ shape: [Int], scale: Double = 0.5) -> Parameter {
    let parameter = Parameter(
      name, shape: shape,
      values: random.normals(shape.reduce(1, *), standardDeviation: scale))
    parameter.isTrainable = true
    return parameter
  }

  /// The largest error, relative to the largest gradient component, over inputs and parameters.
  mutating func worstError(
    inputs: [Matrix], parameters: [Parameter] = [], _ forward: (Tape, [Tensor]) -> Tensor
  ) -> Double {
    let workspace = Workspace()
    let gradients = Gradients(of: parameters, slots: 1)
    let tape = Tape(workspace: workspace, gradients: gradients)
    let leaves = inputs.map { tape.variable($0) }
    let output = forward(tape, leaves)
    let weights = matrix(output.rows, output.columns)
    tape.backward(output, seed: weights)

    func loss(_ inputs: [Matrix]) -> Double {
      let tape = Tape(workspace: workspace)
      let output = forward(tape, inputs.map { tape.constant($0) }).matrix
      return zip(output.values, weights.values).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
    let h: Float = 4e-3
    var worst = 0.0
    func compare(_ analytic: [Float], _ numeric: [Double]) {
      let size = max(numeric.map(abs).max() ?? 0, 1e-3)
      for (a, n) in zip(analytic, numeric) { worst = max(worst, abs(Double(a) - n) / size) }
    }
    for (k, input) in inputs.enumerated() {
      var numeric: [Double] = []
      for i in input.values.indices {
        var moved = inputs
        moved[k].values[i] = input.values[i] + h
        let up = loss(moved)
        moved[k].values[i] = input.values[i] - h
        numeric.append((up - loss(moved)) / (2 * Double(h)))
      }
      compare(leaves[k].gradientMatrix.values, numeric)
    }
    for parameter in parameters {
      let original = parameter.values
      var numeric: [Double] = []
      for i in original.indices {
        var moved = original
        moved[i] = original[i] + h
        parameter.values = moved
        let up = loss(inputs)
        moved[i] = original[i] - h
        parameter.values = moved
        numeric.append((up - loss(inputs)) / (2 * Double(h)))
      }
      parameter.values = original
      compare(gradients.values(parameter), numeric)
    }
    return worst
  }
}

@Suite("Backward passes agree with central differences")
struct OperationGradientTests {
  let tolerance = 5e-3

  @Test("linear, with bias and residual")
  func linear() {
    var check = GradientCheck()
    let weight = check.parameter("w", [5, 7])
    let bias = check.parameter("b", [5])
    let inputs = [check.matrix(6, 7), check.matrix(6, 5)]
    let error = check.worstError(inputs: inputs, parameters: [weight, bias]) { tape, x in
      tape.linear(x[0], weight, bias, residual: x[1])
    }
    #expect(error < tolerance)
  }

  @Test("linear with a smooth activation", arguments: [Activation.quickGELU, .gelu])
  func activated(activation: Activation) {
    var check = GradientCheck()
    let weight = check.parameter("w", [11, 3])
    let bias = check.parameter("b", [11])
    let inputs = [check.matrix(5, 3)]
    let error = check.worstError(inputs: inputs, parameters: [weight, bias]) { tape, x in
      tape.linear(x[0], weight, bias, activation: activation)
    }
    #expect(error < tolerance)
  }

  @Test("low-rank delta, on a trained and on a frozen base", arguments: [true, false])
  func lowRank(trainsBase: Bool) {
    var check = GradientCheck()
    let weight = check.parameter("w", [12, 6])
    weight.isTrainable = trainsBase
    let a = check.parameter("a", [2, 6])
    let b = check.parameter("b", [4, 2])
    let inputs = [check.matrix(5, 6)]
    let trained = trainsBase ? [weight, a, b] : [a, b]
    let error = check.worstError(inputs: inputs, parameters: trained) { tape, x in
      let y = tape.linear(x[0], weight)
      return tape.addLowRank(to: y, x[0], a: a, b: b, scale: 0.7, column: 4)
    }
    #expect(error < tolerance)
  }

  @Test("layer normalisation, of a width that is no multiple of a vector", arguments: [16, 19, 40])
  func layerNorm(width: Int) {
    var check = GradientCheck()
    let gamma = check.parameter("gamma", [width], scale: 1)
    let beta = check.parameter("beta", [width])
    let inputs = [check.matrix(4, width)]
    let error = check.worstError(inputs: inputs, parameters: [gamma, beta]) { tape, x in
      tape.layerNorm(x[0], gamma, beta, epsilon: 1e-5)
    }
    #expect(error < tolerance)
  }

  @Test("relu passes what is positive, by hand")
  func relu() {
    let weight = Parameter("w", shape: [2, 2], values: [1, 0, 0, 1])
    let tape = Tape(workspace: Workspace(), gradients: Gradients(of: [], slots: 1))
    let x = tape.variable(Matrix(rows: 2, columns: 2, values: [-1, 2, 0, -3]))
    let y = tape.linear(x, weight, nil, activation: .relu)
    #expect(y.matrix.values == [0, 2, 0, 0])
    tape.backward(y, seed: Matrix(rows: 2, columns: 2, values: [5, 6, 7, 8]))
    #expect(x.gradientMatrix.values == [0, 6, 0, 0])
  }

  @Test("dot product, also of a tensor with itself")
  func dotProduct() {
    var check = GradientCheck()
    let inputs = [check.matrix(4, 7), check.matrix(4, 7)]
    let error = check.worstError(inputs: inputs) { tape, x in
      tape.combination(tape.dotProduct(x[0], x[1]), 0.5, tape.dotProduct(x[0], x[0]), 2)
    }
    #expect(error < tolerance)
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
    #expect(error < tolerance)
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

  @Test("attention", arguments: [true, false])
  func attention(causal: Bool) {
    var check = GradientCheck()
    let inputs = [check.matrix(2 * 9, 3 * 8)]
    let error = check.worstError(inputs: inputs) { tape, x in
      tape.attention(
        x[0], layout: TokenLayout(sequences: 2, length: 9), heads: 2, causal: causal)
    }
    #expect(error < tolerance)
  }

  /// Two groups, one with a beginning that three sequences share, of 3 + 1 + 4 + 2 and of 5 rows.
  private let shared = TokenLayout(groups: [(3, [1, 4, 2]), (0, [5])])

  @Test("attention of sequences that share a beginning")
  func sharedAttention() {
    var check = GradientCheck()
    let inputs = [check.matrix(15, 3 * 8)]
    let error = check.worstError(inputs: inputs) { tape, x in
      tape.attention(x[0], layout: shared, heads: 2, causal: true)
    }
    #expect(error < tolerance)
  }

  @Test("attention of one token of each sequence")
  func pooledAttention() {
    var check = GradientCheck()
    let inputs = [check.matrix(4, 8), check.matrix(15, 2 * 8)]
    let error = check.worstError(inputs: inputs) { tape, x in
      tape.attention(queries: x[0], keysAndValues: x[1], layout: shared, heads: 2)
    }
    #expect(error < tolerance)
  }

  @Test("linear, of some outputs")
  func someOutputs() {
    var check = GradientCheck()
    let weight = check.parameter("w", [7, 5])
    let bias = check.parameter("b", [7])
    let error = check.worstError(
      inputs: [check.matrix(3, 5)], parameters: [weight, bias]
    ) { tape, x in tape.linear(x[0], weight, bias, outputs: 2..<6) }
    #expect(error < tolerance)
  }

  @Test("gathered rows, with rows used twice and not at all")
  func gather() {
    var check = GradientCheck()
    let inputs = [check.matrix(3, 5), check.matrix(2, 5)]
    let rows = [(0, 2), (1, 0), (0, 2), (1, 1)].map { RowReference(source: $0.0, row: $0.1) }
    let error = check.worstError(inputs: inputs) { tape, x in tape.gather(x, rows) }
    #expect(error < tolerance)
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
      #expect(error < tolerance)
    }
  }

  @Test("patches")
  func patches() {
    var check = GradientCheck()
    let inputs = [check.matrix(2, 3 * 4 * 4)]
    let error = check.worstError(inputs: inputs) { tape, x in
      tape.patches(x[0], channels: 3, side: 4, patch: 2)
    }
    #expect(error < tolerance)
  }

  @Test("normalised rows, similarities and both cross-entropies")
  func losses() {
    var check = GradientCheck()
    let scale = check.parameter("scale", [])
    let inputs = [check.matrix(4, 6), check.matrix(4, 6)]
    let contrastive = check.worstError(inputs: inputs, parameters: [scale]) { tape, x in
      tape.contrastiveLoss(
        tape.similarities(tape.normalized(x[0]), tape.normalized(x[1]), logScale: scale))
    }
    #expect(contrastive < tolerance)
    let smoothed = check.worstError(inputs: [inputs[0]]) { tape, x in
      tape.crossEntropy(x[0], labels: [0, 5, 2, 2], smoothing: 0.1)
    }
    #expect(smoothed < tolerance)
  }

  @Test("contrastive loss with several positives; with groups of one it is the plain one")
  func severalPositives() {
    var check = GradientCheck()
    let logits = check.matrix(4, 4)
    let error = check.worstError(inputs: [logits]) { tape, x in
      tape.contrastiveLoss(x[0], positives: [7, 2, 7, 7])
    }
    #expect(error < tolerance)
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
    #expect(soft < tolerance)
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

  @Test("divergence of rows from others; of equal rows it is 0")
  func divergence() {
    var check = GradientCheck()
    let inputs = [check.matrix(3, 5), check.matrix(3, 5)]
    #expect(check.worstError(inputs: inputs) { $0.divergence($1[0], from: $1[1]) } < tolerance)
    let tape = Tape(workspace: Workspace())
    let x = tape.constant(inputs[0])
    #expect(abs(tape.divergence(x, from: x).scalar) < 1e-7)
    // By hand: softmax (1/2, 1/2) from (3/4, 1/4) is log(4/3)/2 + log(2)/2 - log(2)/2 ... = log(2/sqrt 3).
    let half = tape.constant(Matrix(rows: 1, columns: 2, values: [0, 0]))
    let skewed = tape.constant(Matrix(rows: 1, columns: 2, values: [Float(logarithm(3)), 0]))
    #expect(
      abs(Double(tape.divergence(half, from: skewed).scalar) - logarithm(2 / 3.squareRoot()))
        < 1e-7)
  }

  @Test("a proximal step ends at the weighted mean, by hand; of strength 0 it changes no bit")
  func proximal() {
    let weight = Parameter("w", shape: [2], values: [1, -3])
    weight.move(towards: [3, 1], strength: 1)
    #expect(weight.values == [2, -1])
    weight.move(towards: [0, 0], weights: [0, 3], strength: 1)
    #expect(weight.values == [2, -0.25])
    weight.move(towards: [7, 7], strength: 0)
    #expect(weight.values == [2, -0.25])
  }

  @Test("similarities of rows with groups of their own")
  func groupedSimilarities() {
    var check = GradientCheck()
    let scale = check.parameter("scale", [])
    let inputs = [check.matrix(3, 6), check.matrix(3 * 4, 6)]
    let error = check.worstError(inputs: inputs, parameters: [scale]) { tape, x in
      tape.groupedSimilarities(tape.normalized(x[0]), tape.normalized(x[1]), logScale: scale)
    }
    #expect(error < tolerance)
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

  @Test("the mean entropy of chosen rows; of none it is 0 and has no gradient")
  func meanEntropy() {
    var check = GradientCheck()
    let inputs = [check.matrix(5, 6)]
    for epsilon in [1e-5, 0.1] {
      let error = check.worstError(inputs: inputs) { tape, x in
        let entropy = tape.meanEntropy(x[0], rows: [0, 3, 4], epsilon: epsilon)
        return tape.combination(entropy, 1, tape.dotProduct(x[0], x[0]), 0.1)
      }
      #expect(error < tolerance)
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
    #expect(error < tolerance)
    let tape = Tape(workspace: Workspace())
    let x = tape.constant(inputs[0])
    let again = tape.recomputed(x, rows: 3, columns: 5, pieces: [0..<15]) { tape, x, _ in
      tape.linear(tape.normalized(x), weight)
    }
    #expect(again.matrix == tape.linear(tape.normalized(x), weight).matrix)
  }

  @Test("a tensor used by several operations collects all gradients")
  func reuse() {
    var check = GradientCheck()
    let weight = check.parameter("w", [5, 5])
    let inputs = [check.matrix(3, 5)]
    let error = check.worstError(inputs: inputs, parameters: [weight]) { tape, x in
      let y = tape.linear(x[0], weight)
      return tape.combination(
        tape.linear(y, weight, residual: y), 0.3, tape.normalized(y), 1.5)
    }
    #expect(error < tolerance)
  }
}
