import Configuration
import Datasets
import Detectors
import FineTuning
import Images
import Results
import Tensors
import TestModels
import TestSupport
import Testing

@testable import Experiments

/// A detector that remembers what it was fitted to: the score is the number of images.
private struct Counting: Detector {
  static let name = "counting"
  static let paper = "none"
  static let needs: Set<OutputField> = [.features]
  static let trainingNeeds: Set<OutputField> = [.features, .labels, .head]

  var label = 0
  var state: ModelOutputs?

  enum CodingKeys: CodingKey { case label }

  func fitted(to training: ModelOutputs) throws -> Counting {
    var copy = self
    copy.state = training
    return copy
  }

  func scores(for outputs: ModelOutputs) throws -> [Double] {
    let count = try #require(state).labels(for: Self.name).count { $0 == label }
    return [Double](repeating: Double(count), count: outputs.count)
  }
}

/// The same, fitted to validation images.
private struct Calibrating: Detector {
  static let name = "calibrating"
  static let paper = "none"
  static let trainingNeeds: Set<OutputField> = [.logits]
  static let fitSource = FitSource.validation

  var fitCount: Int?

  enum CodingKeys: CodingKey {}

  func fitted(to training: ModelOutputs) throws -> Calibrating {
    var copy = self
    copy.fitCount = training.count
    return copy
  }

