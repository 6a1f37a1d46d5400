import CLIPModels
import Configuration
import Datasets
import Optimizers
import RandomStreams
import Tensors
import TestModels
import TestSupport
import Testing
import Tokenizers

@testable import FineTuning

@Suite("The composite reward")
struct CompositeRewardTests {
  private static let descriptors = ClassDescriptors([
    ["flat lines", "dark bands"], ["upright lines"], ["squares", "dark bands", "a grid"],
  ])

  /// The toy task with descriptors, and the images' own attributes: the first of their class, and for
  /// some dark bands.
  private static func task(attributes: Bool = true) throws -> FewShotTask {
    let plain = try ToyTraining.task()
    let first = descriptors.texts.map { $0[0] }
    let column = plain.images.labels.enumerated().map { index, label in
      index % 2 == 0 ? "\(first[label]); dark bands" : first[label]
    }
    return FewShotTask(
      images: attributes ? plain.images.describing(["attributes": column]) : plain.images,
      templates: plain.templates, descriptors: descriptors, tokenizer: plain.tokenizer,
      preprocessor: plain.preprocessor, seed: 1)
  }

  private static func train(
    _ objective: any Objective, on task: FewShotTask, epochs: Int = 4, threads: Int = 1,
    rate: Double = 2e-3
  ) throws -> FineTunedModel {
    var method = LoRA.small
    method.training.objective = Chosen(objective)
    method.training.epochs = .epochs(epochs)
    method.training.batchSize = 6
    method.training.learningRate = rate
    return try FineTuner(
      try ToyModel.make(), on: task, method: method, workers: Workers(threads: threads)
    ).train()
  }

  /// A stage under way on the toy task, for looking at the loss itself.
  private static func loss(_ objective: CompositeReward) throws -> FactoredLoss {
    let task = try task()
    let workers = Workers(threads: 1)
    let model = try ToyModel.make()
    var method = LoRA.small
    method.training.objective = Chosen(objective)
    let parametrization = try method.parametrization(of: model, for: task, workers: workers)
    let training = StageTraining(
      index: 0, parametrization: parametrization, configuration: method.training, model: model,
      task: task, workers: workers)
    let settings = PolicySettings(tauPol: .fixed(0.1), kl: 0, groupSize: 8)
    return try FactoredLoss(objective, Policy(settings, of: training))
  }

  private static let estimators: [(CompositeReward.Estimator, any Objective)] = {
    var exact = ExpectedReward()
    exact.kl = 0
    return [
      (.exact, ExpectedReward()), (.rloo, LeaveOneOut()), (.grpo, GroupRelative()),
      (.drGRPO, DrGRPO()), (.reinforce, Reinforce()),
    ]
  }()

