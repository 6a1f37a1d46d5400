import CLIPModels
import Configuration
import Datasets
import Synchronization
import Tensors
import TestModels
import TestSupport
import Testing

@testable import FineTuning

/// What every objective must keep to; a new one is tested by its line in `allObjectives`.
@Suite("Every objective")
struct ObjectiveTests {
  /// Trains low-rank deltas, or another method, by an objective: two steps an epoch.
  static func train(
    _ objective: any Objective, by method: any FineTuningMethod = LoRA.small, threads: Int = 1,
    targets: Matrix? = nil, epochs: Int = 4, checkpoints: TrainingCheckpoints? = nil,
    _ configure: (inout TrainingConfiguration) -> Void = { _ in }
  ) throws -> FineTunedModel {
    let plain = try ToyTraining.task()
    let task = FewShotTask(
      images: plain.images.describing(["attributes": plain.images.labels.map { "look \($0)" }]),
      targets: targets, templates: plain.templates, validation: plain.validation,
      descriptors: ClassDescriptors((0..<3).map { ["look \($0)", "bright parts"] }),
      tokenizer: plain.tokenizer, preprocessor: plain.preprocessor, seed: 1)
    let workers = Workers(threads: threads)
    let model = try ToyModel.make()
    var stages = method.stages(of: model, for: task, workers: workers)
    for index in stages.indices {
      stages[index].training.epochs = .epochs(epochs)
      stages[index].training.batchSize = 6
      stages[index].training.objective = Chosen(objective)
      configure(&stages[index].training)
    }
    return try FineTuner(model, on: task, stages: stages, workers: workers)
      .train(checkpoints: checkpoints)
  }

