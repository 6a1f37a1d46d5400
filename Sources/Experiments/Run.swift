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
  /// Gives another benchmark of a name, for what a training may ask of data that is not its task's.
  var other: (String) throws -> PreparedBenchmark = {
    throw ExperimentError("benchmark \($0) cannot be loaded here")
  }
  /// Benchmarks whose training images the supervision reads, by name.
  var others: [String: PreparedBenchmark] = [:]

  /// Runs the unit: fine-tune, encode, fit the detectors, score, measure.
  ///
  /// - Parameters:
  ///   - checkpoints: where training keeps its state; a state that is there is continued.
  ///   - adapters: a folder to put what training made of the model into; it then trains even where
  ///     its outputs are stored.
  ///   - report: called as the work goes on; what it throws ends the run.
  public func record(
    checkpoints: TrainingCheckpoints? = nil, adapters: String? = nil,
    report: (Phase) throws -> Void
  ) throws -> UnitRecord {
    var clock = PhaseClock()

    // A few labelled in-distribution images are all that training sees.
    let shots = try supervisedShots()
    let task = try self.task(on: shots)
    let outputs: UnitOutputs
    if adapters == nil, let stored = try storedOutputs(for: task, report: report) {
      // Other detectors on the same training need no model.
      outputs = stored
    } else {
      let model = try folder.load()
      clock.mark("train")
      // What training will move, as it is before, and what will look on, for analysis only.
      let zeroShot = try (
        images: zeroShotFeatures(of: prepared.benchmark.test) { model },
        texts: zeroShotTexts(of: task, by: model)
      )
      let recorder = try trajectoryRecorder(checkpoints, before: model)
      clock.mark("encode")
      let tuned = try trained(
        model, on: task, checkpoints: checkpoints, recorder: recorder, report: report)
      if let adapters { try keep(tuned, of: model, in: adapters) }
      let value = try crossFittedValue(on: task, checkpoints: checkpoints, report: report)
      clock.mark("train", without: recorder.map { ("trajectory", $0.duration) })
      // A training that did not happen has no time, which estimates would read.
      if tuned.isRestored { clock.rename("train", to: "restore") }

      // One pass over every set; all detectors share its outputs.
      outputs = try newOutputs(
        of: model, after: tuned, from: zeroShot, value: value,
        trajectory: recorder?.finished(textsPerImage: tuned.classifier.textsPerImage), on: task,
        report: report)
    }
    clock.mark("encode")

    // Detectors that learn see in-distribution images only, and none that is for testing.
    let detectors = try fittedDetectors(to: outputs.fits)
    clock.mark("fit")

    let readers = scoresValidation ? detectors : []
    let evaluation = Evaluation(
      detectors: try named(detectors), test: try scored(outputs.test, by: detectors),
      splits: try outputs.splits.map { ($0.role, try scored($0.outputs, by: detectors)) },
      validation: try outputs.validation.map { try scored($0, by: readers) },
      workers: workers)
    clock.mark("score")

    // Metrics of every detector on every split, then whatever else the sweep asks for.
    var training = outputs.training
    training.supervision = shots.report.map(SupervisionFacts.init)
    var record = UnitRecord(
      identity: try identity(), metrics: try evaluation.accuracies(), training: training,
      results: try evaluation.rows(), env: Provenance.environment(threads: workers.threads))
    for analysis in settings.chosenAnalyses { try analysis.add(to: &record, from: evaluation) }
    clock.mark("measure")
    record.timing = clock.seconds
    return record
  }
}
