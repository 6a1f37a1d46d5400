import CLIPModels
@testable import Experiments
import FineTuning
import Tensors
import Testing

@Suite("Memory of a unit's training")
struct WorkloadMemoryTests {
  /// ViT-B/32's image tower at some width: 50 tokens.
  private func shape(width: Int) -> CLIPConfiguration {
    let tower = TowerConfiguration(
      width: width, hiddenWidth: 4 * width, layers: 12, heads: width / 64, activation: .quickGELU)
    return CLIPConfiguration(
      vision: tower, text: tower, imageSize: 224, patchSize: 32, vocabularySize: 300,
      contextLength: 24, embeddingSize: 64, pooling: .largestToken)
  }

  // 528 tokens hold 10 images, 832 hold 16.
  @Test(
    "counts the shards that trainings cut, narrow and wide", arguments: [(256, 10), (768, 16)])
  func shards(width: Int, images: Int) {
    let shape = shape(width: width)
    #expect(ImageEncoder.shardSize(shape) == images)
    let weights = 7 * shape.visionWeights + shape.textWeights
    for (budget, recomputes) in [(Int.max, false), (0, true)] {
      let floats = TrainingMemory.vision(shape).activations(
        32, shardSize: images, threads: 2, recomputes: recomputes)
      #expect(
        UnitWorkload.trainingMemory(shape, batch: 32, budget: budget) == 4 * (weights + floats))
    }
  }
}
