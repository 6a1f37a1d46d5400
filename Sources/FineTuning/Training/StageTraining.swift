import CLIPModels
import Datasets
import Optimizers
import RandomStreams
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

  /// Takes all steps.
  ///
  /// - Parameters:
  ///   - state: what a checkpoint keeps: all that this stage and those before it change.
  ///   - checkpoints: where it is kept; a state that is there is continued.
  ///   - isResumed: whether earlier stages were left out, because the state is this stage's.
  ///   - losses: the mean loss of each epoch is put behind those of earlier stages.
  ///   - epochEnded: called after each epoch with the number that are over, before their state is
  ///     written, so whatever it keeps is never older than the state.
  ///   - progress: called after each step with the number taken and the loss.
  func run(
    state: [Parameter], checkpoints: TrainingCheckpoints?, isResumed: Bool, losses: inout [Double],
    epochEnded: (_ epoch: Int) throws -> Void,
    progress: (_ step: Int, _ loss: Float) throws -> Void
  ) throws {
    guard !parametrization.trained.isEmpty, !configuration.epochs.isNone else { return }
    let count = task.images.count
    guard count > 0 else {
      throw FineTuningError("there are no training images; set shots to 1 or more")
    }
    let batchSize = configuration.batchSize(images: count)
    let stepsPerEpoch = configuration.stepsPerEpoch(images: count)
    let total = stepCount
    let coupled = CoupledStep(training: parametrization.trained, on: workers)
    let optimizer = configuration.optimizer(for: coupled.gradients.parameters)
    let schedule = configuration.schedule(stepsPerEpoch: stepsPerEpoch, total: total)
    let stepLoss = try configuration.chosenObjective.losses(of: self)
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
    for epoch in optimizer.stepCount / stepsPerEpoch..<epochCount {
      var random = RandomSource(
        seed: task.seed, purpose: index == 0 ? "batches" : "batches of stage \(index)",
        index: UInt64(epoch))
      let order = random.permutation(of: count)
      // A rule of steps may end within a pass.
      let steps = min(stepsPerEpoch, total - epoch * stepsPerEpoch)
      for position in optimizer.stepCount % stepsPerEpoch..<steps {
        let shots = [Int](order[position * batchSize..<min(count, (position + 1) * batchSize)])
        let batch = TrainingBatch(
          shots: shots, labels: shots.map { task.images.labels[$0] }, epoch: epoch,
          step: optimizer.stepCount, images: try views.branch(shots, epoch: epoch),
          patches: { try views.patches(shots, epoch: epoch) })
        let step = try stepLoss(batch)
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
        if position == steps - 1 {
          sums.append(sums[0] / Double(steps))
          sums[0] = 0
          try epochEnded(epoch + 1)
        }
        try progress(optimizer.stepCount, loss)
        try kept?.step(optimizer.stepCount, of: total, losses: sums)
      }
    }
    losses = [Double](sums.dropFirst())
  }

  private func clip(_ gradients: Gradients) {
    guard configuration.gradientClip > 0 else { return }
    let norm = gradients.norm
    if norm > configuration.gradientClip {
      gradients.scale(by: Float(configuration.gradientClip / norm))
    }
  }
}
