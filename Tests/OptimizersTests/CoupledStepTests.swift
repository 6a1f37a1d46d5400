import Optimizers
import RandomStreams
import Tensors
import Testing

/// Two linear branches under a contrastive loss, in shards of three.
private struct TwoTowers {
  let weights: [Parameter]
  let scale = Parameter("scale", shape: [], values: [1])
  let step: CoupledStep
  private let inputs: [Matrix]

  init(threads: Int, count: Int = 11) {
    var random = RandomSource(seed: 1, purpose: "two towers")
    weights = ["a", "b"].map {
      Parameter($0, shape: [4, 6], values: random.normals(24, standardDeviation: 0.5))
    }
    inputs = (0..<2).map { _ in
      Matrix(rows: count, columns: 6, values: random.normals(count * 6, standardDeviation: 1))
    }
    for weight in weights { weight.isTrainable = true }
    step = CoupledStep(training: weights + [scale], on: Workers(threads: threads))
  }

  func run() -> Float {
    let branches = weights.indices.map { index -> Branch in
      let weight = weights[index]
      let input = inputs[index]
      return .encoded(
        Encoding(count: input.rows, shardSize: 3) { tape, range in
          let rows = range.flatMap { input.row($0) }
          let part = Matrix(rows: range.count, columns: input.columns, values: rows)
          return tape.linear(tape.constant(part), weight)
        })
    }
    return step.run(branches) { tape, features in
      tape.contrastiveLoss(
        tape.similarities(
          tape.normalized(features[0]), tape.normalized(features[1]), logScale: scale))
    }
  }
}

@Suite("Coupled steps")
struct CoupledStepTests {
  @Test("memory is flat: nothing is allocated after the first step")
  func memory() {
    let towers = TwoTowers(threads: 2)
    let optimizer = AdamW(towers.step.gradients.parameters)
    var counts: [Int] = []
    for _ in 0..<50 {
      _ = towers.run()
      optimizer.update(towers.step.gradients, learningRate: 1e-3, on: Workers(threads: 2))
      counts.append(towers.step.allocatedCount)
    }
    #expect(counts[0] > 0)
    #expect(Set(counts.dropFirst(2)).count == 1, "\(counts)")
  }

  @Test("loss and gradients are equal bit for bit for any number of threads", arguments: [2, 3, 8])
  func threads(threads: Int) {
    let one = TwoTowers(threads: 1)
    let many = TwoTowers(threads: threads)
    #expect(one.run().bitPattern == many.run().bitPattern)
    for (a, b) in zip(one.weights, many.weights) {
      #expect(one.step.gradients.values(a) == many.step.gradients.values(b))
    }
  }

  @Test("a second step starts from zero gradients")
  func clearing() {
    let towers = TwoTowers(threads: 1)
    let first = towers.run()
    let gradient = towers.step.gradients.values(towers.weights[0])
    #expect(towers.run() == first)
    #expect(towers.step.gradients.values(towers.weights[0]) == gradient)
  }

  @Test("frozen weights have no gradient buffer, and constants need none")
  func frozen() {
    let towers = TwoTowers(threads: 1)
    #expect(towers.step.gradients.parameters.map(\.name) == ["a", "b"])
  }

  @Test("fewer items than a shard, and one alone, are encoded whole", arguments: [1, 2, 3, 4])
  func small(count: Int) {
    let towers = TwoTowers(threads: 2, count: count)
    let loss = towers.run()
    #expect(loss.isFinite)
    // One pair has nothing to be told apart from.
    if count == 1 { #expect(loss == 0) }
  }
}
