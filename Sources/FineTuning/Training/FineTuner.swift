import CLIPModels
import Datasets
import Synchronization
import Tensors

/// Takes a model through the stages of a method on a few-shot task.
///
/// Every draw is a function of the task's seed and the step or image, and every sum runs over fixed
/// shards, so the result does not depend on the number of threads.
public struct FineTuner {
  private let model: CLIPModel
  private let task: FewShotTask
  private let stages: [Stage]
  private let workers: Workers

  /// Prepares a training.
  ///
  /// - Parameters:
  ///   - model: the model as its folder has it; its trained weights are changed in place.
  ///   - task: the shots.
  ///   - stages: what trains and how, one after the other.
  ///   - workers: the threads to use.
  public init(_ model: CLIPModel, on task: FewShotTask, stages: [Stage], workers: Workers) {
    self.model = model
    self.task = task
    self.stages = stages
    self.workers = workers
  }

  /// Prepares a training by a method with its own settings.
  public init(
    _ model: CLIPModel, on task: FewShotTask, method: any FineTuningMethod, workers: Workers
  ) {
    self.init(
      model, on: task, stages: method.stages(of: model, for: task, workers: workers),
      workers: workers)
  }

  /// Goes through all stages and returns the classifier; the model's trained weights are changed in
  /// place.
  ///
  /// - Parameters:
  ///   - checkpoints: where the state is kept; a state that is there is continued.
  ///   - end: where the end of the stages that others share is kept; one that is there is taken
  ///     over, without a step.
  ///   - progress: called after each step with the number taken, the number in all, and the loss.
  ///   - observe: called before the first stage, after each epoch, and after each stage that is
  ///     solved for; from a checkpoint on, for what is behind it. Training does not depend on it.
  /// - Throws: `FineTuningError` when the loss is not finite, `TrainingStopped` when asked to stop.
  public func train(
    checkpoints: TrainingCheckpoints? = nil, end: TrainingEnd? = nil,
    progress: (_ step: Int, _ total: Int, _ loss: Float) throws -> Void = { _, _, _ in },
    observe: (TrainingMoment) throws -> Void = { _ in }
  ) throws -> FineTunedModel {
    require(!stages.isEmpty, "a method needs a stage")
    // Stages that only make something of the others' end come last.
    let shared = stages.prefix { !$0.isDerived }.count
    let isRestored = end?.isThere ?? false
    let resumed = isRestored ? shared : checkpoints?.stage(of: stages.count) ?? 0
    let total = stages.reduce(0) {
      $0 + $1.training.stepCount(images: task.images.count, shots: task.shots)
    }
    let epochs = stages.reduce(0) {
      let isSolved = $1.solve != nil
      return $0
        + (isSolved ? 0 : $1.training.epochCount(images: task.images.count, shots: task.shots))
    }
    var epoch = 0
    var report = TrainingReport()
    // What checkpoints keep, and what the finished model consists of.
    var kept = ParameterSet()
    var state = ParameterSet()
    var trained = ParameterSet()
    let zeroShot =
      try stages.contains(where: \.training.readsZeroShot)
      ? ZeroShotReference(model, on: task, workers: workers) : nil
    var preparedStages: [PreparedStage] = []
    let watch = try guardWatch()
    if let watch { kept.insert([watch.kept]) }
    let origins = Origins(
      isNeeded: stages.contains { $0.training.chosenRegularizers.contains(where: \.readsOrigins) })
    var changesImages = false
    var changesTexts = false
    var classifier: FineTunedClassifier?
    for (index, stage) in stages.enumerated() {
      let parametrization = try stage.prepare(classifier)
      trained.insert(parametrization.trained)
      state.insert(parametrization.state)
      origins.insert(parametrization.trained)
      changesImages = changesImages || parametrization.changesImages
      changesTexts = changesTexts || parametrization.changesTexts
      let training = StageTraining(
        index: index, parametrization: parametrization, configuration: stage.training,
        model: model, task: task, zeroShot: zeroShot, origin: origins.values,
        workers: workers)
      let prepared = stage.solve == nil ? try training.prepared() : nil
      kept.insert(parametrization.state + (prepared?.state ?? []))
      func look(
        stage: Int, epoch: Int, endsEpoch: Bool = false, endsStage: Bool = false
      ) throws {
        try observe(
          TrainingMoment(
            stage: stage, epoch: epoch, epochs: epochs, endsEpoch: endsEpoch, endsStage: endsStage,
            encoder: ImageEncoder(model, preprocessor: task.preprocessor, workers: workers),
            texts: {
              try TextEncoder(model, tokenizer: task.tokenizer, workers: workers).features(of: $0)
            }
          ) { parametrization.classifier.finished(on: workers) })
      }
      if index == 0, resumed == 0 { try look(stage: 0, epoch: 0) }
      if watch?.hasEnded == true {
        // What an earlier stage has ended takes no further step.
        guard stage.solve == nil else { continue }
      } else if index < resumed {
        // The checkpoint holds what this stage ended with, and the losses up to its own stage.
        report.steps += training.stepCount
      } else if let solve = stage.solve {
        report.epochLosses += try solve(parametrization)
        try look(stage: index + 1, epoch: epoch)
      } else {
        let before = report.steps
        report.steps += try training.run(
          prepared, state: kept.parameters, checkpoints: checkpoints,
          isResumed: index > 0 && index == resumed, watch: watch, losses: &report.epochLosses,
          epochEnded: {
            try look(
              stage: index + 1, epoch: epoch + $0, endsEpoch: true,
              endsStage: $0 == training.epochCount || watch?.hasEnded == true)
          },
          progress: { try progress(before + $0, total, $1) })
      }
      if index == shared - 1, let end, !kept.parameters.isEmpty {
        if !isRestored {
          try end.write(kept.parameters, report)
        } else if try !end.restore(kept.parameters, &report) {
          // It has just been removed; nothing has changed yet.
          return try train(checkpoints: checkpoints, progress: progress, observe: observe)
        }
      }
      if stage.solve == nil { epoch += training.epochCount }
      if let prepared { preparedStages.append(prepared) }
      classifier = parametrization.classifier.finished(on: workers)
    }
    guard let classifier else { throw FineTuningError("a method without stages") }
    // A checkpoint may bring back the statistics of a stage only after it was passed over.
    for prepared in preparedStages {
      report.objective.merge(try prepared.objective.measures()) { $1 }
      report.objective.merge(prepared.order.measures) { $1 }
    }
    if let watch { report.objective.merge(watch.measures) { $1 } }
    report.trainedParameters = trained.count
    report.storedNumbers = state.count
    report.totalParameters = ParameterSet(model.parameters + trained.parameters).count
    return FineTunedModel(
      classifier: classifier, report: report, trained: trained.parameters, state: state.parameters,
      changesImages: changesImages, changesTexts: changesTexts, isRestored: isRestored)
  }

