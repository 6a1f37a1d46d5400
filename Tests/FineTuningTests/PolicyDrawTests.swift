import Optimizers
import RandomStreams
import Tensors
import Testing

@testable import FineTuning

/// Draws of policies, their temperature, and the closed forms that sampled gradients must meet.
@Suite("Policies")
struct PolicyDrawTests {
  /// Logits of three shots and five classes.
  private static let logits = Matrix(
    rows: 3, columns: 5,
    values: [0.5, -1, 0.3, 2, -0.2, 1, 1, 1, 1, 1, -2, 0.1, 0.8, 0.9, 0.4])
  private static let labels = [3, 0, 2]

  private static func batch(step: Int, targets: Matrix? = nil) -> TrainingBatch {
    TrainingBatch(
      shots: [0, 1, 2], labels: labels, targets: targets, epoch: 0, step: step,
      images: .constant(logits), patches: { .constant(logits) })
  }

  private static func gradient(_ loss: (Tape, Tensor) -> Tensor) -> [Double] {
    let tape = Tape(workspace: Workspace(), gradients: Gradients(of: [], slots: 1))
    let x = tape.variable(logits)
    tape.backward(loss(tape, x))
    return x.gradientMatrix.values.map(Double.init)
  }

  @Test(
    "have sampled gradients whose mean is that of the exact expected reward, within 4 standard errors",
    arguments: [false, true])
  func unbiased(isSoft: Bool) throws {
    let soft = Matrix(
      rows: 3, columns: 5,
      values: [0.1, 0, 0.4, 0.5, 0, 1, 0, 0, 0, 0, 0.2, 0.2, 0.2, 0.2, 0.2])
    let targets = isSoft ? soft : nil
    let logs = logSoftmax(PolicyDrawTests.logits)
    let rewards = PolicyDrawTests.batch(step: 0, targets: targets).rewards(classes: 5)
    let exact = PolicyDrawTests.gradient { $0.expectedReward($1, rewards: rewards) }
    let sampler = ActionSampler(seed: 3, stage: 0)
    let count = 10_000
    for advantages in [Advantages.plain, .leaveOneOut] {
      let loss = SampledLoss(count: 8, advantages: advantages)
      var sums = [Double](repeating: 0, count: 15)
      var squares = sums
      for step in 0..<count {
        let (weights, _) = loss.weights(
          logs, batch: PolicyDrawTests.batch(step: step, targets: targets), rewards: rewards,
          sampler: sampler)
        let gradient = PolicyDrawTests.gradient {
          $0.weightedLogProbabilities($1, weights: weights)
        }
        for (i, value) in gradient.enumerated() {
          sums[i] += value
          squares[i] += value * value
        }
      }
      for i in sums.indices {
        let mean = sums[i] / Double(count)
        let variance = max(0, squares[i] / Double(count) - mean * mean)
        let error = (variance / Double(count)).squareRoot()
        #expect((mean - exact[i]).magnitude <= 4 * error + 1e-7, "\(advantages) \(i)")
      }
    }
  }

