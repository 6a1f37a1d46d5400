import CLIPModels
import Datasets
import Images
import Optimizers
import RandomStreams
import Tensors

/// Trains a parametrization on a few-shot task.
///
/// Every draw is a function of the task's seed and the step or image, and every sum runs over fixed
/// shards, so the result does not depend on the number of threads.
public struct FineTuner {
  private let model: CLIPModel
  private let task: FewShotTask
  private let configuration: TrainingConfiguration
  private let workers: Workers
  /// Rows of a shard of images: about 500 tokens, which stay in the second-level cache.
  private let imageShard: Int

  /// Prepares a training.
  public init(
    _ model: CLIPModel, on task: FewShotTask, configuration: TrainingConfiguration,
    workers: Workers
  ) {
    self.model = model
    self.task = task
    self.configuration = configuration
    self.workers = workers
    imageShard = ImageEncoder.shardSize(model)
  }

  /// Takes all steps and returns the classifier; the model's trained weights are changed in place.
  ///
  /// - Parameters:
  ///   - parametrization: what trains.
  ///   - checkpoints: where the state is kept; a state that is there is continued.
  ///   - progress: called after each step with the number taken, the number in all, and the loss.
  /// - Throws: `FineTuningError` when the loss is not finite, `TrainingStopped` when asked to stop.
  public func train(
    _ parametrization: Parametrization, checkpoints: TrainingCheckpoints? = nil,
    progress: (_ step: Int, _ total: Int, _ loss: Float) throws -> Void = { _, _, _ in }
  ) throws -> (classifier: FineTunedClassifier, report: TrainingReport) {
    var report = TrainingReport()
    report.trainedParameters = parametrization.trainedCount
    report.totalParameters = totalCount(parametrization)
    guard !parametrization.trained.isEmpty, configuration.epochs > 0 else {
      return (try classifier(parametrization), report)
    }
    let count = task.images.count
    guard count > 0 else {
      throw FineTuningError("there are no training images; set shots to 1 or more")
    }
    let batch = min(configuration.batchSize, count)
    // As the peers' loaders: an incomplete last batch is dropped when there is a whole one.
    let stepsPerEpoch = max(1, count / batch)
    let total = stepsPerEpoch * configuration.epochs
    let step = CoupledStep(training: parametrization.trained, on: workers)
    let optimizer = configuration.optimizer(for: step.gradients.parameters)
    let schedule = configuration.schedule(stepsPerEpoch: stepsPerEpoch)
    let views = try TrainingViews(
      task, augmentation: configuration.views.augmentation, model: model,
      cachesFeatures: !parametrization.changesImages, workers: workers)
    var kept = checkpoints.map {
      CheckpointSchedule($0, of: TrainingState(parametrization.trained, optimizer))
    }
    // The sum of the losses in the epoch under way, then the mean of each epoch before.
    var losses = try kept?.restore() ?? [0]
    report.steps = optimizer.stepCount
    for epoch in report.steps / stepsPerEpoch..<configuration.epochs {
      var random = RandomSource(seed: task.seed, purpose: "batches", index: UInt64(epoch))
      let order = random.permutation(of: count)
      for position in report.steps % stepsPerEpoch..<stepsPerEpoch {
        let chosen = [Int](order[position * batch..<(position + 1) * batch])
        let loss = run(step, parametrization, try views.branch(chosen, epoch: epoch), chosen)
        guard loss.isFinite else {
          throw FineTuningError(
            "the loss is \(loss) at step \(report.steps) (epoch \(epoch)); lower the learning rate, "
              + "now \(configuration.learningRate)")
        }
        losses[0] += Double(loss)
        clip(step.gradients)
        let rate = schedule.rate(
          step: report.steps, of: total, base: configuration.learningRate)
        optimizer.update(step.gradients, learningRate: rate, on: workers)
        report.steps += 1
        if report.steps % stepsPerEpoch == 0 {
          losses.append(losses[0] / Double(stepsPerEpoch))
          losses[0] = 0
        }
        try progress(report.steps, total, loss)
        try kept?.step(report.steps, of: total, losses: losses)
      }
    }
    report.epochLosses = [Double](losses.dropFirst())
    return (try classifier(parametrization), report)
  }

  private func run(
    _ step: CoupledStep, _ parametrization: Parametrization, _ images: Branch, _ chosen: [Int]
  ) -> Float {
    let labels = chosen.map { task.images.labels[$0] }
    let smoothing = Float(configuration.labelSmoothing)
    let texts: Branch
    switch parametrization.classifier {
    case .texts(let encoding): texts = .encoded(encoding)
    case .fixedTexts(let matrix): texts = .constant(matrix)
    case .head(let weight, let bias):
      return step.run([images]) { tape, features in
        let logits = tape.linear(tape.normalized(features[0]), weight, bias)
        return tape.crossEntropy(logits, labels: labels, smoothing: smoothing)
      }
    }
    return step.run([images, texts]) { tape, features in
      let logits = tape.similarities(
        tape.normalized(features[0]), tape.normalized(features[1]), logScale: model.logitScale)
      return tape.crossEntropy(logits, labels: labels, smoothing: smoothing)
    }
  }

  private func clip(_ gradients: Gradients) {
    guard configuration.gradientClip > 0 else { return }
    let norm = gradients.norm
    if norm > configuration.gradientClip {
      gradients.scale(by: Float(configuration.gradientClip / norm))
    }
  }

  private func classifier(_ parametrization: Parametrization) throws -> FineTunedClassifier {
    let scale = logitScale(of: model)
    switch parametrization.classifier {
    case .head(let weight, let bias):
      return FineTunedClassifier(weight: weight.matrix, bias: bias.values, logitScale: scale)
    case .fixedTexts(let features):
      return textClassifier(features, scale: scale)
    case .texts(let encoding):
      return textClassifier(encoding.features(on: workers), scale: scale)
    }
  }

  private func totalCount(_ parametrization: Parametrization) -> Int {
    var seen = Set(model.parameters.map { ObjectIdentifier($0) })
    var total = model.parameters.reduce(0) { $0 + $1.count }
    for parameter in parametrization.trained
    where seen.insert(ObjectIdentifier(parameter)).inserted {
      total += parameter.count
    }
    return total
  }
}

/// Unit text features times the logit scale, without a bias.
func textClassifier(_ features: Matrix, scale: Double) -> FineTunedClassifier {
  let tape = Tape(workspace: Workspace())
  var unit = tape.normalized(tape.constant(features)).matrix
  for i in unit.values.indices { unit.values[i] *= Float(scale) }
  return FineTunedClassifier(
    weight: unit, bias: [Float](repeating: 0, count: unit.rows), logitScale: scale)
}
