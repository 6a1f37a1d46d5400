import Configuration
import Datasets
import RandomStreams
import Tensors
import TestModels
import Testing
import Tokenizers

@testable import FineTuning

@Suite("A replay memory")
struct ReplayTests {
  private func replay(capacity: Int, _ policy: Replay.Policy = .reservoir) -> Replay {
    var replay = Replay()
    (replay.capacity, replay.policy) = (capacity, policy)
    return replay
  }

  @Test("never holds more than its capacity, and no shot twice")
  func bound() {
    for policy in Replay.Policy.allCases {
      var buffer = ReplayBuffer(replay(capacity: 5, policy), seed: 1)
      for shot in 0..<40 {
        buffer.offer(shot) { Float($0 % 7) }
        #expect(buffer.shots.count == min(5, shot + 1))
        #expect(Set(buffer.shots).count == buffer.shots.count)
      }
    }
  }

  @Test("keeps every shot with the same chance")
  func uniform() {
    let (shots, capacity, seeds) = (20, 5, 2_000)
    var counts = [Int](repeating: 0, count: shots)
    for seed in 0..<seeds {
      var buffer = ReplayBuffer(replay(capacity: capacity), seed: UInt64(seed))
      for shot in 0..<shots { buffer.offer(shot) { _ in 0 } }
      for shot in buffer.shots { counts[shot] += 1 }
    }
    let expected = Double(seeds * capacity) / Double(shots)
    let statistic = counts.reduce(0) {
      $0 + (Double($1) - expected) * (Double($1) - expected) / expected
    }
    // The 99.9 % quantile of chi-square with 19 degrees of freedom is 43.82.
    #expect(statistic < 43.82)
  }

  @Test("of the hardest shots keeps those of the largest losses")
  func hardest() {
    var buffer = ReplayBuffer(replay(capacity: 3, .hardest), seed: 1)
    let losses: [Float] = [1, 9, 2, 8, 3, 7]
    for shot in losses.indices { buffer.offer(shot) { losses[$0] } }
    #expect(Set(buffer.shots) == [1, 3, 5])
  }

  /// Twelve shots of two styles.
  private func task() throws -> FewShotTask {
    let plain = try ToyTraining.task()
    let images = plain.images.describing(
      ["style": plain.images.labels.indices.map { $0 % 2 == 0 ? "dark" : "pale" }])
    return FewShotTask(
      images: images, templates: plain.templates, tokenizer: plain.tokenizer,
      preprocessor: plain.preprocessor, seed: 1)
  }

  private func order(_ replay: Replay?) throws -> ShotOrder {
    let task = try task()
    let model = try ToyModel.make()
    let workers = Workers(threads: 1)
    var configuration = TrainingConfiguration()
    configuration.batchSize = 8
    configuration.epochs = 10
    configuration.domains = "style"
    configuration.replay = replay
    return try ShotOrder(
      of: StageTraining(
        index: 0,
        parametrization: CoOp.small.parametrization(of: model, for: task, workers: workers),
        configuration: configuration, model: model, task: task, workers: workers), batches: 10)
  }

  @Test("brings a quarter of each batch back from earlier domains, and nothing in the first")
  func domains() throws {
    let order = try order(replay(capacity: 256))
    for batch in 0..<10 {
      let shots = order.batch(batch).shots
      let dark = shots.count { $0 % 2 == 0 }
      #expect(shots.count == 8)
      #expect(dark == (batch < 5 ? 8 : 2), "batch \(batch)")
    }
    #expect(order.exposureCounts.reduce(0, +) == 80)
    let none = try self.order(nil)
    #expect(
      (0..<10).map { none.batch($0).shots.count { $0 % 2 == 0 } } == [8, 8, 8, 8, 8] + [
        0, 0, 0, 0, 0,
      ])
  }

  @Test("without a sequence of domains is refused")
  func refused() {
    var training = TrainingConfiguration()
    training.replay = Replay()
    #expect(training.problems.map(\.setting) == ["replay"])
  }

  @Test("of a column that is not there is refused, naming those that are")
  func missing() throws {
    let error = #expect(throws: FineTuningError.self) {
      try AxisTraining(LoRA.small) { $0.domains = "hospital" }
    }
    #expect(error?.description.contains("hospital") == true)
  }

  @Test("and a stop in between end in the bits of a training without one")
  func resumed() throws {
    let change = { (training: inout TrainingConfiguration) in
      training.domains = "style"
      training.replay = replay(capacity: 4, .hardest)
    }
    let whole = try AxisTraining(LoRA.small, task: task(), change)
    for steps in [2, 5, 7] {
      #expect(try AxisTraining.interruptedBits(after: steps, task: task(), change) == whole.bits)
    }
  }
}
