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

@Suite("Stored outputs of a unit")
struct StoredOutputsTests {
  private static var methods: [any FineTuningMethod] {
    var coOp = CoOp.small
    coOp.training.epochs = 2
    var lora = LoRA.small
    lora.training.epochs = 2
    var text = lora
    text.towers = .text
    var full = FullFineTuning.small
    full.training.epochs = 2
    return [ZeroShot(), coOp, lora, text, full]
  }

  /// Detectors that read all that is stored: logits, cosines, features and the head of test images,
  /// features and labels of training images, logits of validation images.
  private static var all: [any Detector] {
    var neighbours = KNearestNeighbours()
    neighbours.k = 5
    return [
      Energy(), MaximumConceptMatching(), GradNorm(), neighbours, TemperatureScaledProbability(),
    ]
  }

  private static var few: [any Detector] { [MaxLogit()] }

  /// A unit in a folder; all files but the cache are shared.
  private func unit(
    _ method: any FineTuningMethod, _ detectors: [any Detector], in folder: String,
    cache: String = "cache", benchmark: Benchmark = ToyImages.benchmark(),
    _ change: (inout UnitSettings) -> Void = { _ in }
  ) throws -> Run {
    var settings = UnitSettings()
    settings.model = "toy"
    settings.method = Chosen(method)
    settings.shots = method is ZeroShot ? 0 : 2
    // A trajectory must be seen to happen, so with one every unit trains itself.
    settings.trajectory = 0
    settings.detectors = detectors.map { Chosen($0) }
    change(&settings)
    let sweep = try ToySweep(in: folder, cache: cache)
    return Run(
      settings: settings, folder: try ModelFolder(named: "toy", in: "\(folder)/models"),
      prepared: try PreparedBenchmark(benchmark), cache: FeatureCache(folder: sweep.cache),
      workers: Workers(threads: 2),
      words: settings.reads(.negativeCosines) ? try ToySweep.words() : nil)
  }

  /// A unit's record, and whether it trained.
  private func record(_ unit: Run) throws -> (record: UnitRecord, trained: Bool) {
    var trained = false
    let record = try unit.record { if case .training = $0 { trained = true } }
    return (record, trained)
  }

  @Test("serve other detectors without the model, to the same record as from scratch")
  func noModel() throws {
    try withTemporaryFolder { folder in
      for method in StoredOutputsTests.methods {
        // A frozen tower is there whenever a detector wants to learn from images.
        let detectors =
          method.changesImages
          ? StoredOutputsTests.all : [Energy(), MaximumConceptMatching(), GradNorm()]
        let name = "\(type(of: method).name) \(method.changesImages)"
        let scratch = try record(unit(method, detectors, in: folder, cache: "scratch \(name)"))
        let first = try record(unit(method, StoredOutputsTests.few, in: folder, cache: name))
        #expect(first.trained == !(method is ZeroShot))
        let later = try unit(method, detectors, in: folder, cache: name)
        let weights = "\(folder)/models/toy/model.safetensors"
        try FileManager.default.moveItem(atPath: weights, toPath: weights + ".gone")
        defer { try? FileManager.default.moveItem(atPath: weights + ".gone", toPath: weights) }
        #expect(throws: (any Error).self) { try later.folder.load() }
        let stored = try record(later)
        #expect(!stored.trained)
        #expect(try stored.record.resultSHA256() == scratch.record.resultSHA256(), "\(name)")
        // No time of a training that did not happen, which estimates would read.
        #expect(stored.record.timing["train"] == nil && scratch.record.timing["train"] != nil)
      }
    }
  }

