import CLIPModels
import Datasets
import RandomStreams
import Tensors

/// A value head fitted to rewards of images that their policy was not trained on.
///
/// On a few shots a policy gets every reward, and a head fitted to those would be 1 everywhere. So the
/// shots are cut into folds; for each one the same training runs on the others, and its policy's
/// expected reward on the fold is what the head learns. That takes as many further trainings as there
/// are folds, each of the same number of epochs on fewer shots.
public struct CrossFitting: Sendable {
  /// The folds, at most one a shot.
  public static let folds = 5
  /// The penalties to choose from, by the log loss of folds that a head was not fitted to.
  static let penalties = [10.0, 1, 0.1, 0.01, 0.001]

  private let method: any FineTuningMethod
  private let task: FewShotTask
  private let workers: Workers

  /// Prepares the fitting for a training.
  public init(_ method: any FineTuningMethod, on task: FewShotTask, workers: Workers) {
    self.method = method
    self.task = task
    self.workers = workers
  }

  /// Trains the folds and fits the head.
  ///
  /// - Parameters:
  ///   - checkpoints: where the training that goes before keeps its state; folds keep theirs beside it.
  ///   - model: the model as its folder has it, a new one each time.
  ///   - progress: called after each step with the number taken, that of all folds, and the loss.
  public func fitted(
    checkpoints: TrainingCheckpoints? = nil, model: () throws -> CLIPModel,
    progress: (_ step: Int, _ total: Int, _ loss: Float) throws -> Void = { _, _, _ in }
  ) throws -> CrossFittedValue {
    let folds = CrossFitting.folds(of: task)
    let count = (folds.max() ?? -1) + 1
    guard count > 1 else {
      throw FineTuningError(
        "a value head needs two training images or more, there are \(task.images.count); raise shots"
      )
    }
    let inputs = ValueHead.inputs(
      try ImageEncoder(model(), preprocessor: task.preprocessor, workers: workers)
        .features(of: task.images))
    var rewards = [Double](repeating: 0, count: task.images.count)
    var isRight = [Bool](repeating: false, count: task.images.count)
    for fold in 0..<count {
      let held = folds.indices.filter { folds[$0] == fold }
      let own = task.selecting(folds.indices.filter { folds[$0] != fold })
      let fresh = try model()
      let tuned = try FineTuner(fresh, on: own, method: method, workers: workers).train(
        checkpoints: checkpoints?.beside("value fold \(fold)"),
        progress: { step, total, loss in
          try progress(fold * total + step, count * total, loss)
        })
      let encoder = ImageEncoder(fresh, preprocessor: task.preprocessor, workers: workers)
      let logits = tuned.classifier.outputs(
        of: try encoder.features(of: task.images.selecting(held)), on: workers
      ).logits
      let tau = tuned.report.objective["tau_pol"] ?? 1 / tuned.classifier.logitScale
      let logs = logSoftmax(logits, scale: 1 / (tuned.classifier.logitScale * tau))
      let shotRewards = ShotRewards(task)
      let predictions = FineTunedClassifier.predictions(logits)
      for (row, shot) in held.enumerated() {
        for (reward, log) in zip(shotRewards(shot), logs.row(row)) where reward != 0 {
          rewards[shot] += reward * exponential(log)
        }
        isRight[shot] = predictions[row] == task.images.labels[shot]
      }
    }
    return CrossFitting.value(inputs, rewards: rewards, isRight: isRight, folds: folds)
  }

  /// The head of all shots, with the penalty whose heads of the other folds do best on a fold.
  static func value(
    _ inputs: DoubleMatrix, rewards: [Double], isRight: [Bool], folds: [Int]
  ) -> CrossFittedValue {
    let count = (folds.max() ?? -1) + 1
    var best: (loss: Double, penalty: Double, values: [Double])?
    for penalty in penalties {
      var values = [Double](repeating: 0, count: folds.count)
      for fold in 0..<count {
        let held = folds.indices.filter { folds[$0] == fold }
        let others = folds.indices.filter { folds[$0] != fold }
        let head = ValueRegression(
          inputs.selecting(others), rewards: others.map { rewards[$0] }
        ).minimum(penalty: penalty)
        for (shot, value) in zip(held, head.values(inputs.selecting(held))) {
          values[shot] = value
        }
      }
      var loss = 0.0
      for (value, reward) in zip(values, rewards) {
        let inside = min(max(value, 1e-12), 1 - 1e-12)
        loss -= reward * logarithm(inside) + (1 - reward) * logarithm(1 - inside)
      }
      // The larger of equally good penalties comes first.
      if best.map({ loss < $0.loss }) ?? true { best = (loss, penalty, values) }
    }
    guard let best else { fatalError("there are penalties") }
    return CrossFittedValue(
      head: ValueRegression(inputs, rewards: rewards).minimum(penalty: best.penalty),
      heldOut: best.values, isRight: isRight)
  }

  /// The fold of each shot: those of a class go round, in a random order, and classes go on where the
  /// one before ended.
  static func folds(of task: FewShotTask) -> [Int] {
    var folds = [Int](repeating: 0, count: task.images.count)
    let count = min(CrossFitting.folds, task.images.count)
    var next = 0
    for (label, members) in task.images.indicesByClass.enumerated() {
      var random = RandomSource(seed: task.seed, purpose: "value folds", index: UInt64(label))
      for place in random.permutation(of: members.count) {
        folds[members[place]] = next % max(1, count)
        next += 1
      }
    }
    return folds
  }
}

/// A value head, and what heads like it said of shots that they and their policies had not seen.
public struct CrossFittedValue: Sendable {
  /// The head, fitted to the rewards of all shots.
  public let head: ValueHead
  /// V of each shot by a head that was fitted to the other folds.
  public let heldOut: [Double]
  /// Whether the fold's classifier names the shot's label.
  public let isRight: [Bool]
}

extension FewShotTask {
  /// The task with some of its shots.
  func selecting(_ shots: [Int]) -> FewShotTask {
    FewShotTask(
      images: images.selecting(shots), targets: targets?.selecting(shots), templates: templates,
      validation: validation, heldOut: heldOut, descriptors: descriptors,
      tokenizer: tokenizer, preprocessor: preprocessor,
      seed: seed)
  }
}

extension TrainingCheckpoints {
  /// Those of another training that belongs to this one.
  func beside(_ part: String) -> TrainingCheckpoints {
    let name = part.split(separator: " ").joined(separator: "-")
    return TrainingCheckpoints(
      path: "\(path)-\(name)", fingerprint: "\(fingerprint) \(part)", interval: interval,
      isStopping: isStopping)
  }
}
