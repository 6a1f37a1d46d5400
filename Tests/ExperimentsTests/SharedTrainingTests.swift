import Configuration
import Detectors
import FileFormats
import FineTuning
import FoundationEssentials
import Results
import Synchronization
import Tensors
import TestModels
import TestSupport
import Testing

@testable import Experiments

/// The identity that is tested: a unit whose training another unit has done ends in the bits of one
/// that trains itself.
@Suite("A training that several units share")
struct SharedTrainingTests {
  private static var bases: [any FineTuningMethod] {
    var full = FullFineTuning.small
    full.training.epochs = 2
    var lora = LoRA.small
    lora.training.epochs = 2
    var staged = LPFT.small
    staged.training.epochs = 2
    return [full, lora, staged]
  }

  private func interpolated(_ base: any FineTuningMethod, _ alpha: Double) -> WiSEFT {
    var method = WiSEFT()
    method.base = Chosen(base)
    method.alpha = alpha
    return method
  }

  private func unit(
    _ method: any FineTuningMethod, in folder: String, cache: String = "cache",
    _ change: (inout UnitSettings) -> Void = { _ in }
  ) throws -> Run {
    var settings = UnitSettings()
    settings.model = "toy"
    settings.method = Chosen(method)
    settings.shots = 2
    // A trajectory must be seen to happen, so with one every unit trains itself.
    settings.trajectory = 0
    settings.detectors = [Chosen(Energy()), Chosen(MaximumConceptMatching())]
    change(&settings)
    let sweep = try ToySweep(in: folder, cache: cache)
    return Run(
      settings: settings, folder: try ModelFolder(named: "toy", in: "\(folder)/models"),
      prepared: try PreparedBenchmark(ToyImages.benchmark()),
      cache: FeatureCache(folder: sweep.cache), workers: Workers(threads: 1))
  }

  /// A unit's record, what it made of the model, and whether it trained.
  private func outcome(
    _ unit: Run, adapters: String? = nil
  ) throws -> (record: UnitRecord, trained: Bool) {
    var trained = false
    let record = try unit.record(adapters: adapters) {
      if case .training = $0 { trained = true }
    }
    // No time of a training that did not happen, which estimates would read.
    #expect(trained || record.timing["train"] == nil || record.training?.steps == 0)
    return (record, trained)
  }

