import CLIPModels
import Configuration
import Datasets
import RandomStreams
import Tensors
import TestModels
import TestSupport
import Testing

@testable import FineTuning

@Suite("A cross-fitted value head")
struct CrossFittingTests {
  /// Inputs `[60, 4]` and rewards of a known head, without noise.
  private static func known() -> (inputs: DoubleMatrix, rewards: [Double], head: ValueHead) {
    var random = RandomSource(seed: 4, purpose: "value inputs")
    let inputs = DoubleMatrix(
      rows: 60, columns: 4,
      values: random.normals(240, standardDeviation: 1).map(Double.init))
    let head = ValueHead(weight: [0.8, -1.2, 0, 0.4], bias: 0.3)
    return (inputs, head.values(inputs), head)
  }

  @Test("finds the head that rewards come from where nothing is penalised")
  func recovery() {
    let (inputs, rewards, head) = CrossFittingTests.known()
    let found = ValueRegression(inputs, rewards: rewards).minimum(penalty: 0)
    for (a, b) in zip(found.weight + [found.bias], head.weight + [head.bias]) {
      #expect((a - b).magnitude < 1e-6)
    }
  }

  @Test("is at the minimum of the penalised log loss: its gradient by the definition is zero")
  func stationary() {
    let (inputs, values, _) = CrossFittingTests.known()
    let rewards = values.enumerated().map { $0.offset % 3 == 0 ? 1 : $0.element * $0.element }
    for penalty in [0.01, 1] {
      let head = ValueRegression(inputs, rewards: rewards).minimum(penalty: penalty)
      let residuals = zip(head.values(inputs), rewards).map { $0 - $1 }
      for j in 0..<4 {
        var slope = penalty * head.weight[j]
        for i in 0..<60 { slope += residuals[i] * inputs[i, j] / 60 }
        #expect(slope.magnitude < 1e-8)
      }
      #expect((residuals.reduce(0, +) / 60).magnitude < 1e-8)
    }
  }

  @Test("has an end for rewards that are all 1, or divided by a plane")
  func separable() {
    let (inputs, values, _) = CrossFittingTests.known()
    let all = ValueRegression(inputs, rewards: [Double](repeating: 1, count: 60))
      .minimum(penalty: 0.1)
    #expect(all.values(inputs).allSatisfy { $0 > 0.99 && $0 <= 1 })
    let divided = ValueRegression(inputs, rewards: values.map { $0 > 0.5 ? 1 : 0 })
      .minimum(penalty: 0.01).values(inputs)
    for (value, own) in zip(divided, values) where (own - 0.5).magnitude > 0.2 {
      #expect((value > 0.5) == (own > 0.5))
    }
  }

  @Test("cuts the shots into folds that share each class and differ by one shot at most")
  func folds() throws {
    let task = try ToyTraining.task()
    let folds = CrossFitting.folds(of: task)
    #expect(folds == CrossFitting.folds(of: try ToyTraining.task()))
    let sizes = (0..<5).map { fold in folds.count { $0 == fold } }
    #expect(sizes == [3, 3, 2, 2, 2])
    for members in task.images.indicesByClass {
      #expect(Set(members.map { folds[$0] }).count == members.count)
    }
    let single = task.selecting([0, 5])
    #expect(CrossFitting.folds(of: single) == [0, 1])
  }

  @Test("learns where its policies fail on shots they did not see; not 1 everywhere")
  func training() throws {
    var method = LoRA.small
    method.training.objective = Chosen(ProximalPolicy())
    method.training.batchSize = 6
    method.training.epochs = 20
    let task = try ToyTraining.task()
    func fitted(_ threads: Int) throws -> CrossFittedValue {
      try CrossFitting(method, on: task, workers: Workers(threads: threads))
        .fitted { try ToyModel.make() }
    }
    let one = try fitted(1)
    let two = try fitted(2)
    #expect(one.head.weight == two.head.weight && one.head.bias == two.head.bias)
    #expect(one.heldOut == two.heldOut && one.isRight == two.isRight)
    #expect(one.heldOut.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(one.heldOut.contains { $0 < 0.9 })
    #expect(throws: FineTuningError.self) {
      try CrossFitting(method, on: task.selecting([3]), workers: Workers(threads: 1))
        .fitted { try ToyModel.make() }
    }
  }

  @Test("takes the penalty that does best on held-out folds, the larger one of equals")
  func penalty() {
    let (inputs, rewards, _) = CrossFittingTests.known()
    let folds = (0..<60).map { $0 % 5 }
    let marks = [Bool](repeating: true, count: 60)
    // Rewards without noise: the least penalty wins.
    let exact = CrossFitting.value(inputs, rewards: rewards, isRight: marks, folds: folds)
    let least = ValueRegression(inputs, rewards: rewards).minimum(penalty: 0.001)
    #expect(exact.head.weight == least.weight)
    // Rewards that say nothing: the largest.
    var random = RandomSource(seed: 9, purpose: "coins")
    let coins = (0..<60).map { _ in Double(random.below(2)) }
    let nothing = CrossFitting.value(inputs, rewards: coins, isRight: marks, folds: folds)
    let most = ValueRegression(inputs, rewards: coins).minimum(penalty: 10)
    #expect(nothing.head.weight == most.weight)
  }
}