  func scores(for outputs: ModelOutputs) throws -> [Double] {
    [Double](repeating: Double(try #require(fitCount)), count: outputs.count)
  }
}

/// What only a later version of the program computes.
private struct Unsupplied: Detector {
  static let name = "unsupplied"
  static let paper = "none"
  static let needs: Set<OutputField> = [.values]
  func scores(for outputs: ModelOutputs) throws -> [Double] { [] }
}

/// A detector for rectified activations.
private struct Rectified: Detector {
  static let name = "rectified"
  static let paper = "none"
  static let featureDomain = FeatureDomain.nonnegative
  func scores(for outputs: ModelOutputs) throws -> [Double] { [] }
}

@Suite("Detectors that learn, in a sweep")
struct DetectorFitTests {
  private func settings(
    _ detectors: [any Detector], _ change: (inout UnitSettings) -> Void = { _ in }
  ) -> UnitSettings {
    var settings = UnitSettings()
    settings.model = "toy"
    settings.shots = 0
    settings.detectors = detectors.map { Chosen($0) }
    change(&settings)
    return settings
  }

  private func run(
    _ settings: UnitSettings, in folder: String, benchmark: Benchmark = ToyImages.benchmark()
  ) throws -> Run {
    let sweep = try ToySweep(in: folder)
    return Run(
      settings: settings, folder: try ModelFolder(named: "toy", in: "\(folder)/models"),
      prepared: try PreparedBenchmark(benchmark), cache: FeatureCache(folder: sweep.cache),
      workers: Workers(threads: 1))
  }

  @Test("are fitted to the few-shot images of their own setting, whatever the method's shots")
  func fitShots() throws {
    try withTemporaryFolder { folder in
      let toy = ToyImages.benchmark()
      for (fitShots, count) in [(4, 4), (16, 10), (0, 10)] {
        let unit = try run(settings([Counting()]) { $0.fitShots = fitShots }, in: folder)
        let images = try unit.fitImages(.training)
        #expect(images.labels.count { $0 == 2 } == count)
        // The toy set holds ten images a class; training and test images have other names.
        #expect(images.sampleIDs.allSatisfy(Set(toy.train.sampleIDs).contains))
        let record = try unit.record { _ in }
        #expect(Set(record.results.map(\.detector)) == ["counting"])
        #expect(record.identity.data["fit-training"] == (try images.contentHash()))
      }
      let four = try run(settings([Counting()]) { $0.fitShots = 4 }, in: folder)
      let shots = try FewShotSplit.sample(from: toy.train, shots: 4, seed: 1).images
      #expect(try four.fitImages(.training).sampleIDs == shots.sampleIDs)
    }
  }

  @Test("see labels, features and the head of the images they are fitted to, and nothing else")
  func fields() throws {
    try withTemporaryFolder { folder in
      let unit = try run(settings([Counting()]) { $0.fitShots = 4 }, in: folder)
      let model = try TrainedModel(
        FineTunedClassifier(
          weight: Matrix(rows: 3, columns: 2), bias: [0, 0, 0], logitScale: 2),
        encoder: {
          ImageEncoder(
            try ToyModel.make(), preprocessor: Preprocessor(.openAI(size: ToyModel.imageSize)),
            workers: Workers(threads: 1))
        }, cachedIn: nil, workers: Workers(threads: 1))
      let sets = try unit.fitSets()
      #expect(Array(sets.keys) == [.training])
      let images = try #require(sets[.training])
      #expect(images.name.hasPrefix("toy-train"))
      let fitted = try unit.fittedDetectors(to: [
        .training: ImageOutputs(
          images: images, features: Matrix(rows: 12, columns: 2, values: (0..<24).map(Float.init)),
          logits: Matrix(rows: 12, columns: 3), model: model)
      ])
      let state = try #require((fitted[0] as? Counting)?.state)
      #expect(state.fields == [.features, .labels, .head])
      #expect(try state.labels(for: "test") == [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2])
      #expect(try state.matrix(.features, for: "test").row(1) == [2, 3])
    }
  }

  @Test("are fitted to validation images where they say so")
  func validation() throws {
    try withTemporaryFolder { folder in
      let unit = try run(settings([Calibrating()]), in: folder)
      #expect(try unit.fitImages(.validation).name == "toy-validation")
      #expect(try unit.identity().data.keys.contains("fit-validation"))
      #expect(try unit.record { _ in }.results.count == 3)
    }
  }

  @Test("of a benchmark without validation images are refused by name")
  func noValidation() throws {
    try withTemporaryFolder { folder in
      let toy = ToyImages.benchmark()
      let without = Benchmark(
        name: "bare", train: toy.train, validation: toy.validation.selecting([]), test: toy.test,
        near: toy.near, far: toy.far, covariate: toy.covariate,
        promptTemplates: toy.promptTemplates)
      let unit = try run(settings([Calibrating()]), in: folder, benchmark: without)
      let error = #expect(throws: ExperimentError.self) { try unit.record { _ in } }
      #expect(
        error?.description == "calibrating must be fitted to validation images, and benchmark bare "
          + "has none; leave it out")
    }
  }

  @Test("add their setting and their images to the identity; others leave both out")
  func identity() throws {
    try withTemporaryFolder { folder in
      let plain = settings([Energy()])
      let other = settings([Energy()]) { $0.fitShots = 1 }
      #expect(try plain.deciding() == other.deciding())
      #expect(try plain.deciding()["fit_shots"] == nil)
      #expect(try settings([Calibrating()]).deciding()["fit_shots"] == nil)
      #expect(try settings([Counting()]).deciding()["fit_shots"] == .integer(16))
      let ids = try [1, 2].map { shots in
        try run(settings([Counting()]) { $0.fitShots = shots }, in: folder).identity().runID()
      }
      #expect(ids[0] != ids[1])
      let data = try run(plain, in: folder).identity().data
      #expect(!data.keys.contains { $0.hasPrefix("fit") })
    }
  }

  @Test("are refused in a sweep that cannot give them what they read")
  func refusals() {
    func problems(_ detectors: [any Detector], id: String = "fashion") -> [String] {
      settings(detectors) { $0.id = id }.problems.map { "\($0.setting) \($0.message)" }
    }
    #expect(problems([Energy(), Counting(), Calibrating()]) == [])
    #expect(
      problems([Energy(), Unsupplied()]) == [
        "detectors.1 names unsupplied, which reads a value head, which zeroshot does not train; choose "
          + "objective ppo with shots from 1, or leave it out"
      ])
    #expect(
      problems([Rectified()]).first?.hasPrefix(
        "detectors.0 names rectified, which is defined on rectified activations, and CLIP's")
        == true
    )
    #expect(
      problems([Calibrating()], id: "emoji") == [
        "detectors.0 names calibrating, which is fitted to validation images, and benchmark emoji "
          + "has none; leave it out"
      ])
  }
}
