import CLIPModels
import Datasets
import Detectors
import FineTuning
import Results
import Tensors

/// One unit of a sweep, from few-shot images to a record: the main path of the whole program.
public struct Run {
  let settings: UnitSettings
  let folder: ModelFolder
  let prepared: PreparedBenchmark
  let cache: FeatureCache
  let workers: Workers
  /// Where negative labels are mined; nil where no detector reads them.
  var words: WordNet?

  /// Runs the unit: fine-tune, fit the detectors, encode, score, measure.
  ///
  /// - Parameters:
  ///   - checkpoints: where training keeps its state; a state that is there is continued.
  ///   - report: called as the work goes on; what it throws ends the run.
  public func record(
    checkpoints: TrainingCheckpoints? = nil, report: (Phase) throws -> Void
  ) throws -> UnitRecord {
    let method = try self.method
    let benchmark = prepared.benchmark
    var clock = PhaseClock()

    // A few labelled in-distribution images are all that training sees.
    let task = try self.task()
    let model = try folder.load()
    let tuned = try FineTuner(model, on: task, method: method, workers: workers)
      .train(checkpoints: checkpoints) { try report(.training($0, $1, loss: $2)) }
    let trained = try TrainedModel(
      tuned.classifier,
      encoder: ImageEncoder(model, preprocessor: task.preprocessor, workers: workers),
      cachedIn: tuned.changesImages ? nil : (cache, folder),
      negatives: try negativeLabels(
        by: TextEncoder(model, tokenizer: folder.tokenizer, workers: workers),
        isFrozen: !tuned.changesTexts), workers: workers)
    clock.mark("train")

    // Detectors that learn see in-distribution images only, and none that is for testing.
    func outputs(
      _ images: ImageSet, for readers: [any Detector], hash: String? = nil
    ) throws -> ImageOutputs {
      try report(.encoding(images.name))
      return try trained.outputs(
        of: images, hash: hash ?? images.contentHash(), perturbations: perturbations(for: readers))
    }
    let detectors = try fittedDetectors { try outputs($0, for: $1) }
    clock.mark("fit")

    // One pass over every evaluation set; all detectors share its outputs.
    func evaluated(_ images: ImageSet) throws -> ImageOutputs {
      try outputs(images, for: detectors, hash: prepared.hashes[images.name])
    }
    let test = try evaluated(benchmark.test)
    let splits = try prepared.splits.map { ($0.role, try evaluated($0.images)) }
    let readers = scoresValidation ? detectors : []
    let validation = try validation().map { try outputs($0, for: readers) }
    clock.mark("encode")

    let evaluation = Evaluation(
      detectors: try named(detectors), test: try scored(test, by: detectors),
      splits: try splits.map { ($0, try scored($1, by: detectors)) },
      validation: try validation.map { try scored($0, by: readers) },
      workers: workers)
    clock.mark("score")

    // Metrics of every detector on every split, then whatever else the sweep asks for.
    var record = UnitRecord(
      identity: try identity(), metrics: try evaluation.accuracies(),
      training: TrainingFacts(
        trainableParameters: tuned.report.trainedParameters,
        totalParameters: tuned.report.totalParameters, steps: tuned.report.steps,
        losses: tuned.report.epochLosses),
      results: try evaluation.rows(), env: Provenance.environment(threads: workers.threads))
    for analysis in settings.chosenAnalyses { try analysis.add(to: &record, from: evaluation) }
    clock.mark("measure")
    record.timing = clock.seconds
    return record
  }
}
