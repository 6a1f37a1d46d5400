import CLIPModels
import Datasets
import Optimizers
import RandomStreams
import Tensors

/// The loss of `composite`: draws of a class and one of its descriptors, or the sum over all of them.
struct FactoredLoss {
  private let settings: CompositeReward
  private let policy: Policy
  private let descriptors: ClassDescriptors
  private let texts: Branch
  /// Whether each descriptor is among each shot's attributes, `[shots, descriptors]`; as training sees
  /// it, and as it is.
  private let given: [[Bool]]
  private let known: [[Bool]]
  private let zero: Parameter
  private let sampler: ActionSampler

  /// Prepares the loss of a stage.
  ///
  /// - Throws: `FineTuningError` where there are no descriptors, or no attributes that are to count.
  init(_ settings: CompositeReward, _ policy: Policy) throws {
    let training = policy.training
    let task = training.task
    guard let descriptors = task.descriptors else {
      throw FineTuningError(
        "objective composite draws descriptors of the classes, and there are none; set descriptors, "
          + "or its attribute_weight and consistency_weight to 0")
    }
    self.settings = settings
    self.policy = policy
    self.descriptors = descriptors
    let encoding = try TextEncoding(
      of: descriptors.prompts(task.classNames), model: training.model, tokenizer: task.tokenizer)
    texts =
      training.parametrization.changesTexts
      ? .encoded(encoding.encoding) : .constant(encoding.features(on: training.workers))
    let all = descriptors.texts.joined()
    var known: [[Bool]] = []
    if let column = task.images.metadata["attributes"] {
      known = column.map { text in
        let own = FactoredLoss.attributes(text)
        return all.map(own.contains)
      }
    } else if settings.attributeWeight > 0 {
      throw FineTuningError(
        "attribute_weight is \(settings.attributeWeight), and images of \(task.images.name) have no "
          + "metadata column 'attributes' to check descriptors against; give one, or set it to 0")
    } else {
      known = task.images.labels.map { _ in all.map { _ in false } }
    }
    self.known = known
    if settings.shufflesAttributes {
      var random = RandomSource(seed: task.seed, purpose: "shuffled attributes")
      given = random.permutation(of: known.count).map { known[$0] }
    } else {
      given = known
    }
    let tau = settings.tauD ?? policy.temperature
    zero = Parameter(
      "policy.\(training.index).descriptor_scale", shape: [], values: [Float(logarithm(1 / tau))])
    sampler = ActionSampler(
      seed: task.seed, stage: training.index)
  }

  /// The attributes of a metadata value: texts between semicolons.
  static func attributes(_ text: String) -> Set<String> {
    Set(
      text.split(separator: ";").map { part in
        let words = part.split(separator: " ")
        return words.joined(separator: " ")
      })
  }

  /// The loss, and what goes with it.
  func loss() -> PolicyLoss {
    let zeros = RunningFraction("policy.\(policy.training.index).zero_advantage")
    var loss = PolicyLoss(branches: [texts]) { tape, logits, inputs, batch in
      let details = scores(tape, features: inputs.features, texts: inputs.branches[0])
      let rewards = parts(
        batch, classes: logits.columns, votes: votes(details.matrix))
      guard let advantages = settings.advantages else {
        return tape.expectedReward(
          logits, details: details, rewards: sum(rewards), sizes: descriptors.sizes)
      }
      let drawn = weights(
        logSoftmax(logits.matrix), logSoftmax(details.matrix, sizes: descriptors.sizes),
        batch: batch, rewards: rewards, advantages)
      zeros.add(drawn.equal, of: batch.shots.count)
      return tape.combination(
        tape.weightedLogProbabilities(logits, weights: drawn.classes), 1,
        tape.weightedLogProbabilities(
          details, weights: drawn.details, sizes: descriptors.sizes), 1)
    }
    loss.kept = [zeros.kept, zero]
    loss.measures = { logs throws in
      var measures = try rates(logs)
      measures["zero_advantage"] = zeros.value
      return measures
    }
    return loss
  }

  /// cos / tau_d of images and descriptors, `[images, descriptors]`.
  private func scores(_ tape: Tape, features: Tensor, texts: Tensor) -> Tensor {
    tape.similarities(tape.normalized(features), tape.normalized(texts), logScale: zero)
  }

  /// The class whose descriptors' mean is largest, the first of equal ones.
  func votes(_ details: Matrix) -> [Int] {
    (0..<details.rows).map { row in
      var (best, most) = (0, -Float.infinity)
      var start = row * details.columns
      for (label, size) in descriptors.sizes.enumerated() {
        var sum: Float = 0
        for i in start..<start + size { sum += details.values[i] }
        if sum / Float(size) > most { (best, most) = (label, sum / Float(size)) }
        start += size
      }
      return best
    }
  }

