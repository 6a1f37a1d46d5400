import Optimizers
import Tensors
import Testing

/// Steps of one weight whose gradient is given: the loss is gradient times weight.
private func weights(
  _ gradients: [Float], from start: Float, rate: Double, decays: Bool = true,
  _ make: ([Parameter]) -> any Optimizer
) -> [Float] {
  let weight = Parameter("w", shape: [1, 1], values: [start])
  weight.isTrainable = true
  weight.decays = decays
  let workers = Workers(threads: 1)
  let step = CoupledStep(training: [weight], on: workers)
  let optimizer = make(step.gradients.parameters)
  return gradients.map { gradient in
    let input = Branch.constant(Matrix(rows: 1, columns: 1, values: [gradient]))
    _ = step.run([input]) { tape, features in tape.linear(features[0], weight) }
    #expect(step.gradients.values(weight) == [gradient])
    optimizer.update(step.gradients, learningRate: rate, on: workers)
    return weight.values[0]
  }
}

private func expectClose(_ found: [Float], _ expected: [Double]) {
  for (a, b) in zip(found, expected) { #expect(abs(Double(a) - b) < 3e-7, "\(a), not \(b)") }
}

/// Weight 1, gradients 0.5 and -1, rate 0.1; every number by hand from the formulas.
@Suite("Optimiser steps")
struct UpdateTests {
  /// 1 * 0.99 - 0.1 * 0.5 / (0.5 + 1e-8) = 0.890000002; then m = -0.055, v = 0.00124975,
  /// m / 0.19 = -0.28947, sqrt(v / 0.001999) = 0.79069.
  @Test("AdamW with decay")
  func adamW() {
    let found = weights([0.5, -1], from: 1, rate: 0.1) { AdamW($0, weightDecay: 0.1) }
    expectClose(found, [0.890_000_002, 0.917_710_354_2])
  }

  @Test("AdamW leaves out the decay of weights that do not decay")
  func adamWWithoutDecay() {
    let found = weights([0.5, -1], from: 1, rate: 0.1, decays: false) {
      AdamW($0, weightDecay: 0.1)
    }
    expectClose(found, [0.900_000_002, 0.936_610_354_2])
  }

  /// b = 0.5 + 0.1 = 0.6, 1 - 0.06; then b = 0.9 * 0.6 - 1 + 0.094 = -0.366, 0.94 + 0.0366.
  @Test("SGD with momentum and decay")
  func momentum() {
    let found = weights([0.5, -1], from: 1, rate: 0.1) {
      SGD($0, momentum: 0.9, weightDecay: 0.1)
    }
    expectClose(found, [0.94, 0.9766])
  }

  /// b = 0.5, 1 - 0.05; then b = 0.45 - 1 = -0.55, 0.95 + 0.055.
  @Test("SGD leaves out the decay of weights that do not decay")
  func momentumWithoutDecay() {
    let found = weights([0.5, -1], from: 1, rate: 0.1, decays: false) {
      SGD($0, momentum: 0.9, weightDecay: 0.1)
    }
    expectClose(found, [0.95, 1.005])
  }

  @Test("state and step count carry a training over")
  func resuming() {
    let straight = weights([0.5, -1, 0.25], from: 1, rate: 0.1) { AdamW($0) }
    let weight = Parameter("w", shape: [1, 1], values: [straight[1]])
    weight.isTrainable = true
    var first: AdamW?
    _ = weights([0.5, -1], from: 1, rate: 0.1) { parameters in
      let optimizer = AdamW(parameters)
      first = optimizer
      return optimizer
    }
    let last = weights([0.25], from: straight[1], rate: 0.1) { parameters in
      let optimizer = AdamW(parameters)
      for (new, old) in zip(optimizer.state, first?.state ?? []) { new.values = old.values }
      optimizer.stepCount = first?.stepCount ?? 0
      return optimizer
    }
    #expect(last[0] == straight[2])
  }
}
