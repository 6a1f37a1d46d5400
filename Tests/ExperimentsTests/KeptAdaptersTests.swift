import CLIPModels
import Configuration
import Datasets
import Detectors
import FileFormats
import FineTuning
import FoundationEssentials
import Results
import Tensors
import TestModels
import TestSupport
import Testing

@testable import Experiments

@Suite("What a sweep keeps of its trainings")
struct KeptAdaptersTests {
  private func unit(
    _ method: any FineTuningMethod, model: String = "toy", shots: Int = 2, in folder: String
  ) throws -> Run {
    var settings = UnitSettings()
    settings.model = model
    settings.method = Chosen(method)
    settings.shots = shots
    // A trajectory must be seen to happen, so with one every unit trains itself.
    settings.trajectory = 0
    settings.detectors = [Chosen(MaxLogit())]
    let sweep = try ToySweep(in: folder)
    return Run(
      settings: settings, folder: try ModelFolder(named: model, in: "\(folder)/models"),
      prepared: try PreparedBenchmark(ToyImages.benchmark()),
      cache: FeatureCache(folder: sweep.cache), workers: Workers(threads: 1))
  }

  private var lora: LoRA {
    var method = LoRA.small
    method.sites = [.query, .contract]
    method.training.epochs = 2
    return method
  }

  @Test("low-rank deltas are a model folder, whose zero-shot metrics are the trained unit's")
  func asModel() throws {
    try withTemporaryFolder { folder in
      let trained = try unit(lora, in: folder)
      let adapters = "\(folder)/adapters"
      let record = try trained.record(adapters: adapters) { _ in }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: adapters).sorted() == [
          "adapter_config.json", "adapter_model.safetensors", "head.safetensors",
          "ood_adapter.json",
        ])
      let plain = try unit(ZeroShot(), shots: 0, in: folder)
      let merged = try unit(ZeroShot(), model: adapters, shots: 0, in: folder)
      let again = try merged.record { _ in }
      // Merged weights give the deltas' scores up to rounding; ranks of 24 images do not move.
      #expect(again.results == record.results)
      #expect(merged.folder.weightsHash != plain.folder.weightsHash)
      // Keeping changes no number and no run id.
      let without = try unit(lora, in: folder).record { _ in }
      #expect(without.results == record.results)
      #expect(try without.runID() == record.runID())
    }
  }

  @Test(
    "is made even where the unit's outputs are stored: of stored weights, else by training",
    arguments: [false, true])
  func stored(isLost: Bool) throws {
    try withTemporaryFolder { folder in
      let first = "\(folder)/first"
      _ = try unit(lora, in: folder).record(adapters: first) { _ in }
      if isLost { try FileManager.default.removeItem(atPath: "\(folder)/cache/weights") }
      var trained = false
      let adapters = "\(folder)/adapters"
      _ = try unit(lora, in: folder).record(adapters: adapters) {
        if case .training = $0 { trained = true }
      }
      #expect(trained == isLost && LowRankFolder.isOne(adapters))
      #expect(try ToySweep.contents(adapters) == ToySweep.contents(first))
    }
  }

  @Test("is refused for another model, with both hashes")
  func otherModel() throws {
    try withTemporaryFolder { folder in
      let adapters = "\(folder)/adapters"
      _ = try unit(lora, in: folder).record(adapters: adapters) { _ in }
      let base = "\(folder)/models/toy"
      let text = "\(folder)/texts.txt"
      try AtomicFile.write("a photo of rows.\n", to: text)
      var export = try FeatureExport(
        folder: base, adapter: adapters, workers: Workers(threads: 1))
      try export.add(texts: text)
      let old = try ModelFolder(base).weightsHash
      try ToyModel.make(seed: 2).write(folder: base)
      let error = #expect(throws: FineTuningError.self) {
        try ModelFolder(named: adapters, in: "\(folder)/models")
      }
      #expect(error?.description.contains(old) == true)
      #expect(error?.description.contains(try ModelFolder(base).weightsHash) == true)
      #expect(throws: FineTuningError.self) {
        try FeatureExport(folder: base, adapter: adapters, workers: Workers(threads: 1))
      }
    }
  }
}
