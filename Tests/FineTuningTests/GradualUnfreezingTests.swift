import CLIPModels
import Configuration
import FileFormats
import Synchronization
import Tensors
import TestModels
import TestSupport
import Testing
import Tokenizers

@testable import FineTuning

@Suite("Gradual unfreezing")
struct GradualUnfreezingTests {
  /// A method trained on the toy task, in two batches an epoch, by its first stages.
  private struct Training {
    let model: CLIPModel
    let tuned: FineTunedModel

    init(
      _ method: GradualUnfreezing, first count: Int = .max, checkpoints: TrainingCheckpoints? = nil,
      threads: Int = 1
    ) throws {
      var method = method
      method.training.batchSize = 6
      model = try ToyModel.make()
      let workers = Workers(threads: threads)
      let task = try ToyTraining.task()
      let stages = method.stages(of: model, for: task, workers: workers).prefix(count)
      tuned = try FineTuner(model, on: task, stages: [Stage](stages), workers: workers)
        .train(checkpoints: checkpoints)
    }

    var bits: [[UInt32]] { (model.parameters + tuned.trained).map(\.bits) }
  }

  private func method(
    _ stages: [UnfreezingStage]? = nil, epochs: Int = 5, hasHead: Bool = false
  ) -> GradualUnfreezing {
    var method = GradualUnfreezing.small
    if let stages { method.stages = stages }
    method.training.epochs = .epochs(epochs)
    method.hasHead = hasHead
    return method
  }

  /// Weights by hand: the projections of both towers, the image tower's other weights, all others.
  private static let counts: [Int] = {
    let (vision, text) = (ToyModel.visionWidth, ToyModel.textWidth)
    let projections = ToyModel.embeddingSize * (vision + text)
    let grid = ToyModel.imageSize / ToyModel.patchSize
    func blocks(_ width: Int) -> Int { ToyModel.layers * (12 * width * width + 13 * width) }
    let tower =
      3 * ToyModel.patchSize * ToyModel.patchSize * vision + vision + (grid * grid + 1) * vision
      + 4 * vision + blocks(vision)
    let words = ToyModel.tokenizer.vocabularyCount + ToyModel.contextLength
    // The logit scale is one.
    let others = words * text + blocks(text) + 2 * text + 1
    return [projections, projections + tower, projections + tower + others]
  }()

  @Test("changes what a stage trains, leaves the rest bit for bit, and counts as by hand")
  func frozen() throws {
    let fresh = try ToyModel.make()
    for (index, expected) in GradualUnfreezingTests.counts.enumerated() {
      let training = try Training(method(), first: index + 1)
      let trained = Set(training.tuned.trained.map(\.name))
      #expect(training.tuned.report.trainedParameters == expected)
      for (before, after) in zip(fresh.parameters, training.model.parameters) {
        #expect((before.bits == after.bits) == !trained.contains(after.name), "\(after.name)")
      }
    }
  }

  @Test("freezes again what a later stage does not name")
  func refrozen() throws {
    var last = UnfreezingStage([.logitScale], share: 1, rate: 1)
    last.visionBlocks = 1
    let stages = [UnfreezingStage([.projections], share: 1, rate: 1), last]
    let first = try Training(method(stages, epochs: 4), first: 1)
    let both = try Training(method(stages, epochs: 4))
    for (before, after) in zip(first.model.parameters, both.model.parameters) {
      let isTrained =
        after.name == "logit_scale" || after.name.hasPrefix("visual.transformer.resblocks.1.")
      #expect((before.bits == after.bits) == !isTrained, "\(after.name)")
    }
  }

