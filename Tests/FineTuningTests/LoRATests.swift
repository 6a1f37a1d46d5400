import CLIPModels
import Configuration
import Datasets
import FileFormats
import FineTuning
import FoundationEssentials
import Tensors
import TestModels
import TestSupport
import Testing

/// Sites, towers, layers and dropout of LoRA, and its weights in files.
@Suite("LoRA")
struct LoRATests {
  private struct Training {
    let model: CLIPModel
    let tuned: FineTunedModel

    init(
      _ method: any FineTuningMethod, threads: Int = 1, checkpoints: TrainingCheckpoints? = nil
    ) throws {
      model = try ToyModel.make()
      let workers = Workers(threads: threads)
      let task = try ToyTraining.task()
      var stages = method.stages(of: model, for: task, workers: workers)
      for index in stages.indices {
        stages[index].training.epochs = stages[index].training.epochs.limited(toEpochs: 3)
        stages[index].training.batchSize = 6
      }
      tuned = try FineTuner(model, on: task, stages: stages, workers: workers)
        .train(checkpoints: checkpoints)
    }
  }

  private func everywhere(dropout: Double = 0.25) -> LoRA {
    var method = LoRA.small
    method.sites = AdapterSite.allCases
    method.dropout = dropout
    return method
  }

  @Test("trains rank (in + out) weights at each site of the chosen layers and towers")
  func counts() throws {
    var method = everywhere()
    method.layers = [1]
    method.towers = .text
    let training = try Training(method)
    let w = ToyModel.textWidth
    // q, k, v, o: w + w each; fc1 and fc2: w + 4 w each.
    #expect(training.tuned.report.trainedParameters == method.rank * (4 * 2 * w + 2 * 5 * w))
    #expect(training.model.vision.blocks.allSatisfy { $0.adapters.isEmpty })
    #expect(training.model.text.blocks.map(\.adapters.count) == [0, 6])
  }

  @Test("refuses a layer that a chosen tower does not have, and settings that mean nothing")
  func refusals() throws {
    var method = LoRA.small
    method.layers = [0, 2]
    let error = #expect(throws: FineTuningError.self) { try Training(method) }
    #expect(error?.description.contains("layers 0 to 1") == true)
    method.layers = [1, 1]
    method.dropout = 1
    #expect(method.problems.map(\.setting) == ["layers", "dropout"])
  }

  @Test("with dropout ends in the same bits with 1 and 2 threads and after an interruption")
  func reproducibility() throws {
    let whole = try Training(everywhere())
    let two = try Training(everywhere(), threads: 2)
    let plain = try Training(everywhere(dropout: 0))
    try withTemporaryFolder { folder in
      func checkpoints(stopping: Bool) -> TrainingCheckpoints {
        TrainingCheckpoints(
          path: "\(folder)/state", fingerprint: "a", interval: .steps(1),
          isStopping: { stopping })
      }
      for steps in 1...3 {
        #expect(throws: TrainingStopped(step: steps)) {
          try Training(everywhere(), checkpoints: checkpoints(stopping: true))
        }
      }
      let resumed = try Training(everywhere(), checkpoints: checkpoints(stopping: false))
      for (index, parameter) in whole.tuned.trained.enumerated() {
        #expect(parameter.bits == two.tuned.trained[index].bits, "\(parameter.name)")
        #expect(parameter.bits == resumed.tuned.trained[index].bits, "\(parameter.name)")
        #expect(parameter.bits != plain.tuned.trained[index].bits, "\(parameter.name)")
      }
    }
  }

  @Test("detached, also after merging and unmerging, gives the zero-shot scores bit for bit")
  func detaching() throws {
    let model = try Training(everywhere()).model
    func zeroShotLogits(_ model: CLIPModel) throws -> [UInt32] {
      let workers = Workers(threads: 1)
      let task = try ToyTraining.task()
      let classifier = try FineTuner(model, on: task, method: ZeroShot(), workers: workers)
        .train().classifier
      let encoder = ImageEncoder(model, preprocessor: task.preprocessor, workers: workers)
      let features = try encoder.features(of: ToyImages.benchmark().test)
      return classifier.outputs(of: features, on: workers).logits.values.map(\.bitPattern)
    }
    let plain = try ToyModel.make()
    let expected = try zeroShotLogits(plain)
    let attached = try zeroShotLogits(model)
    #expect(attached != expected)
    let merged = model.mergeAdapters()
    #expect(try zeroShotLogits(model) != expected)
    merged.unmerge()
    #expect(try zeroShotLogits(model) == attached)
    model.detachAdapters()
    #expect(try zeroShotLogits(model) == expected)
    for (before, after) in zip(plain.parameters, model.parameters) {
      #expect(before.bits == after.bits, "\(after.name)")
    }
    #expect(model.adapterPlaces.allSatisfy { model[$0] == nil })
  }

  @Test(
    "and every other method comes back from its files with the same classifier",
    arguments: allMethods.indices)
  func files(index: Int) throws {
    let method = small(allMethods[index])
    // Neither has weights to keep: the ones of the model are all there are.
    guard !(method is ZeroShot), !(method is ZeroShotEnsemble) else { return }
    let model = try ToyModel.make()
    let task = try ToyTraining.task()
    let workers = Workers(threads: 1)
    var description = AdapterDescription()
    description.base = "toy"
    description.baseSHA256 = "abc"
    description.method = Chosen(method)
    description.classes = task.classNames
    description.templates = ["a photo of {}."]
    let tuned = try FineTuner(model, on: task, method: method, workers: workers).train()
    try withTemporaryFolder { folder in
      try AdapterFolder.write(tuned, model: model, as: description, to: folder)
      let fresh = try ToyModel.make()
      let restored = try AdapterFolder.restore(
        folder, into: fresh, on: task, sha256: "abc", workers: workers)
      #expect(restored.classifier.weights == tuned.classifier.weights)
      for (old, new) in zip(tuned.state, restored.state) {
        #expect(old.bits == new.bits, "\(new.name)")
      }
      let error = #expect(throws: FineTuningError.self) {
        try AdapterFolder.restore(
          folder, into: try ToyModel.make(), on: task, sha256: "abd", workers: workers)
      }
      let text = error?.description ?? ""
      #expect(text.contains("'toy' with SHA-256 abc") && text.contains("abd"), "\(text)")
    }
  }
}