  private final class Counter: Sendable {
    private let value = Atomic<Int>(0)
    func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).newValue }
  }

  private func expectEqual(_ left: FineTunedModel, _ right: FineTunedModel) {
    for (a, b) in zip(left.trained, right.trained) { #expect(a.bits == b.bits, "\(a.name)") }
    #expect(left.report.epochLosses == right.report.epochLosses)
    #expect(left.report.objective == right.report.objective)
    #expect(left.classifier.weights == right.classifier.weights)
  }

  @Test(
    "trains to the same bits and facts with 1 and 2 threads, and behind an interruption",
    arguments: allObjectives.indices)
  func reproducibility(index: Int) throws {
    let objective = allObjectives[index].init()
    let whole = try ObjectiveTests.train(objective)
    #expect(whole.trained.contains { $0.values.contains { $0 != 0 } })
    expectEqual(try ObjectiveTests.train(objective, threads: 2), whole)
    try withTemporaryFolder { folder in
      func checkpoints(stopAfter steps: Int) -> TrainingCheckpoints {
        let count = Counter()
        return TrainingCheckpoints(
          path: "\(folder)/state", fingerprint: "a", interval: .seconds(1e6),
          isStopping: { count.next() >= steps })
      }
      // Four is behind a whole batch of every objective.
      #expect(throws: TrainingStopped(step: 4)) {
        _ = try ObjectiveTests.train(
          objective, checkpoints: checkpoints(stopAfter: objective is ProximalPolicy ? 1 : 4))
      }
      expectEqual(
        try ObjectiveTests.train(objective, threads: 2, checkpoints: checkpoints(stopAfter: .max)),
        whole)
    }
  }

  @Test("reads soft labels: one-hot ones give the bits of labels", arguments: allObjectives.indices)
  func softLabels(index: Int) throws {
    // These compare images with texts that labels and metadata choose.
    guard allObjectives[index] != Contrastive.self, allObjectives[index] != Captions.self else {
      return
    }
    let objective = allObjectives[index].init()
    let labels = try ToyTraining.task().images.labels
    func targets(_ share: Float) -> Matrix {
      var matrix = Matrix(rows: labels.count, columns: 3)
      for (row, label) in labels.enumerated() {
        matrix[row, label] = share
        matrix[row, (label + 1) % 3] = 1 - share
      }
      return matrix
    }
    let plain = try ObjectiveTests.train(objective)
    let hard = try ObjectiveTests.train(objective, targets: targets(1))
    for (a, b) in zip(plain.trained, hard.trained) {
      #expect(largestDifference(a.values, b.values) < 1e-6, "\(a.name)")
    }
    let soft = try ObjectiveTests.train(objective, targets: targets(0.6))
    #expect(zip(plain.trained, soft.trained).contains { $0.bits != $1.bits })
  }

  /// The objectives that learn from nothing but differences of rewards.
  private static let differences: [any Objective] = {
    var exact = ExpectedReward()
    exact.kl = 0
    var rloo = LeaveOneOut()
    rloo.kl = 0
    var grpo = GroupRelative()
    grpo.kl = 0
    var doctor = DrGRPO()
    doctor.kl = 0
    var top = TopK()
    top.kl = 0
    return [exact, rloo, grpo, doctor, top]
  }()

  @Test(
    "that reads differences of rewards moves no bit by equal ones", arguments: differences.indices)
  func equalRewards(index: Int) throws {
    let equal = Matrix(rows: 12, columns: 3, values: [Float](repeating: 1 / 3, count: 36))
    for rule in TrainingConfiguration.Rule.allCases {
      func train(_ epochs: Int) throws -> FineTunedModel {
        try ObjectiveTests.train(
          ObjectiveTests.differences[index], targets: equal, epochs: epochs
        ) {
          $0.rule = rule
          $0.weightDecay = 0
        }
      }
      for (before, after) in zip(try train(0).trained, try train(3).trained) {
        #expect(before.bits == after.bits, "\(after.name)")
      }
    }
  }

  @Test(
    "of a reward raises the expected reward on what it trains on", arguments: allObjectives.indices)
  func reward(index: Int) throws {
    let others: [any Objective.Type] = [CrossEntropy.self, Contrastive.self, Captions.self]
    guard !others.contains(where: { $0 == allObjectives[index] }) else { return }
    let objective = allObjectives[index].init()
    let start = try #require(
      try ObjectiveTests.train(objective, epochs: 1) { $0.learningRate = 0 }.report
        .objective["reward"])
    let report = try ObjectiveTests.train(objective, epochs: 40) { $0.learningRate = 1e-2 }.report
    let end = try #require(report.objective["reward"])
    #expect(end > start + 0.1, "\(start) -> \(end)")
    let tau = try #require(report.objective["tau_pol"])
    #expect(tau > 0)
  }

  @Test("that draws reports how much its gradient varies and how many groups said nothing")
  func measures() throws {
    func measures(_ objective: any Objective) throws -> [String: Double] {
      try ObjectiveTests.train(objective).report.objective
    }
    let drawn: [any Objective] = [
      Reinforce(), LeaveOneOut(), GroupRelative(), DrGRPO(), ProximalPolicy(),
    ]
    for objective in drawn {
      let measures = try measures(objective)
      let zero = try #require(measures["zero_advantage"])
      #expect(zero >= 0 && zero < 1)
      #expect(try #require(measures["gradient_variance"]) > 0)
      #expect(try #require(measures["gradient_variance_end"]) > 0)
    }
    var pairs = LeaveOneOut()
    pairs.groupSize = 2
    // p^2 + (1 - p)^2 is at least one half; p changes little in eight steps.
    let zero = try #require(try measures(pairs)["zero_advantage"])
    #expect(zero > 0.35 && zero < 0.75)
    let exact = try measures(ExpectedReward())
    #expect(exact["gradient_variance"] == 0 && exact["zero_advantage"] == nil)
    // The same policy and draws at the start: only the advantages differ.
    let left = try #require(try measures(LeaveOneOut())["gradient_variance"])
    #expect(try #require(try measures(Reinforce())["gradient_variance"]) > left)
    #expect(try measures(CrossEntropy()).isEmpty)
  }

  @Test("`ce-policy` at the model's own temperature is cross-entropy, bit for bit")
  func control() throws {
    var control = PolicyCrossEntropy()
    control.tauPol = .logitScale
    for smoothing in [0, 0.1] {
      let plain = try ObjectiveTests.train(CrossEntropy()) { $0.labelSmoothing = smoothing }
      let own = try ObjectiveTests.train(control) { $0.labelSmoothing = smoothing }
      for (a, b) in zip(plain.trained, own.trained) { #expect(a.bits == b.bits) }
      #expect(plain.report.epochLosses == own.report.epochLosses)
    }
    let other = try ObjectiveTests.train(PolicyCrossEntropy())
    let plain = try ObjectiveTests.train(CrossEntropy())
    #expect(zip(plain.trained, other.trained).contains { $0.bits != $1.bits })
  }

  @Test("with a divergence without end keeps the scores of the zero-shot model")
  func anchored() throws {
    let images = ToyImages.benchmark().test
    let task = try ToyTraining.task()
    func cosines(_ tuned: FineTunedModel, _ model: CLIPModel) throws -> [Float] {
      let encoder = ImageEncoder(
        model, preprocessor: task.preprocessor, workers: Workers(threads: 1))
      return tuned.classifier.outputs(
        of: try encoder.features(of: images), on: Workers(threads: 1)
      ).logits.values.map { $0 / Float(tuned.classifier.logitScale) }
    }
    // It starts as the zero-shot model, and the image tower stays so.
    var method = LoRA.small
    method.towers = .text
    func trained(_ kl: Double) throws -> [Float] {
      var objective = ExpectedReward()
      objective.kl = kl
      objective.tauPol = .fixed(0.05)
      let tuned = try ObjectiveTests.train(objective, by: method, epochs: 200) {
        $0.rule = .sgd
        $0.decay = .constant
        $0.weightDecay = 0
        // A step that the divergence's own curvature bears; the reward alone takes the same.
        $0.learningRate = 1e-6
      }
      return try cosines(tuned, try ToyModel.make())
    }
    let start = try cosines(
      try ObjectiveTests.train(ExpectedReward(), by: method, epochs: 0), try ToyModel.make())
    let held = largestDifference(try trained(1e5), start)
    let free = largestDifference(try trained(0), start)
    #expect(held < 1e-5)
    #expect(free > 1e-4)
  }

  @Test("is read from files with its settings, and refuses wrong ones with what to do")
  func settings() throws {
    func objective(_ text: String) throws -> any Objective {
      let node = try SettingNode(yaml: text, file: "test.yaml")
      let value = try decode(node, from: allObjectives, kind: "objective")
      return try #require(value as? any Objective)
    }
    let grpo = try #require(
      try objective("{grpo: {tau_pol: 0.04, scale_rewards: none, group_size: 4}}")
        as? GroupRelative)
    #expect(grpo.tauPol == .fixed(0.04) && grpo.scaleRewards == .none && grpo.groupSize == 4)
    let exact = try #require(try objective("{exact: {tau_pol: logit_scale}}") as? ExpectedReward)
    #expect(exact.tauPol == .logitScale)
    #expect(try #require(try objective("{rloo: {}}") as? LeaveOneOut).tauPol == .automatic)
    for (text, message) in [
      ("{rloo: {group_size: 1}}", "group_size"), ("{exact: {tau_pol: 0}}", "tau_pol"),
      ("{exact: {tau_pol: warm}}", "expected auto, logit_scale or a number"),
      ("{exact: {kl: -1}}", "kl"), ("{gce: {q: 0}}", "q"), ("{topk: {k: 1}}", "k"),
      ("{ppo: {updates: 0}}", "updates"),
    ] {
      #expect {
        _ = try objective(text)
      } throws: {
        "\($0)".contains(message)
      }
    }
  }

  @Test("of a policy refuses label smoothing, which it has no targets for")
  func smoothing() throws {
    for objective in [ExpectedReward(), LeaveOneOut()] as [any Objective] {
      #expect(throws: FineTuningError.self) {
        try ObjectiveTests.train(objective) { $0.labelSmoothing = 0.1 }
      }
    }
  }
}
