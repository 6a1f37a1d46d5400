import Configuration
import Datasets
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

@Suite("What a record says of its training")
struct TrainingFactsTests {
  /// A unit of the made-up benchmark in a folder of its own.
  private func unit(
    _ method: any FineTuningMethod, in folder: String, cache: String = "cache",
    _ change: (inout UnitSettings) -> Void = { _ in }
  ) throws -> Run {
    var settings = UnitSettings()
    settings.model = "toy"
    settings.method = Chosen(method)
    settings.shots = method is ZeroShot ? 0 : 2
    change(&settings)
    let sweep = try ToySweep(in: folder, cache: cache)
    return Run(
      settings: settings, folder: try ModelFolder(named: "toy", in: "\(folder)/models"),
      prepared: try PreparedBenchmark(ToyImages.benchmark()),
      cache: FeatureCache(folder: sweep.cache), workers: Workers(threads: 2))
  }

  private static func epochs(_ count: Int) -> LoRA {
    var lora = LoRA.small
    lora.training.epochs = .epochs(count)
    return lora
  }

  @Test("drift is the mean of 1 - cos: by hand 0, 1, 1 - 1/sqrt 2 and 2")
  func drift() {
    func matrix(_ values: [Float]) -> Matrix {
      Matrix(rows: values.count / 2, columns: 2, values: values)
    }
    let start = matrix([3, 0, 3, 0, 3, 0, 3, 0])
    let moved = matrix([5, 0, 0, 2, 1, 1, -4, 0])
    let diagonal: Double = 1 - 0.5.squareRoot()
    let expected: Double = (3 + diagonal) / 4
    let found: Double = FeatureDrift.mean(of: moved, from: start) ?? -1
    #expect(abs(found - expected) < 1e-15)
    // The same bits have the cosine 1 exactly, whatever their length.
    let odd = matrix([0.1, 0.7, -3.3, 1e-8, 1e6, 0.3])
    #expect(FeatureDrift.mean(of: odd, from: odd) == 0)
    // A row of zeros has no direction.
    #expect(FeatureDrift.mean(of: matrix([0, 0]), from: matrix([0, 0])) == 0)
    #expect(FeatureDrift.mean(of: matrix([0, 0]), from: matrix([0, 1])) == 1)
    #expect(FeatureDrift.mean(of: matrix([1, 2, 3, 4]), from: matrix([1, 2])) == nil)
    #expect(
      FeatureDrift.mean(of: Matrix(rows: 1, columns: 1, values: [1]), from: matrix([1, 2])) == nil)
  }

  @Test("forgetting follows held-out classes and domains before and behind every stage")
  func forgetting() throws {
    try withTemporaryFolder { folder in
      let toy = ToyImages.benchmark()
      let styled = toy.test.describing(
        ["style": toy.test.labels.indices.map { $0 % 2 == 0 ? "dark" : "pale" }])
      let train = toy.train.describing(
        ["style": toy.train.labels.indices.map { $0 % 2 == 0 ? "dark" : "pale" }])
      let benchmark = Benchmark(
        name: "toy", train: train, validation: toy.validation, test: styled,
        near: [ToyImages.set("toy-near", [.diagonals, .noise], count: 5)], far: toy.far,
        covariate: [], promptTemplates: toy.promptTemplates)
      var method = GradualUnfreezing.small
      method.training.epochs = .epochs(5)
      method.training.domains = "style"
      func record(_ forgets: Bool) throws -> UnitRecord {
        let run = try unit(method, in: folder, cache: "\(forgets)") {
          $0.trajectory = 1
          $0.forgetting = forgets
        }
        return try Run(
          settings: run.settings, folder: run.folder, prepared: PreparedBenchmark(benchmark),
          cache: run.cache, workers: run.workers
        ).record { _ in }
      }
      let followed = try record(true)
      let points = try #require(followed.training?.trajectory?.points)
      // Before, and behind the stages of 2, 2 and 1 of five epochs.
      #expect(points.map(\.epoch) == [0, 2, 4, 5])
      #expect(points.map(\.stage) == [0, 1, 2, 3])
      for point in points {
        #expect(
          Set(point.accuracies.keys) == ["held-out/toy-near", "domain/dark", "domain/pale"])
        // Twelve test images of either style: together they are the accuracy of all.
        let mean =
          try #require(point.accuracies["domain/dark"])
          + #require(point.accuracies["domain/pale"])
        #expect(abs(mean / 2 - point.accuracy) < 1e-12)
      }
      let again = try UnitRecord(
        parsing: [UInt8](followed.text().utf8), name: "record", expectedID: followed.runID())
      #expect(again.training == followed.training)
      // An onlooker more, and the same training.
      let plain = try record(false)
      #expect(plain.training?.losses == followed.training?.losses)
      #expect(plain.results == followed.results)
      let lines = try LongForm.trajectories([followed], sweep: "toy", dimensions: [])
      #expect(lines?.contains("accuracy/held-out") == true)
    }
  }

  @Test("every method has its facts, and exactly no drift where nothing can move")
  func methods() throws {
    try withTemporaryFolder { folder in
      let sweep = try ToySweep(in: folder)
      let (_, errors) = try sweep.run()
      #expect(errors == [])
      let model = try ToyModel.make()
      for record in try sweep.store.records() {
        let label = record.identity.label("method") ?? ""
        let name = String(label.split(separator: "@")[0])
        let method = try #require(allMethods.first { $0.name == name }).init()
        let facts = try #require(record.training)
        // Features of a tower that nothing changes, which only clip-adapter bends.
        let movesImages = method.changesImages || name == CLIPAdapter.name
        let drift = try #require(facts.featureDrift, "\(name)")
        #expect(movesImages ? drift > 0 && drift < 2 : drift == 0, "\(name) \(drift)")
        // exp of the stored logarithm, which these train.
        let scale = try #require(facts.logitScale)
        let trainsScale = [FLYP.name, GradualUnfreezing.name].contains(name)
        #expect((scale == logitScale(of: model)) != trainsScale, "\(name)")
        let found =
          switch method {
          // Keys of two shots of three classes, alpha and beta.
          case is TipAdapter: 2 * 3 * ToyModel.embeddingSize + 2
          case is TipAdapterF: 2
          default: 0
          }
        #expect(facts.adapterBytes == 4 * (facts.trainableParameters + found), "\(name)")
        // Heads have no texts, conditional prompts have some for each image.
        let hasTexts = !["linear-probe", "full", "wise-ft", "lp-ft", "cocoop"].contains(
          name)
        #expect((facts.textDrift != nil) == hasTexts, "\(name)")
        let fixed = [
          "zeroshot", "zeroshot-ensemble", "clip-adapter", "tip-adapter", "tip-adapter-f",
          "vpt-shallow", "vpt-deep",
        ]
        if let drift = facts.textDrift { #expect((drift == 0) == fixed.contains(name), "\(name)") }
        try expectEnd(record)
      }
    }
  }

  /// The toy's sets are smaller than a trajectory's subsets, so the last point is the record's.
  private func expectEnd(_ record: UnitRecord) throws {
    let trajectory = try #require(record.training?.trajectory)
    #expect(
      trajectory.sets == [
        .init(name: "toy-test", role: .id, images: 24),
        .init(name: "toy-diagonals", role: .near, images: 14),
        .init(name: "toy-noise", role: .far, images: 10),
      ])
    let last = try #require(trajectory.points.last)
    #expect(last.accuracy == record.metrics["accuracy"])
    for row in record.results where row.detector == "mcm" && row.role != .covariate {
      #expect(
        last.splits[row.split]
          == row.metrics.filter { ["auroc", "fpr95/id-nearest"].contains($0.key) },
        "\(row.split)")
    }
    #expect(trajectory.points.first?.stage == 0)
  }

  @Test("looks are evenly spaced, with the last epoch among them")
  func due() {
    for epochs in 1...40 {
      for looks in 1...12 {
        let due = (1...epochs).filter { TrajectoryRecorder.isDue($0, of: epochs, looks: looks) }
        #expect(due.count == min(epochs, looks))
        #expect(due.last == epochs)
        let steps = zip(due, due.dropFirst()).map { $1 - $0 }
        #expect((steps.max() ?? 0) - (steps.min() ?? 0) <= 1)
      }
    }
    #expect(TrajectoryRecorder.chosen(of: 3) == [0, 1, 2])
    #expect(TrajectoryRecorder.chosen(of: 250).prefix(4) == [0, 2, 5, 7])
    #expect(TrajectoryRecorder.chosen(of: 250).count == 100)
  }

  @Test("looks that encode images or texts are so few that they stay within the budget")
  func budget() throws {
    let images = ToyImages.set("many", ToyImages.classes, count: 60)
    let toy = ToyImages.benchmark()
    let benchmark = Benchmark(
      name: "many", train: toy.train, validation: toy.validation, test: images, near: [images],
      far: [images, images], covariate: [], promptTemplates: toy.promptTemplates)
    func looks(isFrozen: Bool, texts: Int) throws -> Int {
      try TrajectoryRecorder(
        benchmark, epochs: 10, workers: Workers(threads: 1), checkpoints: nil,
        frozen: isFrozen ? { Matrix(rows: $0.count, columns: 1) } : nil
      ).looks(textsPerImage: texts)
    }
    #expect(try looks(isFrozen: true, texts: 0) == 10)
    // 300 images a look, one of them before training: 300 (1 + 5) <= 2000.
    #expect(try looks(isFrozen: false, texts: 0) == 5)
    #expect(try looks(isFrozen: true, texts: 2) == 2)
    // Before training and after the last epoch in any case.
    #expect(try looks(isFrozen: true, texts: 20) == 1)
  }

  @Test("without a trajectory all other numbers are the same")
  func off() throws {
    try withTemporaryFolder { folder in
      for method: any FineTuningMethod in [TrainingFactsTests.epochs(2), TipAdapterF.small] {
        let watched = try unit(method, in: folder, cache: "a").record { _ in }
        let plain = try unit(method, in: folder, cache: "b") { $0.trajectory = 0 }.record { _ in }
        #expect(plain.training?.trajectory == nil)
        #expect(plain.timing["trajectory"] == nil && watched.timing["trajectory"] != nil)
        var facts = watched.training
        facts?.trajectory = nil
        #expect(facts == plain.training)
        #expect(plain.results == watched.results && plain.metrics == watched.metrics)
        #expect(try plain.runID() != watched.runID())
      }
    }
  }

  @Test(
    "a training that is interrupted ends in the same record, wherever it stopped",
    arguments: ["", "lost", "damaged", "other"])
  func resumed(fault: String) throws {
    try withTemporaryFolder { folder in
      var head = LPFT.small
      head.training.epochs = 4
      var average = WiSEFT()
      average.base = Chosen(TrainingFactsTests.epochs(4))
      for method: any FineTuningMethod in [TrainingFactsTests.epochs(4), head, average] {
        let name = "\(type(of: method).name)"
        let whole = try unit(method, in: folder, cache: "\(name) whole").record { _ in }
        for stop in [1, 2, 4] {
          // One step an epoch: stopped behind epoch 1, 2 or 4.
          let path = "\(folder)/\(name) \(stop) state"
          let count = Counter()
          func checkpoints(_ isStopping: @escaping @Sendable () -> Bool) -> TrainingCheckpoints {
            TrainingCheckpoints(
              path: path, fingerprint: "a", interval: .steps(1), isStopping: isStopping)
          }
          let unit = try unit(method, in: folder, cache: "\(name) \(stop)")
          #expect(throws: TrainingStopped.self) {
            try unit.record(checkpoints: checkpoints { count.next() >= stop }) { _ in }
          }
          let file = "\(path)-trajectory"
          switch fault {
          case "lost": try FileManager.default.removeItem(atPath: file)
          case "damaged":
            var bytes = try FileBytes.read(file)
            let digit = try #require(bytes.firstIndex(of: UInt8(ascii: "0")))
            bytes[digit] = UInt8(ascii: "1")
            try AtomicFile.write(bytes, to: file)
          case "other":
            let text = String(decoding: try FileBytes.read(file), as: UTF8.self)
            try AtomicFile.write(
              text.replacing("\"fingerprint\":\"a\"", with: "\"fingerprint\":\"b\""), to: file)
          default: break
          }
          var steps = 0
          let resumed = try unit.record(checkpoints: checkpoints { false }) {
            if case .training = $0 { steps += 1 }
          }
          #expect(try resumed.comparable() == whole.comparable(), "\(name) \(stop)")
          // It goes on where it was, unless points are lost.
          #expect(steps == (fault.isEmpty ? 4 - stop : 4), "\(name) \(stop)")
        }
      }
    }
  }

  private final class Counter: Sendable {
    private let value = Atomic<Int>(0)
    func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).newValue }
  }

  @Test("points that are missing are found, and the training is to be made anew")
  func gap() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/state"
      let checkpoints = TrainingCheckpoints(path: path, fingerprint: "a", interval: .steps(1))
      let unit = try unit(TrainingFactsTests.epochs(4), in: folder)
      let whole = try unit.record { _ in }
      var trajectory = try #require(whole.training?.trajectory)
      trajectory.points.remove(at: 2)
      try TrajectoryFile(checkpoints).write(trajectory)
      try AtomicFile.write("x", to: path)
      let recorder = try unit.trajectoryRecorder(checkpoints, before: ToyModel.make())
      #expect(recorder?.trajectory == trajectory)
      let error = #expect(throws: ExperimentError.self) {
        _ = try recorder?.finished(textsPerImage: 0)
      }
      #expect(error?.description.contains("no point of epoch 2") == true)
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test("a training that diverges fails by its own words")
  func divergence() throws {
    try withTemporaryFolder { folder in
      var full = FullFineTuning.small
      full.training.learningRate = 1e30
      let error = #expect(throws: FineTuningError.self) {
        try unit(full, in: folder).record { _ in }
      }
      #expect(error?.description.contains("lower the learning rate") == true)
    }
  }

  @Test("other detectors on a stored training find its facts")
  func stored() throws {
    try withTemporaryFolder { folder in
      let first = try unit(TrainingFactsTests.epochs(2), in: folder).record { _ in }
      var trained = false
      let later = try unit(TrainingFactsTests.epochs(2), in: folder) {
        $0.detectors = [Chosen(Energy())]
      }.record { if case .training = $0 { trained = true } }
      #expect(!trained)
      #expect(later.training == first.training && first.training?.trajectory != nil)
      // With fewer looks it is another trajectory.
      let fewer = try unit(TrainingFactsTests.epochs(2), in: folder) { $0.trajectory = 1 }.record {
        if case .training = $0 { trained = true }
      }
      #expect(trained && fewer.training?.trajectory?.points.map(\.epoch) == [0, 2])
    }
  }
}
