import Configuration
import Datasets
import Images
import RandomStreams
import Tensors
import TestModels
import Testing
import Tokenizers

@testable import FineTuning

@Suite("A curriculum")
struct CurriculumTests {
  private func curriculum(
    _ order: Curriculum.Order = .easy, start: Double = 0.2, keepMax: Double = 1,
    difficulty: Curriculum.Difficulty = .zeroShot
  ) -> Curriculum {
    var curriculum = Curriculum()
    (curriculum.order, curriculum.start, curriculum.keepMax) = (order, start, keepMax)
    curriculum.difficulty = difficulty
    return curriculum
  }

  /// The order of a training of four epochs of two batches, with what it reads.
  private func order(
    _ curriculum: Curriculum?, task: FewShotTask? = nil,
    _ change: (inout TrainingConfiguration) -> Void = { _ in }
  ) throws -> ShotOrder {
    let task = try task ?? ToyTraining.task()
    let model = try ToyModel.make()
    let workers = Workers(threads: 1)
    var configuration = TrainingConfiguration()
    configuration.batchSize = 6
    configuration.epochs = 4
    configuration.curriculum = curriculum
    change(&configuration)
    let training = StageTraining(
      index: 0,
      parametrization: try CoOp.small.parametrization(of: model, for: task, workers: workers),
      configuration: configuration, model: model, task: task,
      zeroShot: try ZeroShotReference(model, on: task, workers: workers), workers: workers)
    return try ShotOrder(of: training, batches: 8)
  }

  @Test("grows from 20 % of the shots to all of them at 80 % of the steps, by hand")
  func sizes() {
    let curriculum = curriculum()
    let sizes = [0, 40, 79, 80, 100].map { curriculum.size(step: $0, of: 100, count: 50) }
    // 0.2 + 0.8 t / 80 of 50, rounded up: 10, 30, 49.5, 50, 50.
    #expect(sizes == [10, 30, 50, 50, 50])
    let half = self.curriculum(keepMax: 0.5)
    #expect([0, 40, 100].map { half.size(step: $0, of: 100, count: 50) } == [10, 25, 25])
    #expect(curriculum.size(step: 0, of: 100, count: 1) == 1)
  }

  @Test("that lets all shots in from the start gives the batches of none, to the bit")
  func whole() throws {
    let plain = try order(nil)
    for order in [Curriculum.Order.easy, .anti, .random] {
      let same = try self.order(curriculum(order, start: 1))
      for batch in 0..<8 { #expect(same.batch(batch).shots == plain.batch(batch).shots) }
    }
    let bits = try AxisTraining(LoRA.small).bits
    let trained = try AxisTraining(LoRA.small) { $0.curriculum = curriculum(start: 1) }
    #expect(trained.bits == bits)
  }

  @Test("counts every exposure: steps times batch size in all")
  func exposures() throws {
    for order in [Curriculum.Order.easy, .anti, .random] {
      let order = try self.order(curriculum(order))
      for batch in 0..<8 { _ = order.batch(batch) }
      #expect(order.exposureCounts.reduce(0, +) == 8 * 6)
    }
    let tuned = try AxisTraining(LoRA.small) { $0.curriculum = curriculum() }.tuned
    #expect(tuned.report.objective["exposures"] == 48)
    #expect(try AxisTraining(LoRA.small).tuned.report.objective.isEmpty)
  }

  @Test("shows as many different shots in any order")
  func equalSizes() throws {
    let orders = try [Curriculum.Order.easy, .anti, .random].map { try order(curriculum($0)) }
    for batch in 0..<8 {
      let seen = orders.map { Set($0.batch(batch).shots).count }
      #expect(Set(seen).count == 1, "\(seen)")
    }
  }

  @Test("shows easy shots first, hard ones first as the control, and never what it leaves out")
  func difficulty() throws {
    let task = try ToyTraining.task()
    let model = try ToyModel.make()
    let reference = try ZeroShotReference(model, on: task, workers: Workers(threads: 1))
    for difficulty in [Curriculum.Difficulty.zeroShot, .margin] {
      let values = try #require(ShotDifficulty(task, reference).values(difficulty))
      let sorted = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
      let easy = try order(curriculum(difficulty: difficulty)).batch(0).shots
      let hard = try order(curriculum(.anti, difficulty: difficulty)).batch(0).shots
      // 20 % of twelve shots, rounded up, fill the first batch.
      #expect(Set(easy) == Set(sorted.prefix(3)))
      #expect(Set(hard) == Set(sorted.suffix(3)))
    }
    let kept = try order(curriculum(keepMax: 0.5))
    for batch in 0..<8 { _ = kept.batch(batch) }
    #expect(kept.exposureCounts.count { $0 > 0 } == 6)
  }

  @Test("by confidence goes by the largest share of a soft label")
  func confidence() throws {
    let clean = try ToyTraining.task()
    let rows = (0..<clean.images.count).flatMap { index -> [Float] in
      let sure = Float(index + 1) / 24 + 0.5
      return (0..<3).map { $0 == 0 ? sure : (1 - sure) / 2 }
    }
    let task = FewShotTask(
      images: clean.images,
      targets: Matrix(rows: clean.images.count, columns: 3, values: rows),
      templates: clean.templates, tokenizer: clean.tokenizer, preprocessor: clean.preprocessor,
      seed: 1)
    let easy = try order(curriculum(difficulty: .confidence), task: task).batch(0).shots
    #expect(Set(easy) == [9, 10, 11])
  }

  @Test("by the training's own losses follows them")
  func losses() throws {
    let order = try order(curriculum(difficulty: .loss))
    let before = Set(order.batch(0).shots)
    // All the others become certain, those that were seen hopeless.
    let others = (0..<12).filter { !before.contains($0) }
    for _ in 0..<20 {
      order.watch(
        others, labels: others.map { _ in 0 },
        Matrix(rows: others.count, columns: 2, values: others.flatMap { _ in [50, 0] }))
      order.watch(
        [Int](before), labels: before.map { _ in 1 },
        Matrix(rows: before.count, columns: 2, values: before.flatMap { _ in [50, 0] }))
    }
    #expect(Set(order.batch(1).shots).isDisjoint(with: before))
  }

  @Test("and a stop in between end in the bits of a training without one")
  func resumed() throws {
    for difficulty in [Curriculum.Difficulty.zeroShot, .loss] {
      let change = { (training: inout TrainingConfiguration) in
        training.curriculum = curriculum(difficulty: difficulty)
      }
      let whole = try AxisTraining(LoRA.small, change)
      #expect(try AxisTraining.interruptedBits(after: 3, change) == whole.bits)
    }
  }
}
