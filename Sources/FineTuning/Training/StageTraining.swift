import CLIPModels
import Datasets
import Optimizers
import Tensors

/// The gradient steps of one stage.
public struct StageTraining {
  /// The number of stages before.
  let index: Int
  /// What trains.
  public let parametrization: Parametrization
  /// How.
  public let configuration: TrainingConfiguration
  /// The model as it is now.
  public let model: CLIPModel
  /// The shots, and what else training may see.
  public let task: FewShotTask
  /// What the model made of the task before the first stage; nil where nothing reads it.
  public var zeroShot: ZeroShotReference?
  /// A weight's values before the first stage.
  public var origin: @Sendable (Parameter) -> [Float] = { $0.values }
  /// The threads to use.
  public let workers: Workers

  /// The steps that the stage takes.
  var stepCount: Int {
    parametrization.trained.isEmpty
      ? 0 : configuration.stepCount(images: task.images.count, shots: task.shots)
  }

  /// The epochs that the stage takes.
  var epochCount: Int {
    parametrization.trained.isEmpty
      ? 0 : configuration.epochCount(images: task.images.count, shots: task.shots)
  }

  /// The objective and the order of the shots; nil where no step is taken.
  func prepared() throws -> PreparedStage? {
    guard stepCount > 0 else { return nil }
    let objective = try configuration.chosenObjective.prepared(for: self)
    let updates = objective.updatesPerBatch
    return PreparedStage(
      objective: objective,
      order: try ShotOrder(of: self, batches: (stepCount + updates - 1) / updates),
      corrections: try configuration.chosenRegularizers.compactMap {
        try $0.correction(of: self)
      })
  }

  /// Takes all steps.
  ///
  /// - Parameters:
  ///   - prepared: what `prepared()` gave.
  ///   - state: what a checkpoint keeps: all that this stage and those before it change.
  ///   - checkpoints: where it is kept; a state that is there is continued.
  ///   - isResumed: whether earlier stages were left out, because the state is this stage's.
  ///   - watch: what ends the training when it forgets too much.
  ///   - losses: the mean loss of each epoch is put behind those of earlier stages.
  ///   - epochEnded: called after each epoch with the number that are over, before their state is
  ///     written, so whatever it keeps is never older than the state.
  ///   - progress: called after each step with the number taken and the loss.
  /// - Returns: the steps that were taken in all.
  func run(
    _ prepared: PreparedStage?, state: [Parameter], checkpoints: TrainingCheckpoints?,
    isResumed: Bool, watch: GuardWatch?,
    losses: inout [Double],
    epochEnded: (_ epoch: Int) throws -> Void,
    progress: (_ step: Int, _ loss: Float) throws -> Void
  ) throws -> Int {
    guard !parametrization.trained.isEmpty, !configuration.epochs.isNone else { return 0 }
    let count = task.images.count
    guard count > 0 else {
      throw FineTuningError("there are no training images; set shots to 1 or more")
    }
    guard let prepared else { return 0 }
    let stepsPerEpoch = configuration.stepsPerEpoch(images: count)
    let total = stepCount
    let (objective, order) = (prepared.objective, prepared.order)
    let updates = objective.updatesPerBatch
    let coupled = CoupledStep(
      training: parametrization.trained + objective.trained, on: workers)
    let optimizer = configuration.optimizer(for: coupled.gradients.parameters)
    let schedule = configuration.schedule(stepsPerEpoch: stepsPerEpoch, total: total)
    let views = try TrainingViews(
      task, augmentation: configuration.views.augmentation, model: model,
      cachesFeatures: !parametrization.changesImages, workers: workers)
    var kept = checkpoints.map {
      CheckpointSchedule($0, stage: index, of: TrainingState(state, optimizer))
    }
    // The sum of the losses in the epoch under way, then the mean of each epoch before.
    let restored = try kept?.restore()
    if isResumed, restored == nil {
      throw FineTuningError(
        "\(checkpoints?.path ?? ""): its weights are not those of this program; delete the file")
    }
    var sums = restored ?? [0] + losses
    var drawn: (epoch: Int, shots: [Int])?
    for epoch in optimizer.stepCount / stepsPerEpoch..<epochCount where watch?.hasEnded != true {
      // A rule of steps may end within a pass.
      let steps = min(stepsPerEpoch, total - epoch * stepsPerEpoch)
      for position in optimizer.stepCount % stepsPerEpoch..<steps {
        let update = optimizer.stepCount % updates
        if update == 0 || drawn == nil { drawn = order.batch(optimizer.stepCount / updates) }
        guard let (pass, shots) = drawn else { continue }
        let labels = shots.map { task.images.labels[$0] }
        let batch = TrainingBatch(
          shots: shots, labels: labels, targets: task.targets?.selecting(shots), epoch: pass,
          step: optimizer.stepCount, update: update, images: try views.branch(shots, epoch: pass),
          patches: { try views.patches(shots, epoch: pass) },
          second: { try views.second(shots, epoch: pass) },
          watch: { order.watch(shots, labels: labels, $0) })
        let step = try objective.loss(batch)
        // Stages count their steps anew, and draw anew.
        let loss = coupled.run(
          step.branches, step: UInt64(index) << 32 | UInt64(batch.step), loss: step.value)
        guard loss.isFinite else {
          throw FineTuningError(
            "the loss is \(loss) at step \(batch.step) (epoch \(epoch)); lower the learning rate, "
              + "now \(configuration.learningRate)")
        }
        sums[0] += Double(loss)
        clip(coupled.gradients)
        let rate = schedule.rate(step: batch.step, of: total, base: configuration.learningRate)
        optimizer.update(coupled.gradients, learningRate: rate, on: workers)
        for correction in prepared.corrections { correction.apply(rate) }
        if position == steps - 1 {
          sums.append(sums[0] / Double(steps))
          sums[0] = 0
          _ = try watch?.look(model, task, epoch: epoch + 1, workers: workers)
          try epochEnded(epoch + 1)
        }
        try progress(optimizer.stepCount, loss)
        // Within a batch the objective may hold what a checkpoint does not.
        if optimizer.stepCount % updates == 0 || optimizer.stepCount == total {
          try kept?.step(optimizer.stepCount, of: total, losses: sums)
        }
      }
    }
    losses = [Double](sums.dropFirst())
    return optimizer.stepCount
  }

  private func clip(_ gradients: Gradients) {
    guard configuration.gradientClip > 0 else { return }
    let norm = gradients.norm
    if norm > configuration.gradientClip {
      gradients.scale(by: Float(configuration.gradientClip / norm))
    }
  }
}

/// A stage that is ready for its steps.
struct PreparedStage {
  let objective: PreparedObjective
  let order: ShotOrder
  let corrections: [StepCorrection]

  /// What a checkpoint keeps beside the parametrization's state.
  var state: [Parameter] {
    objective.trained + objective.kept + order.kept + corrections.flatMap(\.kept)
  }
}
