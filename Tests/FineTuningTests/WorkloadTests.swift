import FineTuning
import Testing

@Suite("Steps of a training")
struct WorkloadTests {
  @Test(
    "an incomplete last batch is dropped when there is a whole one",
    arguments: [(10, 4, 3, 6), (8, 4, 3, 6), (3, 4, 3, 3), (0, 4, 3, 0), (5, 4, 0, 0)])
  func steps(images: Int, batch: Int, epochs: Int, steps: Int) {
    var training = TrainingConfiguration()
    training.batchSize = batch
    training.epochs = epochs
    #expect(training.stepCount(images: images) == steps)
  }
}