  @Test("are completed without training, by the frozen tower or the stored weights of the trained")
  func completed() throws {
    try withTemporaryFolder { folder in
      var moving = ODIN()
      moving.temperature = 10
      var mined = NegativeLabels()
      mined.groups = 3
      let added: [any Detector] = StoredOutputsTests.all + [moving, mined]
      let patches: [any Detector] = [GlobalLocalConceptMatching()]
      for method in StoredOutputsTests.methods.dropFirst() {
        for (index, detectors) in [added, patches].enumerated() {
          let name = "\(type(of: method).name) \(method.changesImages) \(index)"
          let scratch = try record(unit(method, detectors, in: folder, cache: "scratch \(name)"))
          _ = try record(unit(method, StoredOutputsTests.few, in: folder, cache: name))
          let later = try record(unit(method, detectors, in: folder, cache: name))
          #expect(
            try later.record.resultSHA256() == scratch.record.resultSHA256(), "\(name)")
          let again = try record(unit(method, detectors, in: folder, cache: name))
          #expect(try again.record.resultSHA256() == scratch.record.resultSHA256())
          #expect(!later.trained && !again.trained, "\(name)")
          // Without its weights a trained tower trains: negative labels go through the text tower.
          let bare = "bare \(name)"
          _ = try record(unit(method, StoredOutputsTests.few, in: folder, cache: bare))
          try FileManager.default.removeItem(atPath: "\(folder)/\(bare)/weights")
          let trained = try record(unit(method, detectors, in: folder, cache: bare))
          #expect(try trained.record.resultSHA256() == scratch.record.resultSHA256(), "\(name)")
          let isChanged = index == 0 && method is LoRA || method.changesImages
          #expect(trained.trained == isChanged, "\(name)")
        }
      }
    }
  }

  @Test("are not found by other settings, data, weights or seeds, but by other detectors")
  func key() throws {
    try withTemporaryFolder { folder in
      var lora = LoRA.small
      lora.training.epochs = 2
      func key(_ unit: Run) throws -> String { try unit.trainingKey(unit.task()) }
      let toy = ToyImages.benchmark()
      let base = try key(unit(lora, [Energy()], in: folder))
      #expect(try key(unit(lora, StoredOutputsTests.all, in: folder)) == base)
      #expect(try key(unit(lora, [Energy()], in: folder) { $0.fitShots = 1 }) == base)
      #expect(
        try key(unit(lora, [Energy()], in: folder) { $0.analyses = [Chosen(IntervalAnalysis())] })
          == base)

      var faster = lora
      faster.training.learningRate *= 2
      var longer = lora
      longer.training.epochs = 3
      var larger = lora
      larger.rank += 1
      let prompts = Benchmark(
        name: toy.name, train: toy.train, validation: toy.validation, test: toy.test,
        near: toy.near, far: toy.far, covariate: toy.covariate, promptTemplates: ["a {}."])
      let images = Benchmark(
        name: toy.name, train: toy.train.selecting(Array((0..<toy.train.count).reversed())),
        validation: toy.validation, test: toy.test, near: toy.near, far: toy.far,
        covariate: toy.covariate, promptTemplates: toy.promptTemplates)
      var others = try [faster, longer, larger].map { try key(unit($0, [Energy()], in: folder)) }
      others += [
        try key(unit(lora, [Energy()], in: folder) { $0.seed = 2 }),
        try key(unit(lora, [Energy()], in: folder) { $0.shots = 1 }),
        try key(unit(FullFineTuning.small, [Energy()], in: folder)),
        try key(unit(lora, [Energy()], in: folder, benchmark: prompts)),
        try key(unit(lora, [Energy()], in: folder, benchmark: images)),
      ]
      try ToyModel.write(to: "\(folder)/models/toy", seed: 9)
      others.append(try key(unit(lora, [Energy()], in: folder)))
      #expect(Set(others + [base]).count == others.count + 1)
    }
  }

  @Test("that are damaged or lost are made anew")
  func damage() throws {
    try withTemporaryFolder { folder in
      var lora = LoRA.small
      lora.training.epochs = 2
      let unit = try unit(lora, [Energy()], in: folder)
      let first = try record(unit)
      func outputs(_ cache: String = "cache") throws -> [String: [UInt8]] {
        try ToySweep.contents("\(folder)/\(cache)").filter { !$0.key.hasPrefix("weights/") }
      }
      let files = try outputs()
      // Beside the trained towers' outputs what the frozen ones make of test images and prompts.
      _ = try record(self.unit(ZeroShot(), [Energy()], in: folder, cache: "frozen"))
      let frozen = try outputs("frozen").keys
      #expect(files.count == 1 + 6 + 2)
      #expect(files.keys.count { frozen.contains($0) } == 2)
      for (name, bytes) in files {
        var damaged = bytes
        damaged[bytes.count - 2] ^= 1
        try Data(damaged).write(to: URL(filePath: "\(folder)/cache/\(name)"))
        try? FileManager.default.removeItem(atPath: "\(folder)/cache/weights")
        let again = try record(unit)
        #expect(try again.record.resultSHA256() == first.record.resultSHA256())
        #expect(again.trained == !frozen.contains(name))
        guard again.trained else {
          // Who asks for it makes it anew; the stored training asks for no prompts.
          try Data(bytes).write(to: URL(filePath: "\(folder)/cache/\(name)"))
          continue
        }
        #expect(try outputs() == files)
      }
    }
  }

  @Test("make a unit cost its detectors alone in estimates")
  func workload() throws {
    try withTemporaryFolder { folder in
      var full = FullFineTuning.small
      full.training.epochs = 2
      let unit = try unit(full, [Energy()], in: folder)
      #expect(try !unit.workload().isStored)
      let record = try record(unit).record
      let stored = try unit.workload()
      #expect(stored.isStored)
      let detection = ["fit", "score", "measure"].reduce(0) { $0 + (record.timing[$1] ?? 0) }
      let seconds = CostHistory([record], calibration: [:]).seconds(of: stored)
      #expect(abs((seconds ?? -1) - detection) < 1e-9)
    }
  }
}