  /// The three parts of the reward, weighted, `[images, descriptors]` each.
  func parts(_ batch: TrainingBatch, classes: Int, votes: [Int]) -> [DoubleMatrix] {
    let labels = batch.rewards(classes: classes)
    let columns = descriptors.sizes.reduce(0, +)
    var parts = [DoubleMatrix](
      repeating: DoubleMatrix(rows: batch.shots.count, columns: columns), count: 3)
    for (row, shot) in batch.shots.enumerated() {
      var column = 0
      for (label, size) in descriptors.sizes.enumerated() {
        for _ in 0..<size {
          parts[0][row, column] = settings.classWeight * labels[row, label]
          parts[1][row, column] = given[shot][column] ? settings.attributeWeight : 0
          parts[2][row, column] = votes[row] == label ? settings.consistencyWeight : 0
          column += 1
        }
      }
    }
    return parts
  }

  private func sum(_ parts: [DoubleMatrix]) -> DoubleMatrix {
    var sum = parts[0]
    for part in parts.dropFirst() {
      for i in sum.values.indices { sum.values[i] += part.values[i] }
    }
    return sum
  }

  /// The weights of classes and descriptors that were drawn, and how many groups have equal rewards.
  func weights(
    _ classes: DoubleMatrix, _ details: DoubleMatrix, batch: TrainingBatch,
    rewards: [DoubleMatrix], _ advantages: Advantages
  ) -> (classes: DoubleMatrix, details: DoubleMatrix, equal: Int) {
    let size = settings.groupSize
    var classWeights = DoubleMatrix(rows: classes.rows, columns: classes.columns)
    var detailWeights = DoubleMatrix(rows: details.rows, columns: details.columns)
    var equal = 0
    let starts = descriptors.sizes.indices.map { descriptors.sizes[..<$0].reduce(0, +) }
    for (row, shot) in batch.shots.enumerated() {
      let actions = sampler.actions(size, from: classes, row: row, shot: shot, step: batch.step)
      var random = RandomSource(
        seed: policy.training.task.seed,
        purpose: "descriptors of stage \(policy.training.index) for shot \(shot)",
        index: UInt64(batch.step))
      let columns = actions.map { action in
        var sum = 0.0
        let sums = (starts[action]..<starts[action] + descriptors.sizes[action]).map {
          sum += exponential(details[row, $0])
          return sum
        }
        return starts[action] + ActionSampler.draw(random.uniform(), from: sums)
      }
      let own = rewards.map { part in columns.map { part[row, $0] } }
      let total = size == 0 ? [] : (0..<size).map { i in own[0][i] + own[1][i] + own[2][i] }
      let values: [Double]
      switch settings.aggregate {
      case .sumThenNormalize: values = advantages(total)
      case .normalizeThenSum:
        // Scales of parts vanish in a normalisation, so they are weighted behind it.
        let scales = [settings.classWeight, settings.attributeWeight, settings.consistencyWeight]
        let normalized = zip(own, scales).map { part, scale in
          scale == 0 ? part : advantages(part.map { $0 / scale }).map { $0 * scale }
        }
        values = (0..<size).map { normalized[0][$0] + normalized[1][$0] + normalized[2][$0] }
      }
      if total.allSatisfy({ $0 == total[0] }) { equal += 1 }
      for (i, value) in values.enumerated() {
        classWeights[row, actions[i]] += value / Double(size)
        detailWeights[row, columns[i]] += value / Double(size)
      }
    }
    return (classWeights, detailWeights, equal)
  }

  /// Of all shots, by the model as it is: how often the likeliest descriptor of the likeliest class is
  /// an attribute, what share of attributes among all descriptors is (chance), and how often the
  /// descriptors' vote is the likeliest class.
  private func rates(_ logs: DoubleMatrix) throws -> [String: Double] {
    let training = policy.training
    let encoder = ImageEncoder(
      training.model, preprocessor: training.task.preprocessor, workers: training.workers)
    let features = training.parametrization.classifier.finished(on: training.workers).outputs(
      of: try encoder.features(of: training.task.images), on: training.workers
    ).features
    let texts =
      switch self.texts {
      case .constant(let matrix): matrix
      case .encoded(let encoding): encoding.features(on: training.workers)
      }
    let tape = Tape(workspace: Workspace())
    let details = scores(tape, features: tape.constant(features), texts: tape.constant(texts))
      .matrix
    let votes = votes(details)
    var (right, consistent, marks) = (0, 0, 0)
    for shot in 0..<logs.rows {
      let row = [Double](logs.row(shot))
      var best = 0
      for c in row.indices where row[c] > row[best] { best = c }
      let start = descriptors.sizes[..<best].reduce(0, +)
      var place = start
      for column in start..<start + descriptors.sizes[best]
      where details[shot, column] > details[shot, place] { place = column }
      if known[shot][place] { right += 1 }
      if votes[shot] == best { consistent += 1 }
      marks += known[shot].count { $0 }
    }
    let count = Double(max(1, logs.rows))
    return [
      "attribute_accuracy": Double(right) / count, "consistency": Double(consistent) / count,
      "attribute_share": Double(marks) / count / Double(max(1, details.columns)),
    ]
  }
}
