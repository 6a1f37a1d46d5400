import CLIPModels
import Configuration
import Datasets
import FileFormats
import Images
import Synchronization
import Tensors
import TestModels
import TestSupport
import Tokenizers

@testable import FineTuning

/// A training on the toy task with settings of the axes: low-rank deltas or the whole model.
struct AxisTraining {
  let model: CLIPModel
  let tuned: FineTunedModel

  /// Trains in batches of six of twelve images.
  init(
    _ method: any FineTuningMethod = LoRA.small, task: FewShotTask? = nil, epochs: Int = 4,
    threads: Int = 1, checkpoints: TrainingCheckpoints? = nil,
    _ change: (inout TrainingConfiguration) -> Void = { _ in }
  ) throws {
    let workers = Workers(threads: threads)
    let task = try task ?? ToyTraining.task()
    model = try ToyModel.make()
    var stages = method.stages(of: model, for: task, workers: workers)
    for index in stages.indices where stages[index].solve == nil {
      stages[index].training.epochs = .epochs(epochs)
      stages[index].training.batchSize = 6
      change(&stages[index].training)
    }
    tuned = try FineTuner(model, on: task, stages: stages, workers: workers)
      .train(checkpoints: checkpoints)
  }

  /// The exact bits of all that trained.
  var bits: [[UInt32]] { tuned.trained.map(\.bits) }

  /// The logits of the toy test images.
  func logits() throws -> [Float] {
    try AxisTraining.logits(model, tuned.classifier)
  }

  /// The logits of the toy test images by a model with the fixed prompts; by default before training.
  static func zeroShot(_ trained: CLIPModel? = nil) throws -> [Float] {
    let model = try trained ?? ToyModel.make()
    let texts = try textEncoding(of: ToyTraining.task(), model: model)
      .features(on: Workers(threads: 1))
    return try logits(
      model, FineTunedClassifier(texts: texts, logitScale: FineTuning.logitScale(of: model)))
  }

  private static func logits(
    _ model: CLIPModel, _ classifier: FineTunedClassifier
  ) throws -> [Float] {
    let encoder = ImageEncoder(
      model, preprocessor: try ToyTraining.task().preprocessor, workers: Workers(threads: 1))
    let features = try encoder.features(of: ToyImages.benchmark().test)
    return classifier.outputs(of: features, on: Workers(threads: 1)).logits.values
  }

  /// The bits of a training that is stopped after so many steps and goes on.
  static func interruptedBits(
    after steps: Int, task: FewShotTask? = nil, _ change: (inout TrainingConfiguration) -> Void
  ) throws -> [[UInt32]] {
    try withTemporaryFolder { folder in
      func checkpoints(_ limit: Int) -> TrainingCheckpoints {
        let count = StepCounter()
        return TrainingCheckpoints(
          path: "\(folder)/state", fingerprint: "axis", interval: .steps(1),
          isStopping: { count.next() >= limit })
      }
      do {
        _ = try AxisTraining(task: task, checkpoints: checkpoints(steps), change)
        throw FineTuningError("the training was not stopped")
      } catch is TrainingStopped {}
      return try AxisTraining(task: task, checkpoints: checkpoints(.max), change).bits
    }
  }
}

private final class StepCounter: Sendable {
  private let value = Atomic<Int>(0)
  func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).newValue }
}

/// The largest difference of two lists.
func largestDifference(_ a: [Float], _ b: [Float]) -> Double {
  zip(a, b).map { abs(Double($0) - Double($1)) }.max() ?? 0
}
