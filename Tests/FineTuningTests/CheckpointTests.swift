import CLIPModels
import Configuration
import FileFormats
import FineTuning
import FoundationEssentials
import Images
import Synchronization
import Tensors
import TestModels
import TestSupport
import Testing

/// The identity that is tested: a training that stops and goes on ends in the bits of one that does
/// not.
@Suite("A training that is interrupted")
struct CheckpointTests {
  /// A training under way.
  private struct Training {
    let tuned: FineTunedModel
    var report: TrainingReport { tuned.report }

    /// Trains for four epochs of two steps, or until it is stopped.
    init(
      _ type: any FineTuningMethod.Type, rule: TrainingConfiguration.Rule? = nil,
      views: TrainingConfiguration.Views = .centre, checkpoints: TrainingCheckpoints? = nil,
      threads: Int = 1
    ) throws {
      let method = small(type)
      let workers = Workers(threads: threads)
      let task = try ToyTraining.task()
      let model = try ToyModel.make()
      var stages = method.stages(of: model, for: task, workers: workers)
      for index in stages.indices {
        stages[index].training.epochs = stages[index].training.epochs.limited(toEpochs: 4)
        // Twelve images in two batches.
        stages[index].training.batchSize = 6
        stages[index].training.views = views
        if let rule { stages[index].training.rule = rule }
      }
      tuned = try FineTuner(model, on: task, stages: stages, workers: workers)
        .train(checkpoints: checkpoints)
    }
  }

  /// Asks for a stop after so many steps.
  private func checkpoints(
    _ path: String, stopAfter steps: Int = .max, every interval: TrainingCheckpoints.Interval,
    fingerprint: String = "a"
  ) -> TrainingCheckpoints {
    let count = Counter()
    return TrainingCheckpoints(
      path: path, fingerprint: fingerprint, interval: interval,
      isStopping: { count.next() >= steps })
  }

  private final class Counter: Sendable {
    private let value = Atomic<Int>(0)
    func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).newValue }
  }

  private func expectEqual(_ left: Training, _ right: Training) {
    for (a, b) in zip(left.tuned.trained, right.tuned.trained) {
      #expect(a.bits == b.bits, "\(a.name)")
    }
    #expect(left.tuned.classifier.weights == right.tuned.classifier.weights)
    #expect(left.report.epochLosses == right.report.epochLosses)
    #expect(left.report.steps == right.report.steps)
  }

  @Test(
    "ends in the same bits wherever it stopped, whatever the method", arguments: allMethods.indices)
  func methods(index: Int) throws {
    let whole = try Training(allMethods[index])
    guard whole.report.steps > 0 else { return }
    try withTemporaryFolder { folder in
      // In the middle of an epoch, at its end, and after the last step.
      for steps in [1, 4, 8] {
        let path = "\(folder)/\(steps)"
        #expect(throws: TrainingStopped(step: steps)) {
          _ = try Training(
            allMethods[index],
            checkpoints: checkpoints(path, stopAfter: steps, every: .seconds(1e6)))
        }
        let resumed = try Training(
          allMethods[index], checkpoints: checkpoints(path, every: .seconds(1e6)), threads: 2)
        expectEqual(resumed, whole)
      }
    }
  }

  @Test(
    "ends in the same bits for both rules and for random views",
    arguments: TrainingConfiguration.Rule.allCases, [TrainingConfiguration.Views.mild, .coop])
  func rules(rule: TrainingConfiguration.Rule, views: TrainingConfiguration.Views) throws {
    let whole = try Training(LoRA.self, rule: rule, views: views)
    try withTemporaryFolder { folder in
      let path = "\(folder)/checkpoint"
      // Stopped twice, the second time from a checkpoint.
      for (steps, step) in [(3, 3), (2, 5)] {
        #expect(throws: TrainingStopped(step: step)) {
          _ = try Training(
            LoRA.self, rule: rule, views: views,
            checkpoints: checkpoints(path, stopAfter: steps, every: .seconds(1e6)))
        }
      }
      let resumed = try Training(
        LoRA.self, rule: rule, views: views, checkpoints: checkpoints(path, every: .steps(1)))
      expectEqual(resumed, whole)
    }
  }

  @Test("writes its state as often as it is told, but not after the last step")
  func interval() throws {
    try withTemporaryFolder { folder in
      for (steps, last) in [(3, "6"), (8, nil), (100, nil)] {
        let path = "\(folder)/\(steps)"
        _ = try Training(FullFineTuning.self, checkpoints: checkpoints(path, every: .steps(steps)))
        #expect(FileManager.default.fileExists(atPath: path) == (last != nil))
        if let last { #expect(try SafetensorsFile(path).metadata["step"] == last) }
      }
    }
  }

  @Test(
    "starts anew from a state of another run, of another method, cut short or altered",
    arguments: ["run", "method", "cut", "altered", "step"])
  func unusable(fault: String) throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/checkpoint"
      let type: any FineTuningMethod.Type = fault == "method" ? FullFineTuning.self : LoRA.self
      _ = try? Training(
        type,
        checkpoints: checkpoints(
          path, stopAfter: 3, every: .seconds(1e6), fingerprint: fault == "run" ? "b" : "a"))
      var bytes = try FileBytes.read(path)
      switch fault {
      case "cut": bytes.removeLast(5)
      case "altered": bytes[bytes.count - 200] ^= 1
      case "step":
        let text = [UInt8](#""step":"3""#.utf8)
        let start = try #require(
          bytes.indices.first { bytes[$0...].starts(with: text) })
        bytes[start + text.count - 2] = UInt8(ascii: "5")
      default: break
      }
      try AtomicFile.write(bytes, to: path)
      let whole = try Training(LoRA.self)
      expectEqual(
        try Training(LoRA.self, checkpoints: checkpoints(path, every: .seconds(1e6))), whole)
    }
  }
}
