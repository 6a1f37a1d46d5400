import Configuration
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
    training.epochs = .epochs(epochs)
    #expect(training.stepCount(images: images, shots: 1) == steps)
  }

  @Test(
    "an incomplete last batch counts where it is kept",
    arguments: [(10, 4, 3, 9), (8, 4, 3, 6), (3, 4, 3, 3), (0, 4, 3, 0)])
  func keptBatches(images: Int, batch: Int, epochs: Int, steps: Int) {
    var training = TrainingConfiguration()
    training.batchSize = batch
    training.keepsPartialBatch = true
    training.epochs = .epochs(epochs)
    #expect(training.stepCount(images: images, shots: 1) == steps)
  }

  /// CoOp's `COOP.md`: 200 epochs for 16 and 8 shots, 100 for 4 and 2, 50 for one; 64 images in two
  /// batches.
  @Test(
    "of CoOp's rule go by the shots",
    arguments: [(1, 50), (2, 100), (3, 100), (4, 100), (8, 200), (16, 200), (100, 200)])
  func shots(shots: Int, epochs: Int) {
    #expect(CoOp().training.stepCount(images: 64, shots: shots) == 2 * epochs)
  }

  @Test("of CLIP-LoRA's rule are 500 a shot, whatever the images", arguments: [1, 4, 16])
  func steps(shots: Int) {
    #expect(LoRA().training.stepCount(images: 33, shots: shots) == 500 * shots)
  }

  @Test("a rule is a setting like a number, and a number replaces it")
  func settings() throws {
    func epochs(_ yaml: String) throws -> TrainingLength {
      try decode(
        TrainingConfiguration.self, from: SettingNode(yaml: "epochs: \(yaml)", file: "a.yaml")
      ).epochs
    }
    #expect(try epochs("5") == .epochs(5))
    #expect(try epochs("{1: 50, 8: 200}") == .epochsByShots([1: 50, 8: 200]))
    #expect(try epochs("{steps_per_shot: 500}") == .stepsPerShot(500))
    for rule in ["5", "{1: 50, 8: 200}", "{steps_per_shot: 500}"] {
      var training = TrainingConfiguration()
      training.epochs = try epochs(rule)
      let stored = try Configuration.settings(of: training)
      #expect(try decode(TrainingConfiguration.self, from: stored).epochs == training.epochs)
    }
    for wrong in ["many", "{one: 5}", "{}", "-1", "{0: 5}", "{steps_per_shot: -1}", "1.5"] {
      #expect(throws: ConfigurationError.self) { try epochs(wrong) }
    }
  }
}