  @Test("with the class's part alone is the plain estimator, bit for bit", arguments: 0..<5)
  func reduction(index: Int) throws {
    let (estimator, plain) = CompositeRewardTests.estimators[index]
    var composite = CompositeReward()
    composite.estimator = estimator
    composite.classWeight = 1
    composite.attributeWeight = 0
    composite.consistencyWeight = 0
    let task = try ToyTraining.task()
    let left = try CompositeRewardTests.train(composite, on: task)
    let right = try CompositeRewardTests.train(plain, on: task)
    for (a, b) in zip(left.trained, right.trained) { #expect(a.bits == b.bits, "\(a.name)") }
    #expect(left.report.epochLosses == right.report.epochLosses)
  }

  @Test(
    "has draws whose mean gradient is that of all pairs of class and descriptor, within 4 errors")
  func enumeration() throws {
    var objective = CompositeReward()
    objective.estimator = .rloo
    let loss = try CompositeRewardTests.loss(objective)
    let sizes = CompositeRewardTests.descriptors.sizes
    let logits = Matrix(rows: 2, columns: 3, values: [0.4, -0.3, 1, 0.2, 0.1, -0.5])
    let details = Matrix(
      rows: 2, columns: 6, values: [1, 0.2, 0, -0.4, 0.6, 0.1, 0, 0.3, 1, 0.5, -0.5, 0.2])
    func batch(_ step: Int) -> TrainingBatch {
      TrainingBatch(
        shots: [0, 5], labels: [0, 1], epoch: 0, step: step, images: .constant(logits),
        patches: { .constant(logits) })
    }
    let parts = loss.parts(batch(0), classes: 3, votes: loss.votes(details))
    var rewards = parts[0]
    for part in parts.dropFirst() {
      for i in rewards.values.indices { rewards.values[i] += part.values[i] }
    }
    func gradients(_ value: (Tape, Tensor, Tensor) -> Tensor) -> [Double] {
      let tape = Tape(workspace: Workspace(), gradients: Gradients(of: [], slots: 1))
      let (a, d) = (tape.variable(logits), tape.variable(details))
      tape.backward(value(tape, a, d))
      return (a.gradientMatrix.values + d.gradientMatrix.values).map(Double.init)
    }
    let exact = gradients { $0.expectedReward($1, details: $2, rewards: rewards, sizes: sizes) }
    let classes = logSoftmax(logits)
    let given = logSoftmax(details, sizes: sizes)
    let count = 10_000
    var sums = [Double](repeating: 0, count: exact.count)
    var squares = sums
    for step in 0..<count {
      let drawn = loss.weights(
        classes, given, batch: batch(step), rewards: parts, .leaveOneOut)
      let own = gradients { tape, a, d in
        tape.combination(
          tape.weightedLogProbabilities(a, weights: drawn.classes), 1,
          tape.weightedLogProbabilities(d, weights: drawn.details, sizes: sizes), 1)
      }
      for (i, value) in own.enumerated() {
        sums[i] += value
        squares[i] += value * value
      }
    }
    for i in exact.indices {
      let mean = sums[i] / Double(count)
      let variance = max(0, squares[i] / Double(count) - mean * mean)
      #expect((mean - exact[i]).magnitude <= 4 * (variance / Double(count)).squareRoot() + 1e-7)
    }
  }

  @Test("has the parts of the definition, by hand")
  func parts() throws {
    let loss = try CompositeRewardTests.loss(CompositeReward())
    let details = Matrix(rows: 1, columns: 6, values: [0, 0, 0.5, 0.6, 0.6, 0.2])
    // Means 0, 0.5 and 0.4667: class 1.
    #expect(loss.votes(details) == [1])
    let batch = TrainingBatch(
      shots: [0], labels: [0], epoch: 0, step: 0, images: .constant(details),
      patches: { .constant(details) })
    let parts = loss.parts(batch, classes: 3, votes: [1])
    #expect(parts[0].values == [0.7, 0.7, 0, 0, 0, 0])
    // Shot 0 has flat lines and dark bands, the latter under both classes.
    #expect(parts[1].values == [0.2, 0.2, 0, 0, 0.2, 0])
    #expect(parts[2].values == [0, 0, 0.1, 0, 0, 0])
    #expect(FactoredLoss.attributes(" a b;c ; ") == ["a b", "c", ""])
  }

  @Test(
    "raises the share of right reasons, and not by reasons of other images",
    arguments: [false, true])
  func shuffled(isShuffled: Bool) throws {
    var objective = CompositeReward()
    objective.estimator = .exact
    objective.classWeight = 0
    objective.attributeWeight = 1
    objective.consistencyWeight = 0
    objective.kl = 0
    objective.tauPol = .fixed(0.1)
    objective.shufflesAttributes = isShuffled
    let task = try CompositeRewardTests.task()
    let measures = try CompositeRewardTests.train(objective, on: task, epochs: 60, rate: 1e-2)
      .report.objective
    let accuracy = try #require(measures["attribute_accuracy"])
    // The best blind choice: the attribute that most images have.
    let known = task.images.metadata["attributes"]?.map(FactoredLoss.attributes) ?? []
    let most =
      CompositeRewardTests.descriptors.texts.joined().map { text in
        known.count { $0.contains(text) }
      }.max() ?? 0
    let blind = Double(most) / Double(known.count)
    if isShuffled {
      #expect(accuracy <= blind + 0.17)
    } else {
      #expect(accuracy > blind + 0.2)
    }
    #expect(measures["consistency"] != nil && measures["attribute_share"] != nil)
  }

  @Test("trains to the same bits with 1 and 2 threads, whatever is summed where")
  func reproducibility() throws {
    for aggregate in CompositeReward.Aggregate.allCases {
      var objective = CompositeReward()
      objective.aggregate = aggregate
      let task = try CompositeRewardTests.task()
      let one = try CompositeRewardTests.train(objective, on: task)
      let two = try CompositeRewardTests.train(objective, on: task, threads: 2)
      for (a, b) in zip(one.trained, two.trained) { #expect(a.bits == b.bits) }
      #expect(one.report.objective == two.report.objective)
    }
  }

  @Test("is refused without descriptors, or without the attributes that it is to check")
  func missing() throws {
    let plain = try ToyTraining.task()
    #expect {
      _ = try CompositeRewardTests.train(CompositeReward(), on: plain)
    } throws: {
      "\($0)".contains("set descriptors")
    }
    let task = try CompositeRewardTests.task(attributes: false)
    #expect {
      _ = try CompositeRewardTests.train(CompositeReward(), on: task)
    } throws: {
      "\($0)".contains("no metadata column 'attributes'")
    }
    var consistent = CompositeReward()
    consistent.attributeWeight = 0
    _ = try CompositeRewardTests.train(consistent, on: task, epochs: 1)
  }

  @Test("low-rank deltas draw a template a step where they have a pool, and score with the first")
  func pool() throws {
    let plain = try ToyTraining.task()
    let task = FewShotTask(
      images: plain.images, templates: plain.templates + [PromptTemplate("{} columns")],
      tokenizer: plain.tokenizer, preprocessor: plain.preprocessor, seed: 1)
    func train(_ templates: LoRA.Templates, epochs: Int, towers: LoRA.Towers) throws
      -> FineTunedModel
    {
      var method = LoRA.small
      method.templates = templates
      method.towers = towers
      method.training.epochs = .epochs(epochs)
      return try FineTuner(
        try ToyModel.make(), on: task, method: method, workers: Workers(threads: 1)
      ).train()
    }
    for towers in LoRA.Towers.allCases {
      let start = try train(.pool, epochs: 0, towers: towers).classifier.weights
      #expect(start == (try train(.first, epochs: 0, towers: towers).classifier.weights))
      let pooled = try train(.pool, epochs: 6, towers: towers)
      let first = try train(.first, epochs: 6, towers: towers)
      #expect(zip(pooled.trained, first.trained).contains { $0.bits != $1.bits })
    }
  }
}
