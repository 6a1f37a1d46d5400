import CLIPModels
import Configuration
import Datasets
import FineTuning
import Images
import Tensors
import TestModels
import Tokenizers

/// A task of three patterns and what a method does on it.
struct ToyTraining {
  let model: CLIPModel
  let tuned: FineTunedModel

  /// Trains a method as its preset for small models does, or for a given number of epochs.
  init(_ type: any FineTuningMethod.Type, threads: Int = 1, seed: UInt64 = 1, epochs: Int? = nil)
    throws
  {
    try self.init(small(type), threads: threads, seed: seed, epochs: epochs)
  }

  /// Trains a method, or its stages for a given number of epochs.
  init(
    _ method: any FineTuningMethod, threads: Int = 1, seed: UInt64 = 1, epochs: Int? = nil
  ) throws {
    let type = Swift.type(of: method)
    let workers = Workers(threads: threads)
    let task = try ToyTraining.task(seed: seed)
    model = try ToyModel.make()
    var stages = method.stages(of: model, for: task, workers: workers)
    if let epochs {
      for index in stages.indices { stages[index].training.epochs = .epochs(epochs) }
    }
    if type == CLIPAdapter.self {
      // The toy's features are short, and the network's share of them is quadratic in its weights.
      for index in stages.indices { stages[index].training.learningRate = 1 }
    }
    let tokens = [VPTShallow.name, VPTDeep.name, MaPLe.name, IVLP.name, CoCoOp.name]
    if tokens.contains(type.name) {
      // A few tokens move a random tower little in so few steps.
      for index in stages.indices { stages[index].training.learningRate = 0.1 }
    }
    if type == GradualUnfreezing.self {
      // Projections of a random tower move little in eight steps of a rate for trained ones.
      for index in stages.indices { stages[index].training.learningRate *= 3 }
    }
    tuned = try FineTuner(model, on: task, stages: stages, workers: workers).train()
  }

  static func task(seed: UInt64 = 1) throws -> FewShotTask {
    let train = ToyImages.benchmark().train
    return FewShotTask(
      images: try FewShotSplit.sample(from: train, shots: 4, seed: seed).images,
      templates: [PromptTemplate("a photo of {}.")],
      validation: ToyImages.benchmark().validation, tokenizer: ToyModel.tokenizer,
      preprocessor: Preprocessor(.openAI(size: ToyModel.imageSize)), seed: seed)
  }

  /// The logits of the test images.
  func logits() throws -> Matrix {
    let encoder = ImageEncoder(
      model, preprocessor: try ToyTraining.task().preprocessor, workers: Workers(threads: 1))
    return tuned.classifier.outputs(
      of: try encoder.features(of: ToyImages.benchmark().test), on: Workers(threads: 1)
    ).logits
  }
}

/// A method with its preset for small models; with its defaults where it has none.
func small(_ type: any FineTuningMethod.Type) -> any FineTuningMethod {
  let preset = type.presets.first { $0.name == "small" }
  return preset?.value as? any FineTuningMethod ?? type.init()
}

extension Parameter {
  /// The exact bits of the elements.
  var bits: [UInt32] { values.map(\.bitPattern) }
}
