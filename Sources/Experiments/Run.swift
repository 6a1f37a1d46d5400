import CLIPModels
import Configuration
import Datasets
import Detectors
import FineTuning
import Images
import Metrics
import Results
import Tensors
import Tokenizers

/// One unit of a sweep, from few-shot images to a record: the main path of the whole program.
public struct Run {
  let settings: UnitSettings
  let folder: ModelFolder
  let prepared: PreparedBenchmark
  let cache: FeatureCache
  let workers: Workers

  /// Runs the unit: fine-tune, encode, score, measure.
  ///
  /// - Parameter report: called as the work goes on.
  public func record(report: @escaping @Sendable (Phase) -> Void) throws -> UnitRecord {
    let method = try self.method
    let benchmark = prepared.benchmark
    var clock = PhaseClock()

    // A few labelled in-distribution images are all that training sees.
    let shots = try fewShots()
    let task = FewShotTask(
      images: shots,
      prompts: benchmark.idClassNames.map(
        PromptTemplate(benchmark.promptTemplates[0]).callAsFunction),
      tokenizer: folder.tokenizer, preprocessor: Preprocessor(folder.preprocessing),
      seed: UInt64(settings.seed))

    let model = try folder.load()
    let parametrization = try method.parametrization(of: model, for: task, workers: workers)
    let tuner = FineTuner(model, on: task, configuration: method.training, workers: workers)
    let (classifier, training) = try tuner.train(parametrization) { report(.training($0, $1)) }
    clock.mark("train")

    // One pass over every evaluation set; all detectors share its outputs.
    let encoder = ImageEncoder(model, preprocessor: task.preprocessor, workers: workers)
    func outputs(_ images: ImageSet) throws -> ModelOutputs {
      report(.encoding(images.name))
      let encode = { try encoder.features(of: images) }
      let features =
        parametrization.changesImages
        ? try encode()
        : try cache.features(
          of: images.count, imagesHash: prepared.hashes[images.name] ?? "", model: folder,
          compute: encode)
      return try ModelOutputs(
        [
          .logits: DoubleMatrix(classifier.logits(of: features)), .features: DoubleMatrix(features),
        ], logitScale: classifier.logitScale,
        head: LinearHead(
          weight: DoubleMatrix(classifier.weight), bias: classifier.bias.map(Double.init)))
    }
    let inDistribution = try outputs(benchmark.test)
    let others = try prepared.splits.map { ($0, try outputs($0.images)) }
    clock.mark("encode")

    let results = try score(inDistribution, against: others)
    clock.mark("score")
    var metrics = [
      "accuracy": try accuracy(
        inDistribution.logits(for: "accuracy"), labels: benchmark.test.labels)
    ]
    for (split, outputs) in others where split.role == .covariate {
      metrics["accuracy/\(split.images.name)"] = try accuracy(
        outputs.logits(for: "accuracy"), labels: split.images.labels)
    }
    return UnitRecord(
      identity: try identity(), metrics: metrics,
      training: TrainingFacts(
        trainableParameters: training.trainedParameters,
        totalParameters: training.totalParameters, steps: training.steps,
        losses: training.epochLosses),
      results: results, env: Provenance.environment(threads: workers.threads), timing: clock.seconds
    )
  }

  /// Each detector's metrics on each split; the in-distribution scores are computed once.
  private func score(
    _ inDistribution: ModelOutputs,
    against others: [((role: OODRole, images: ImageSet), ModelOutputs)]
  ) throws -> [ResultRow] {
    let labels = try detectorLabels()
    return try zip(detectors, labels).flatMap { detector, label -> [ResultRow] in
      let idScores = try detector.scores(for: inDistribution, workers: workers)
      return try others.map { split, outputs in
        ResultRow(
          detector: label, revision: type(of: detector).revision,
          split: split.images.name, role: split.role,
          metrics: try DetectionMetrics(
            inDistribution: idScores,
            outOfDistribution: try detector.scores(for: outputs, workers: workers)))
      }
    }
  }

  private var detectors: [any Detector] {
    settings.detectors.compactMap { $0.value as? any Detector }
  }

  /// The names of the detectors; one that is there twice with its settings, as `energy:temperature=2`.
  private func detectorLabels() throws -> [String] {
    let names = detectors.map { type(of: $0).name }
    return try zip(detectors, names).map { detector, name in
      guard names.count(where: { $0 == name }) > 1,
        case .object(let settings) = try Configuration.settings(of: detector), !settings.isEmpty
      else { return name }
      let list = settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.canonicalText)" }
      return "\(name):\(list.joined(separator: ","))"
    }
  }

  private func accuracy(_ logits: DoubleMatrix, labels: [Int]) throws -> Double {
    let predictions = (0..<logits.rows).map { row -> Int in
      var best = 0
      for k in 1..<max(1, logits.columns) where logits[row, k] > logits[row, best] { best = k }
      return best
    }
    return try Accuracy.value(predictions: predictions, labels: labels)
  }
}
