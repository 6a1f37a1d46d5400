import CLIPModels
import Configuration
import Datasets
import FineTuning
import Images
import Tensors
import TestModels

/// A task of three patterns and what a method does on it.
struct ToyTraining {
  let model: CLIPModel
  let parametrization: Parametrization
  let classifier: FineTunedClassifier
  let report: TrainingReport

  /// Trains a method with its defaults, or for a given number of epochs.
  init(_ type: any FineTuningMethod.Type, threads: Int = 1, seed: UInt64 = 1, epochs: Int? = nil)
    throws
  {
    let method = type.init()
    let workers = Workers(threads: threads)
    let task = try ToyTraining.task(seed: seed)
    model = try ToyModel.make()
    parametrization = try method.parametrization(of: model, for: task, workers: workers)
    var configuration = method.training
    if let epochs { configuration.epochs = epochs }
    (classifier, report) = try FineTuner(
      model, on: task, configuration: configuration, workers: workers
    ).train(parametrization)
  }

  static func task(seed: UInt64 = 1) throws -> FewShotTask {
    let train = ToyImages.benchmark().train
    return FewShotTask(
      images: try FewShotSplit.sample(from: train, shots: 4, seed: seed).images,
      prompts: train.classNames.map { "a photo of \($0)." }, tokenizer: ToyModel.tokenizer,
      preprocessor: Preprocessor(.openAI(size: ToyModel.imageSize)), seed: seed)
  }

  /// The logits of the test images.
  func logits() throws -> Matrix {
    let encoder = ImageEncoder(
      model, preprocessor: try ToyTraining.task().preprocessor, workers: Workers(threads: 1))
    return classifier.logits(of: try encoder.features(of: ToyImages.benchmark().test))
  }
}

extension Parameter {
  /// The exact bits of the elements.
  var bits: [UInt32] { values.map(\.bitPattern) }
}