  @Test("keeps optimiser moments of what the stage trains and of nothing else")
  func moments() throws {
    var last = UnfreezingStage([], share: 1, rate: 1)
    last.textBlocks = 1
    let method = method(
      [UnfreezingStage([.projections], share: 1, rate: 1), last], epochs: 4)
    try withTemporaryFolder { folder in
      // Two epochs of two steps a stage.
      for (steps, live) in [(3, 2), (6, 12)] {
        let path = "\(folder)/\(steps)"
        #expect(throws: TrainingStopped(step: (steps - 1) % 4 + 1)) {
          _ = try Training(method, checkpoints: checkpoints(path, stopAfter: steps))
        }
        let names = try SafetensorsFile(path).names
        #expect(names.count { $0.hasPrefix("exp_avg.") } == live)
        #expect(names.count { $0.hasPrefix("exp_avg_sq.") } == live)
        #expect(names.count { !$0.hasPrefix("exp_avg") } == (steps == 3 ? 2 : 14) + 1)
      }
    }
  }

  private func checkpoints(_ path: String, stopAfter steps: Int = .max) -> TrainingCheckpoints {
    let taken = Counter()
    return TrainingCheckpoints(
      path: path, fingerprint: "a", interval: .seconds(1e6), isStopping: { taken.next() >= steps })
  }

  private final class Counter: Sendable {
    private let value = Atomic<Int>(0)
    func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).newValue }
  }

  @Test("goes on after an interruption in any stage to the same bits", arguments: [false, true])
  func resumed(hasHead: Bool) throws {
    let head = [
      UnfreezingStage([.head], share: 0.4, rate: 1),
      UnfreezingStage([.vision], share: 0.4, rate: 0.1),
      UnfreezingStage([.head], share: 0.2, rate: 1),
    ]
    let method = method(hasHead ? head : nil, hasHead: hasHead)
    let whole = try Training(method)
    #expect(whole.tuned.report.steps == 10)
    try withTemporaryFolder { folder in
      // In each stage, and after the last step of the first and of all.
      for steps in [2, 4, 6, 9, 10] {
        let path = "\(folder)/\(steps)"
        #expect(throws: TrainingStopped.self) {
          _ = try Training(method, checkpoints: checkpoints(path, stopAfter: steps))
        }
        let resumed = try Training(method, checkpoints: checkpoints(path), threads: 2)
        #expect(resumed.bits == whole.bits, "\(steps)")
        #expect(resumed.tuned.report.epochLosses == whole.tuned.report.epochLosses)
        #expect(resumed.tuned.classifier.weights == whole.tuned.classifier.weights)
      }
    }
  }

  @Test("with a first stage of no steps is the training that begins with the second")
  func noSteps() throws {
    let stages = GradualUnfreezing().stages
    var without = stages
    without[0].share = 0
    let one = try Training(method(without, epochs: 3))
    let two = try Training(method([UnfreezingStage](stages.dropFirst()), epochs: 3))
    #expect(one.bits == two.bits)
    #expect(one.tuned.report.epochLosses == two.tuned.report.epochLosses)
  }

  @Test("is FLYP's parts by one stage of all, and full fine-tuning's with a head")
  func oneStage() throws {
    let all = [UnfreezingStage([.all], share: 1, rate: 1)]
    var full = FullFineTuning.small
    full.training.epochs = 3
    full.training.batchSize = 6
    var staged = method(all, hasHead: true)
    staged.training = full.training
    let model = try ToyModel.make()
    let tuned = try FineTuner(
      model, on: try ToyTraining.task(), method: full, workers: Workers(threads: 1)
    ).train()
    let other = try Training(staged)
    #expect(zip(tuned.trained, other.tuned.trained).allSatisfy { $0.bits == $1.bits })
    #expect(tuned.trained.count == other.tuned.trained.count)
    #expect(
      try Training(method(all)).tuned.report.trainedParameters == GradualUnfreezingTests.counts[2])
  }

  @Test(
    "splits the epochs by shares, and all of them",
    arguments: [(20, [8, 8, 4]), (5, [2, 2, 1]), (1, [1]), (0, [0, 0, 0])])
  func epochs(total: Int, expected: [Int]) {
    // 40, 80 and 100 % of 5 are 2, 4, 5; of 1 they round to 0, 1, 1.
    #expect(method(epochs: total).planned(shots: 4).map(\.epochs) == expected)
  }

  @Test("is set by a list of stages")
  func settings() throws {
    let training = try Configuration.settings(of: GradualUnfreezing().training).canonicalText
    let stage =
      #"{"trains": ["text"], "vision_blocks": 1, "text_blocks": 0, "share": 1, "rate": 0.5}"#
    let json = try JSONValue(
      parsing: #"{"has_head": false, "stages": [\#(stage)], "training": \#(training)}"#,
      name: "test")
    let decoded = try decode(GradualUnfreezing.self, from: json)
    #expect(decoded.stages.map(\.trains) == [[.text]])
    #expect(decoded.stages[0].visionBlocks == 1 && decoded.stages[0].rate == 0.5)
    #expect(decoded.problems.isEmpty && GradualUnfreezing().problems.isEmpty)
    #expect(method([]).problems.map(\.setting) == ["stages"])
    #expect(
      method([UnfreezingStage([.head], share: 1, rate: 1)]).problems.map(\.setting)
        == ["stages.0"])
    #expect(
      method([UnfreezingStage([.text], share: 1, rate: 1)], hasHead: true).problems.count == 1)
    #expect(UnfreezingStage([], share: 1, rate: 1).problems.map(\.setting) == ["trains"])
    var steps = method()
    steps.training.epochs = .stepsPerShot(500)
    #expect(steps.problems.map(\.setting) == ["training.epochs"])
    #expect(
      UnfreezingStage([.all], share: -1, rate: .nan).problems.map(\.setting) == ["share", "rate"])
  }

  @Test("refuses more blocks than a tower has")
  func tooManyBlocks() throws {
    var stage = UnfreezingStage([], share: 1, rate: 1)
    stage.visionBlocks = 3
    let error = #expect(throws: FineTuningError.self) { _ = try Training(method([stage])) }
    #expect(error?.description.contains("has 2; change vision_blocks") == true)
  }
}
