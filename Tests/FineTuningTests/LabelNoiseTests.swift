import CLIPModels
import Datasets
import FileFormats
import Images
import Tensors
import TestModels
import Testing
import Tokenizers

@testable import FineTuning

@Suite("Label noise")
struct LabelNoiseTests {
  private let shots = ToyImages.benchmark().train

  private func labels(_ rate: Double, seed: UInt64 = 1) throws -> [Int] {
    var noise = LabelNoise()
    noise.rate = rate
    let scene = SupervisionScene(
      pool: shots, shots: 10, seed: seed, templates: [], model: { try ToyModel.make() },
      tokenizer: ToyModel.tokenizer,
      preprocessor: Preprocessor(.openAI(size: ToyModel.imageSize)), workers: Workers(threads: 1))
    return try noise.supervised(shots, in: scene).images.labels
  }

  @Test("makes exactly the asked share of labels wrong, and those of less noise stay wrong")
  func shares() throws {
    let changed = try [0, 0.2, 0.4, 1].map { rate in
      let labels = try labels(rate)
      return labels.indices.filter { labels[$0] != shots.labels[$0] }
    }
    #expect(changed.map(\.count) == [0, 6, 12, 30])
    #expect(Set(changed[1]).isSubset(of: changed[2]))
    #expect(try labels(0.2) == labels(0.2))
    #expect(try labels(0.2) != labels(0.2, seed: 2))
  }

  @Test("draws the other classes evenly")
  func even() throws {
    var counts = [0, 0]
    for seed in 0..<200 {
      for (given, label) in zip(try labels(1, seed: UInt64(seed)), shots.labels) {
        counts[(given - label + 3) % 3 - 1] += 1
      }
    }
    // 6,000 fair draws: four standard errors are 155.
    #expect(abs(counts[0] - 3_000) < 155)
  }

  @Test("reaches a training as labels, and leaves the shots' pixels alone")
  func relabelled() throws {
    let clean = try ToyTraining.task()
    let noisy = FewShotTask(
      images: clean.images.relabelled(clean.images.labels.map { ($0 + 1) % 3 }),
      templates: clean.templates, tokenizer: clean.tokenizer, preprocessor: clean.preprocessor,
      seed: 1)
    #expect(try AxisTraining(task: noisy).bits != AxisTraining(task: clean).bits)
    #expect(try noisy.images.image(at: 3).samples == clean.images.image(at: 3).samples)
  }

  @Test("soft labels that are certain train as the labels do, to the bit")
  func certain() throws {
    let clean = try ToyTraining.task()
    let rows = clean.images.labels.flatMap { label -> [Float] in
      (0..<3).map { $0 == label ? 1 : 0 }
    }
    let soft = FewShotTask(
      images: clean.images,
      targets: Matrix(rows: clean.images.count, columns: 3, values: rows),
      templates: clean.templates, tokenizer: clean.tokenizer, preprocessor: clean.preprocessor,
      seed: 1)
    #expect(try AxisTraining(task: soft).bits == AxisTraining(task: clean).bits)
  }
}