  /// What ends the training when it forgets too much, with the accuracy before it.
  private func guardWatch() throws -> GuardWatch? {
    guard let rule = stages.lazy.compactMap(\.training.guardrail).first else { return nil }
    guard let heldOut = task.heldOut else {
      throw FineTuningError("a guardrail needs images of other classes, and there are none")
    }
    let start = try heldOut.accuracy(of: model, on: task, workers: workers)
    return GuardWatch(rule, heldOut, start: start)
  }

  /// The model as an earlier training of the same stages on the same task left it; takes no step.
  ///
  /// - Parameter values: gives what a weight of the training ended with.
  /// - Returns: the model, with no steps and losses in its report.
  public func restored(_ values: (Parameter) throws -> [Float]) throws -> FineTunedModel {
    var state = ParameterSet()
    var trained = ParameterSet()
    var prepared: [Parametrization] = []
    for stage in stages {
      prepared.append(try stage.prepare(prepared.last?.classifier.finished(on: workers)))
      trained.insert(prepared.last?.trained ?? [])
      state.insert(prepared.last?.state ?? [])
    }
    guard let last = prepared.last else { throw FineTuningError("a method without stages") }
    // All are read before one is changed.
    let stored = try state.parameters.map { ($0, try values($0)) }
    for (parameter, values) in stored { parameter.values = values }
    var report = TrainingReport()
    report.trainedParameters = trained.count
    report.storedNumbers = state.count
    report.totalParameters = ParameterSet(model.parameters + trained.parameters).count
    return FineTunedModel(
      classifier: last.classifier.finished(on: workers), report: report,
      trained: trained.parameters, state: state.parameters,
      changesImages: prepared.contains(where: \.changesImages),
      changesTexts: prepared.contains(where: \.changesTexts), isRestored: true)
  }
}

/// What fine-tuning made of a model.
public struct FineTunedModel: Sendable {
  /// Class scores of image features.
  public let classifier: FineTunedClassifier
  /// What happened, for the record.
  public let report: TrainingReport
  /// The weights that trained, those of the model and those that the method added.
  public let trained: [Parameter]
  /// The trained weights, and the numbers that are no weights but were found out.
  public let state: [Parameter]
  /// Whether the image tower's features are others now.
  public let changesImages: Bool
  /// Whether features of fixed texts are others now.
  public let changesTexts: Bool
  /// Whether it was taken over from an earlier training of the same stages.
  public let isRestored: Bool
}

/// Parameters, each once, in the order of their first mention.
struct ParameterSet {
  private(set) var parameters: [Parameter] = []
  private var known: Set<ObjectIdentifier> = []

  init(_ parameters: [Parameter] = []) { insert(parameters) }

  mutating func insert(_ new: [Parameter]) {
    for parameter in new where known.insert(ObjectIdentifier(parameter)).inserted {
      parameters.append(parameter)
    }
  }

  /// The number of weights.
  var count: Int { parameters.reduce(0) { $0 + $1.count } }
}

/// The values that weights had when a stage first named them: those before any training.
private final class Origins: Sendable {
  private let isNeeded: Bool
  private let known = Mutex<[ObjectIdentifier: [Float]]>([:])

  init(isNeeded: Bool) { self.isNeeded = isNeeded }

  func insert(_ parameters: [Parameter]) {
    guard isNeeded else { return }
    known.withLock { known in
      for parameter in parameters where known[ObjectIdentifier(parameter)] == nil {
        known[ObjectIdentifier(parameter)] = parameter.values
      }
    }
  }

  @Sendable func values(_ parameter: Parameter) -> [Float] {
    known.withLock { $0[ObjectIdentifier(parameter)] } ?? parameter.values
  }
}
