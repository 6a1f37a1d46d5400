import Configuration
import Datasets
import FileFormats
import FineTuning
import Results
import Tensors
import TestModels
import TestSupport
import Testing

@testable import Experiments

@Suite("Weak labels in a sweep")
struct SupervisionTests {
  /// Patterns that are no class of the toy benchmark, and nothing that it is measured on.
  private static let foreign = Benchmark(
    name: "foreign", train: ToyImages.set("foreign-train", [.diagonals, .noise], count: 12),
    validation: ToyImages.set("foreign-validation", [.diagonals, .noise], count: 1),
    test: ToyImages.set("foreign-test", [.diagonals, .noise], count: 1), near: [], far: [],
    covariate: [], promptTemplates: ["{}"])

  /// The same with an image of the unit's far-out-of-distribution set among its test images.
  private static let leaking = Benchmark(
    name: "leaking", train: foreign.train, validation: foreign.validation,
    test: foreign.test.joined(
      with: ToyImages.benchmark().far[0].selecting([0]), labels: [0]), near: [], far: [],
    covariate: [], promptTemplates: ["{}"])

  private static func benchmark(_ name: String) -> Benchmark {
    switch name {
    case "digits": foreign
    case "emoji": leaking
    default: ToyImages.benchmark()
    }
  }

  private static func settings(
    share: Double = 0, source: String = "digits", _ change: (inout WeakLabels) -> Void = { _ in }
  ) -> UnitSettings {
    var labels = WeakLabels()
    var pixels = NeighbourFunction()
    pixels.space = .pixels
    pixels.shots = 3
    labels.functions = [
      Chosen<LabellingFunctions>(ZeroShotFunction()), Chosen<LabellingFunctions>(pixels),
    ]
    labels.contamination.share = share
    labels.contamination.source = source
    labels.dropBelow = 0
    change(&labels)
    var lora = LoRA.small
    lora.training.epochs = .epochs(1)
    lora.training.supervision = Chosen<Supervisions>(labels)
    var settings = UnitSettings()
    settings.model = "toy"
    settings.id = "fashion"
    settings.shots = 4
    settings.method = Chosen(lora)
    return settings
  }

  private static func resources(in root: String) throws -> UnitResources {
    _ = try ToySweep(in: root)
    return UnitResources(
      SweepRunner.Folders(
        data: "", models: "\(root)/models", cache: "\(root)/cache", results: "\(root)/results"),
      workers: Workers(threads: 2), load: { name, _ in try PreparedBenchmark(benchmark(name)) })
  }

  @Test("a unit trains on them; its record tells what became of them and reads back")
  func record() throws {
    try withTemporaryFolder { root in
      let resources = try Self.resources(in: root)
      let record = try resources.run(Self.settings(share: 0.25)).record { _ in }
      let facts = try #require(record.training?.supervision)
      #expect(facts.measures["images"] == 16 && facts.measures["foreign"] == 4)
      #expect(facts.functions.map(\.group) == ["zero-shot", "knn:shots=3,space=\"pixels\""])
      let read = try UnitRecord(parsing: [UInt8](record.text().utf8), name: "record")
      #expect(read.training == record.training)
      #expect(
        Set(record.identity.data.keys).isSuperset(of: ["supervision-pool", "supervision-digits"]))
      #expect(record.identity.revs["supervision/labelling-functions"] == 1)
      // Again, with the training's outputs from the store: the same record, to the bit.
      let again = try resources.run(Self.settings(share: 0.25)).record { _ in }
      #expect(try again.comparable() == record.comparable())
    }
  }

  @Test("what a supervision reads is part of the run id, and not of what makes rows comparable")
  func identity() throws {
    try withTemporaryFolder { root in
      let resources = try Self.resources(in: root)
      func identity(_ settings: UnitSettings) throws -> RunIdentity {
        try resources.run(settings).identity()
      }
      let weak = try identity(Self.settings())
      var clean = Self.settings()
      var lora = LoRA.small
      lora.training.epochs = .epochs(1)
      clean.method = Chosen(lora)
      let plain = try identity(clean)
      #expect(plain.data.keys.allSatisfy { !$0.hasPrefix("supervision") })
      #expect(try weak.runID() != plain.runID())
      #expect(
        EvaluationProtocol(data: weak.data, roles: [:])
          == EvaluationProtocol(data: plain.data, roles: [:]))
      #expect(weak.label("supervision")?.hasPrefix("labelling-functions:") == true)
    }
  }

  @Test("a source with an image that the unit is measured on is refused, whatever its name")
  func leak() throws {
    try withTemporaryFolder { root in
      let resources = try Self.resources(in: root)
      #expect {
        try resources.run(Self.settings(share: 0.25, source: "emoji"))
      } throws: { error in
        "\(error)".contains("is in toy-noise, which detectors are measured on")
      }
      // The unit itself under another name.
      #expect(throws: ExperimentError.self) {
        try resources.run(Self.settings(share: 0.25, source: "animals"))
      }
      // Without a share nothing is read.
      _ = try resources.run(Self.settings(share: 0, source: "emoji"))
    }
    #expect(
      Self.settings(share: 0.5, source: "nowhere").problems.map(\.setting) == ["method"])
  }

  @Test("tables call presets by their names, with what was changed")
  func labels() throws {
    try withTemporaryFolder { root in
      let resources = try Self.resources(in: root)
      let run = try resources.run(Self.settings())
      func label(_ change: (inout WeakLabels) -> Void) throws -> String {
        let preset = Supervisions.named.first { $0.name == "weak-groups" }
        var labels = try #require(preset?.value as? WeakLabels)
        change(&labels)
        var training = TrainingConfiguration()
        training.supervision = Chosen<Supervisions>(labels)
        return try run.supervisionLabel(training)
      }
      #expect(try label { _ in } == "weak-groups")
      #expect(
        try label {
          $0.contamination.share = 0.25
          $0.contamination.source = "digits"
        } == "weak-groups:contamination.share=0.25,contamination.source=digits")
      #expect(try label { $0.contamination.share = 0.3 } == "weak-groups-foreign")
    }
  }
}
