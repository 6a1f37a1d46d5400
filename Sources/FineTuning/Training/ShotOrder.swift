import Datasets
import RandomStreams
import Tensors

/// Which shots each batch of a stage sees: passes in random orders, and what a curriculum, a
/// sequence of domains and a replay memory make of them.
///
/// A batch is a function of its number and of what `kept` holds, so a resumed training sees the same.
final class ShotOrder {
  /// What a checkpoint must keep; nothing for plain passes.
  let kept: [Parameter]
  private let configuration: TrainingConfiguration
  private let count: Int
  private let batches: Int
  private let seed: UInt64
  private let purpose: String
  /// The shots of each domain in turn; one list of all where there is no sequence.
  private let domains: [[Int]]
  /// How hard each shot is; nil where the training's own losses say it, or no curriculum asks.
  private let difficulties: [Double]?
  /// How often each shot was seen, `[shots]`.
  private let exposures: Parameter
  /// A running cross-entropy of each shot, `[shots]`.
  private let losses: Parameter
  /// The shots in the memory, then -1; last the number of shots that were offered.
  private let memory: Parameter
  private var permutation: (epoch: Int, order: [Int])?

  /// Prepares the order of a stage.
  ///
  /// - Parameters:
  ///   - training: the stage.
  ///   - batches: how many it takes in all.
  /// - Throws: `FineTuningError` where a domain column is not there.
  init(of training: StageTraining, batches: Int) throws {
    let task = training.task
    configuration = training.configuration
    count = task.images.count
    self.batches = batches
    seed = task.seed
    purpose = training.index == 0 ? "batches" : "batches of stage \(training.index)"
    domains = try ShotOrder.domains(of: task, by: configuration.domains)
    let prefix = "order.\(training.index)"
    exposures = Parameter("\(prefix).exposures", shape: [count], repeating: 0)
    let start = ShotDifficulty(task, training.zeroShot)
    losses = Parameter(
      "\(prefix).losses", shape: [count], values: start.losses.map(Float.init))
    memory = Parameter(
      "\(prefix).memory", shape: [(configuration.replay?.capacity ?? 0) + 1], repeating: -1)
    memory.values[memory.count - 1] = 0
    difficulties = configuration.curriculum.flatMap { curriculum in
      if curriculum.order == .random {
        var random = RandomSource(seed: task.seed, purpose: "random curriculum")
        return random.permutation(of: task.images.count).map(Double.init)
      }
      return start.values(curriculum.difficulty)?.map { curriculum.order == .anti ? -$0 : $0 }
    }
    kept =
      configuration.curriculum == nil && configuration.replay == nil && domains.count == 1
      ? [] : [exposures, losses, memory]
  }

  /// The shots of a batch, with the pass it belongs to.
  func batch(_ number: Int) -> (epoch: Int, shots: [Int]) {
    let stepsPerEpoch = configuration.stepsPerEpoch(images: count)
    let (epoch, position) = number.quotientAndRemainder(dividingBy: stepsPerEpoch)
    let size = configuration.batchSize(images: count)
    let order = order(of: epoch)
    let own = min(size, count - position * size)
    guard !kept.isEmpty else {
      return (epoch, [Int](order[position * size..<position * size + own]))
    }
    let domain = number * domains.count / max(1, batches)
    let members = domains[domain]
    let replayed = domain == 0 ? [] : replayed(of: own, batch: number, in: members)
    let allowed = Set(allowed(members, batch: number))
    let open = order.filter(allowed.contains)
    let shots = (0..<own - replayed.count).map { open[(position * size + $0) % open.count] }
    remember(shots + replayed)
    return (epoch, shots + replayed)
  }

  /// Follows the losses of the shots of a batch.
  ///
  /// - Parameter logits: their scores `[shots, classes]`.
  func watch(_ shots: [Int], labels: [Int], _ logits: Matrix) {
    guard !kept.isEmpty else { return }
    var values = losses.values
    for (row, shot) in shots.enumerated() {
      let scores = logits.row(row).map(Double.init)
      let loss = logSumExp(scores) - scores[labels[row]]
      values[shot] = 0.7 * values[shot] + 0.3 * Float(loss)
    }
    losses.values = values
  }

  /// What the record says of the order; nothing for plain passes.
  var measures: [String: Double] {
    guard !kept.isEmpty else { return [:] }
    let seen = exposures.values.map(Double.init)
    return [
      "exposures": seen.reduce(0, +), "most_exposed": seen.max() ?? 0,
      "least_exposed": seen.min() ?? 0, "never_exposed": Double(seen.count { $0 == 0 }),
    ]
  }

  /// How often each shot was seen so far.
  var exposureCounts: [Int] { exposures.values.map { Int($0) } }

  private func order(of epoch: Int) -> [Int] {
    if let permutation, permutation.epoch == epoch { return permutation.order }
    var random = RandomSource(seed: seed, purpose: purpose, index: UInt64(epoch))
    let order = random.permutation(of: count)
    permutation = (epoch, order)
    return order
  }

  /// The shots of a domain that the curriculum lets a batch see.
  private func allowed(_ members: [Int], batch: Int) -> [Int] {
    guard let curriculum = configuration.curriculum else { return members }
    let size = curriculum.size(step: batch, of: batches, count: members.count)
    let sign = curriculum.order == .anti ? -1.0 : 1.0
    let values = difficulties ?? losses.values.map { sign * Double($0) }
    return [Int](members.sorted { (values[$0], $0) < (values[$1], $1) }.prefix(size))
  }

  private func replayed(of size: Int, batch: Int, in domain: [Int]) -> [Int] {
    guard let replay = configuration.replay else { return [] }
    let count = Int((replay.share * Double(size)).rounded())
    return buffer(replay).draw(count, batch: batch, notOf: domain)
  }

  private func remember(_ shots: [Int]) {
    var counts = exposures.values
    var buffer = configuration.replay.map(buffer)
    let losses = losses.values
    for shot in shots {
      if counts[shot] == 0 { buffer?.offer(shot) { losses[$0] } }
      counts[shot] += 1
    }
    exposures.values = counts
    guard let buffer else { return }
    var values = [Float](repeating: -1, count: memory.count)
    for (place, shot) in buffer.shots.enumerated() { values[place] = Float(shot) }
    values[memory.count - 1] = Float(buffer.offered)
    memory.values = values
  }

  private func buffer(_ replay: Replay) -> ReplayBuffer {
    let values = memory.values
    return ReplayBuffer(
      replay, seed: seed, shots: values.dropLast().filter { $0 >= 0 }.map { Int($0) },
      offered: Int(values.last ?? 0))
  }

  /// The shots of each value of a column, in the order in which the values first appear.
  private static func domains(of task: FewShotTask, by column: String) throws -> [[Int]] {
    guard !column.isEmpty else { return [[Int](0..<task.images.count)] }
    guard let values = task.images.metadata[column] else {
      throw FineTuningError(
        "domains names the column '\(column)', which \(task.images.name) has not; known: "
          + "\(task.images.metadata.keys.sorted().joined(separator: ", "))")
    }
    var names: [String] = []
    for value in values where !names.contains(value) { names.append(value) }
    return names.map { name in values.indices.filter { values[$0] == name } }
  }
}
