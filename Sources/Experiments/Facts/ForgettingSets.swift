import Datasets
import FineTuning
import Metrics
import Tensors
import Tokenizers

/// What a training may forget: classes that its task does not have, and earlier domains.
///
/// For analysis only, as all of the trajectory. Of each out-of-distribution set with classes of its own,
/// the towers' zero-shot accuracy among these classes is followed, with the benchmark's first prompt:
/// prompts that a method learns are for its own classes and play no part. Of each domain of the test
/// set, the classifier's accuracy.
struct ForgettingSets {
  /// Sets with the prompts of their classes.
  private let heldOut: [(images: ImageSet, prompts: [String])]
  /// Test images of each value of the training's domain column.
  private let domains: [(value: String, images: ImageSet)]

  /// Takes at most `TrajectoryRecorder.images` of each set, in even steps.
  ///
  /// - Parameter column: the column of the training's domains; empty for none.
  init(_ benchmark: Benchmark, domains column: String) {
    func some(_ images: ImageSet) -> ImageSet {
      images.selecting(TrajectoryRecorder.chosen(of: images.count))
    }
    let template = PromptTemplate(benchmark.promptTemplates[0])
    heldOut = benchmark.near.filter { $0.classNames.count > 1 }.map {
      (some($0), $0.classNames.map(template.callAsFunction))
    }
    let values = benchmark.test.metadata[column] ?? []
    domains = Set(values).sorted().map { value in
      (value, some(benchmark.test.selecting(values.indices.filter { values[$0] == value })))
    }
  }

  /// The accuracies at one moment, by `held-out/SET` and `domain/VALUE`.
  func accuracies(
    _ moment: TrainingMoment, _ classifier: FineTunedClassifier, workers: Workers
  ) throws -> [String: Double] {
    func accuracy(_ images: ImageSet, _ classifier: FineTunedClassifier) throws -> Double {
      let logits = classifier.outputs(of: try moment.encoder.features(of: images), on: workers)
        .logits
      return try Accuracy.value(
        predictions: FineTunedClassifier.predictions(logits), labels: images.labels)
    }
    var accuracies: [String: Double] = [:]
    for (images, prompts) in heldOut {
      let texts = try moment.textFeatures(of: prompts)
      accuracies["held-out/\(images.name)"] = try accuracy(
        images, FineTunedClassifier(texts: texts, logitScale: classifier.logitScale))
    }
    for (value, images) in domains {
      accuracies["domain/\(value)"] = try accuracy(images, classifier)
    }
    return accuracies
  }
}