  @Test("of a base method is done once for every alpha and for its own unit, to the same bits")
  func everyAlpha() throws {
    try withTemporaryFolder { folder in
      for (index, base) in SharedTrainingTests.bases.enumerated() {
        let shared = "shared \(index)"
        #expect(try outcome(unit(base, in: folder, cache: shared)).trained)
        for alpha in [0, 0.5, 1] {
          let name = "\(type(of: base).name) \(alpha)"
          let method = interpolated(base, alpha)
          let kept = try outcome(
            unit(method, in: folder, cache: shared), adapters: "\(folder)/kept \(name)")
          let anew = try outcome(
            unit(method, in: folder, cache: "anew \(name)"), adapters: "\(folder)/by \(name)")
          #expect(!kept.trained && anew.trained, "\(name)")
          #expect(try kept.record.resultSHA256() == anew.record.resultSHA256(), "\(name)")
          let (one, other) = (
            try ToySweep.contents("\(folder)/kept \(name)"),
            try ToySweep.contents("\(folder)/by \(name)")
          )
          #expect(one.keys.sorted() == other.keys.sorted(), "\(name)")
          for (file, bytes) in one { #expect(bytes == other[file], "\(name) \(file)") }
        }
        // The other way round: the base method's unit finds the training of an interpolation.
        let own = try outcome(unit(base, in: folder, cache: "anew \(type(of: base).name) 0.5"))
        let first = try outcome(unit(base, in: folder, cache: "first \(index)"))
        #expect(!own.trained && first.trained)
        #expect(try own.record.resultSHA256() == first.record.resultSHA256())
      }
    }
  }

  @Test("ends alpha 0 in the base method before its first step, alpha 1 in what it ends with")
  func ends() throws {
    try withTemporaryFolder { folder in
      var full = FullFineTuning.small
      full.training.epochs = 2
      let end = try outcome(unit(full, in: folder)).record
      var still = full
      still.training.epochs = 0
      let start = try outcome(unit(still, in: folder)).record
      let zero = try outcome(unit(interpolated(full, 0), in: folder))
      let one = try outcome(unit(interpolated(full, 1), in: folder))
      #expect(!zero.trained && !one.trained)
      #expect(zero.record.results == start.results && zero.record.metrics == start.metrics)
      #expect(one.record.results == end.results && one.record.metrics == end.metrics)
      #expect(start.results != end.results)
    }
  }

  @Test("is not found by other settings, seeds, shots or weights")
  func others() throws {
    try withTemporaryFolder { folder in
      var lora = LoRA.small
      lora.training.epochs = 2
      _ = try outcome(unit(lora, in: folder))
      var other = lora
      other.rank = 2
      #expect(try outcome(unit(interpolated(other, 0.5), in: folder)).trained)
      #expect(try outcome(unit(interpolated(lora, 0.5), in: folder) { $0.seed = 2 }).trained)
      #expect(try outcome(unit(interpolated(lora, 0.5), in: folder) { $0.shots = 1 }).trained)
      try ToyModel.write(to: "\(folder)/models/toy", seed: 9)
      #expect(try outcome(unit(interpolated(lora, 0.5), in: folder)).trained)
    }
  }

  @Test("is done anew where its file is damaged, and the file is whole again")
  func damage() throws {
    try withTemporaryFolder { folder in
      var lora = LoRA.small
      lora.training.epochs = 2
      _ = try outcome(unit(lora, in: folder))
      let anew = try outcome(unit(interpolated(lora, 0.5), in: folder, cache: "anew"))
      let weights = "\(folder)/cache/weights"
      let files = try ToySweep.contents(weights).filter { $0.key.hasSuffix(".safetensors") }
      let (name, bytes) = try #require(files.first)
      for fault in ["cut", "altered", "empty"] {
        var damaged = bytes
        switch fault {
        case "cut": damaged.removeLast(5)
        case "altered": damaged[bytes.count - 200] ^= 1
        default: damaged = []
        }
        try AtomicFile.write(damaged, to: "\(weights)/\(name)")
        // An alpha of its own, whose outputs are not stored yet.
        let alpha = 0.5 + Double(fault.count) / 100
        #expect(try outcome(unit(interpolated(lora, alpha), in: folder)).trained, "\(fault)")
        #expect(try FileBytes.read("\(weights)/\(name)") == bytes, "\(fault)")
      }
      let kept = try outcome(unit(interpolated(lora, 0.5), in: folder))
      #expect(!kept.trained)
      #expect(try kept.record.resultSHA256() == anew.record.resultSHA256())
    }
  }

  @Test("is done by one of two workers that come at once, and the other waits for it")
  func concurrency() throws {
    try withTemporaryFolder { folder in
      var full = FullFineTuning.small
      full.training.epochs = 4
      let base = full
      let alphas = [0.25, 0.5, 0.75]
      // Writes the model that all of them read.
      _ = try unit(base, in: folder)
      let outcomes = try Workers(threads: 3).tryMap(alphas.count) { index in
        try outcome(unit(interpolated(base, alphas[index]), in: folder))
      }
      #expect(outcomes.count(where: \.trained) == 1)
      for (index, alpha) in alphas.enumerated() {
        let anew = try outcome(unit(interpolated(base, alpha), in: folder, cache: "\(alpha)"))
        #expect(
          try outcomes[index].record.resultSHA256() == anew.record.resultSHA256(), "\(alpha)")
      }
    }
  }

  @Test("is waited for no longer than until the sweep is to stop")
  func stop() throws {
    try withTemporaryFolder { folder in
      let store = FeatureCache(folder: "\(folder)/cache").weights
      let asked = Atomic<Int>(0)
      try store.alone("a", isStopping: { false }) {
        #expect(throws: TrainingStopped(step: 0)) {
          try store.alone("a") {
            asked.wrappingAdd(1, ordering: .relaxed).newValue == 1
          } _: {
            Issue.record("two at once")
          }
        }
        // Another training is nobody's business.
        try store.alone("b", isStopping: { true }) {}
      }
      #expect(asked.load(ordering: .relaxed) == 1)
    }
  }

  @Test("makes way for newer ones when the weights exceed their budget")
  func budget() throws {
    try withTemporaryFolder { folder in
      var store = FeatureCache(folder: "\(folder)/cache").weights
      let path = "\(folder)/cache/weights"
      store.budget = 250
      func names() throws -> [String] {
        try ToySweep.contents(path).keys.filter { $0.hasSuffix(".safetensors") }.sorted()
      }
      for (age, key) in ["a", "b", "c"].enumerated() {
        try store.alone(key, isStopping: { false }) {
          try AtomicFile.write([UInt8](repeating: 0, count: 100), to: "\(path)/\(key).safetensors")
        }
        // Files of one instant are told apart by name; these are not of one instant.
        let past = Date.now.addingTimeInterval(Double(age) - 100)
        try FileManager.default.setAttributes(
          [.modificationDate: past], ofItemAtPath: "\(path)/\(key).safetensors")
      }
      #expect(try names() == ["b.safetensors", "c.safetensors"])
      // Use makes young: b is used, then d comes, and c goes.
      try store.alone("b", isStopping: { false }) {}
      try store.alone("d", isStopping: { false }) {
        try AtomicFile.write([UInt8](repeating: 0, count: 100), to: "\(path)/d.safetensors")
      }
      #expect(try names() == ["b.safetensors", "d.safetensors"])
      #expect(store.contains("b") && !store.contains("c"))
    }
  }
}