  @Test("are drawn with their probabilities, as functions of seed, step and shot alone")
  func draws() {
    let logs = logSoftmax(PolicyDrawTests.logits)
    let sampler = ActionSampler(seed: 1, stage: 0)
    let drawn = sampler.actions(40_000, from: logs, row: 0, shot: 7, step: 2)
    var statistic = 0.0
    for c in 0..<5 {
      let expected = 40_000 * exponential(logs[0, c])
      let difference = Double(drawn.count { $0 == c }) - expected
      statistic += difference * difference / expected
    }
    // Chi-squared with 4 degrees of freedom is below 18.5 in 99.9 %.
    #expect(statistic < 18.5)
    #expect(sampler.actions(8, from: logs, row: 0, shot: 7, step: 2) == [Int](drawn.prefix(8)))
    for other in [
      ActionSampler(seed: 2, stage: 0).actions(8, from: logs, row: 0, shot: 7, step: 2),
      ActionSampler(seed: 1, stage: 1).actions(8, from: logs, row: 0, shot: 7, step: 2),
      sampler.actions(8, from: logs, row: 0, shot: 8, step: 2),
      sampler.actions(8, from: logs, row: 0, shot: 7, step: 3),
    ] { #expect(other != [Int](drawn.prefix(8))) }
    // Classes without probability are never drawn, nor is there one behind the last.
    let sums = [0, 0.25, 0.25, 1]
    #expect(ActionSampler.draw(0, from: sums) == 1)
    #expect(ActionSampler.draw(0.25, from: sums) == 3)
    #expect(ActionSampler.draw(1, from: sums) == 3)
  }

  @Test("leave groups of equal rewards out of the mean where sampling is dynamic")
  func dynamicSampling() {
    let logs = logSoftmax(PolicyDrawTests.logits)
    let sampler = ActionSampler(seed: 1, stage: 0)
    var seen = 0
    for step in 0..<20 {
      let batch = PolicyDrawTests.batch(step: step)
      let rewards = batch.rewards(classes: 5)
      let plain = SampledLoss(count: 4, advantages: .leaveOneOut)
        .weights(logs, batch: batch, rewards: rewards, sampler: sampler)
      let dynamic = SampledLoss(count: 4, advantages: .leaveOneOut, isDynamic: true)
        .weights(logs, batch: batch, rewards: rewards, sampler: sampler)
      #expect(plain.equal == dynamic.equal)
      guard plain.equal < 3 else { continue }
      seen += plain.equal
      let factor = 3 / Double(3 - plain.equal)
      #expect(dynamic.weights.values == plain.weights.values.map { $0 * factor })
    }
    #expect(seen > 0)
  }

  @Test("are pushed by the likeliest classes where they are not drawn, by hand")
  func likeliest() {
    let logs = logSoftmax(PolicyDrawTests.logits)
    let batch = PolicyDrawTests.batch(step: 0)
    let (weights, equal) = SampledLoss(count: 3, advantages: .centred(.none), isDrawn: false)
      .weights(
        logs, batch: batch, rewards: batch.rewards(classes: 5),
        sampler: ActionSampler(seed: 1, stage: 0))
    // Classes 3, 0, 2; 0, 1, 2 of equals; 3, 2, 4: the label's share is (1 - 1/3) / 3, others' -1/9.
    let (right, wrong) = (2.0 / 9, -1.0 / 9)
    let expected = [
      wrong, 0, wrong, right, 0, right, wrong, wrong, 0, 0, 0, 0, right, wrong, wrong,
    ]
    for (found, value) in zip(weights.values, expected) {
      #expect((found - value).magnitude < 1e-12)
    }
    #expect(equal == 0)
  }

  @Test("choose the temperature at which fewest groups have one reward")
  func automaticTemperature() {
    var random = RandomSource(seed: 5, purpose: "cosines")
    let cosines = Matrix(
      rows: 12, columns: 6,
      // The label's is the largest more often than not.
      values: (0..<72).map {
        Float(
          (($0 % 6) == ($0 / 6) % 6 ? 0.26 : 0.2) + random.normals(1, standardDeviation: 0.05)[0])
      })
    let rewards: @Sendable (Int) -> [Double] = { row in (0..<6).map { $0 == row % 6 ? 1 : 0 } }
    func starved(_ inverse: Double) -> Double {
      var sum = 0.0
      for row in 0..<12 {
        let powers = (0..<6).map { exponential(inverse * Double(cosines[row, $0])) }
        let p = powers[row % 6] / powers.reduce(0, +)
        var (right, wrong) = (1.0, 1.0)
        for _ in 0..<8 { (right, wrong) = (right * p, wrong * (1 - p)) }
        sum += right + wrong
      }
      return sum / 12
    }
    let one = PolicyTemperature.automatic(
      cosines, rewards: rewards, groupSize: 8, workers: Workers(threads: 1))
    let two = PolicyTemperature.automatic(
      cosines, rewards: rewards, groupSize: 8, workers: Workers(threads: 2))
    #expect(one == two)
    #expect(one > 5 && one < 100)
    for step in 0...1000 {
      let inverse = 5 + 95 * Double(step) / 1000
      // The grid is 5 % wide.
      #expect(starved(one) <= starved(inverse) + 1e-3)
    }
    #expect(PolicyTemperature.candidates.count == 61)
    #expect((PolicyTemperature.candidates[60] - 100).magnitude < 1e-9)
  }

  @Test("rewarded for a class and held to another policy end at pi_0 exp(r / beta), normalised")
  func closedForm() throws {
    let reference = logSoftmax(
      Matrix(rows: 1, columns: 5, values: [0.3, -0.7, 1.1, 0, 0.2]))
    let rewards = DoubleMatrix(rows: 1, columns: 5, values: [0, 1, 0.5, 0, 0.2])
    for beta in [0.2, 1, 1e6] {
      var logits = Matrix(rows: 1, columns: 5, values: reference.values.map { Float($0) })
      for _ in 0..<4000 {
        let tape = Tape(workspace: Workspace(), gradients: Gradients(of: [], slots: 1))
        let x = tape.variable(logits)
        let loss = tape.combination(
          tape.expectedReward(x, rewards: rewards), 1 / Float(1 + beta),
          tape.divergence(x, from: reference), Float(beta / (1 + beta)))
        tape.backward(loss)
        for (i, slope) in x.gradientMatrix.values.enumerated() { logits.values[i] -= 2 * slope }
      }
      let found = logSoftmax(logits)
      let best = reference.values.indices.map {
        exponential(reference.values[$0] + rewards.values[$0] / beta)
      }
      let total = best.reduce(0, +)
      for c in 0..<5 {
        #expect((exponential(found[0, c]) - best[c] / total).magnitude < 1e-5, "\(beta)")
      }
      // The anchor alone, for beta without end.
      if beta == 1e6 {
        for c in 0..<5 {
          #expect((found[0, c] - reference[0, c]).magnitude < 1e-5)
        }
      }
    }
  }

  @Test("have the divergence that k3, the estimator from draws, has on average")
  func thirdEstimator() {
    let reference = logSoftmax(
      Matrix(rows: 1, columns: 5, values: [0.3, -0.7, 1.1, 0, 0.2]))
    let logits = PolicyDrawTests.logits.selecting([0])
    let logs = logSoftmax(logits)
    // k3 = pi_0 / pi - 1 - log(pi_0 / pi), averaged over all draws from pi.
    var mean = 0.0
    for c in 0..<5 {
      let ratio = reference[0, c] - logs[0, c]
      mean += exponential(logs[0, c]) * (exponential(ratio) - 1 - ratio)
    }
    let tape = Tape(workspace: Workspace())
    let divergence = tape.divergence(tape.constant(logits), from: reference).scalar
    #expect((Double(divergence) - mean).magnitude < 1e-6)
  }
}
