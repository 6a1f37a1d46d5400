import CLIPModels
import Configuration
import Datasets
import Detectors
import FineTuning
import Results
import Tensors
import TestModels
import TestSupport
import Testing

@testable import Experiments

/// A detector that reads negative labels: minus the mean cosine.
private struct Negative: Detector {
  static let name = "negative"
  static let paper = "none"
  static let needs: Set<OutputField> = [.negativeCosines]
  func scores(for outputs: ModelOutputs) throws -> [Double] {
    let cosines = try outputs.matrix(.negativeCosines, for: Self.name)
    return (0..<cosines.rows).map { row in
      -cosines.row(row).reduce(0, +) / Double(cosines.columns)
    }
  }
}

@Suite("Negative labels in a sweep")
struct NegativeLabelTests {
  private func run(
    _ method: any FineTuningMethod, in folder: String,
    _ change: (inout UnitSettings) -> Void = { _ in }
  ) throws -> Run {
    var settings = UnitSettings()
    settings.model = "toy"
    settings.method = Chosen(method)
    settings.shots = method is ZeroShot ? 0 : 1
    settings.detectors = [Chosen(Negative())]
    change(&settings)
    let sweep = try ToySweep(in: folder)
    return Run(
      settings: settings, folder: try ModelFolder(named: "toy", in: "\(folder)/models"),
      prepared: try PreparedBenchmark(ToyImages.benchmark()),
      cache: FeatureCache(folder: sweep.cache), workers: Workers(threads: 1),
      words: try ToySweep.words())
  }

  @Test("are a share of the nouns and of the adjectives, encoded by the unit's text tower")
  func share() throws {
    try withTemporaryFolder { folder in
      let unit = try run(ZeroShot(), in: folder) { $0.negatives.fraction = 0.25 }
      let model = try ToyModel.make()
      let texts = TextEncoder(
        model, tokenizer: ToyModel.tokenizer, workers: Workers(threads: 1))
      let negatives = try #require(
        try unit.negativeLabels(tower: unit.folder.identity()) { texts })
      #expect(negatives.rows == 10 + 5)
      // Every row is the feature of a noun in the benchmark's prompt or an adjective in the other.
      let nouns = try texts.features(of: (1...40).map { "a photo of noun \($0)." })
      let adjectives = try texts.features(of: (1...20).map { "This is a adj\($0) photo" })
      let known =
        (0..<40).map { nouns.row($0).map(Double.init) }
        + (0..<20).map { adjectives.row($0).map(Double.init) }
      let places = (0..<negatives.rows).compactMap { row in
        known.firstIndex { zip($0, negatives.row(row)).allSatisfy { ($0 - $1).magnitude < 1e-5 } }
      }
      #expect(places.count == 15)
      #expect(Set(places).count == 15)
      #expect(places.count { $0 < 40 } == 10)
      // Permuted: groups are random samples of both kinds.
      #expect(places != places.sorted())
      // The second time they come from the cache, and no tower is asked.
      let cached = try unit.negativeLabels(tower: unit.folder.identity()) {
        throw ExperimentError("the text tower was asked")
      }
      #expect(cached == negatives)
    }
  }

  @Test("run with every method; the word list and its settings are part of the identity")
  func methods() throws {
    try withTemporaryFolder { folder in
      var lora = LoRA.small
      lora.training.epochs = 1
      var full = FullFineTuning.small
      full.training.epochs = 1
      for method in [ZeroShot(), lora, full] as [any FineTuningMethod] {
        let unit = try run(method, in: folder)
        let record = try unit.record { _ in }
        #expect(record.identity.data["words"] == (try ToySweep.words().contentHash))
        #expect(record.identity.config["negatives"]?["fraction"] == .number(0.15))
        #expect(record.results.count == 3)
      }
      let other = try run(ZeroShot(), in: folder) { $0.negatives.words = 10 }
      #expect(try other.identity().runID() != run(ZeroShot(), in: folder).identity().runID())
      let plain = try run(ZeroShot(), in: folder) { $0.detectors = [Chosen(Energy())] }
      #expect(plain.settings.reads(.negativeCosines) == false)
      #expect(try plain.settings.deciding()["negatives"] == nil)
    }
  }

  @Test("follow a text tower that trained, and only that")
  func towers() throws {
    let expected: [(any FineTuningMethod, Bool)] = [
      (ZeroShot(), false), (CoOp.small, false), (LoRA.small, true), (FullFineTuning.small, false),
    ]
    try withTemporaryFolder { folder in
      for (method, changesTexts) in expected {
        let unit = try run(method, in: folder)
        let model = try unit.folder.load()
        let parametrization = try method.parametrization(
          of: model, for: unit.task(), workers: unit.workers)
        #expect(parametrization.changesTexts == changesTexts, "\(type(of: method).name)")
      }
    }
  }

  @Test("settings out of range are refused")
  func problems() {
    func problems(_ change: (inout NegativeLabelSettings) -> Void) -> [String] {
      var settings = NegativeLabelSettings()
      change(&settings)
      return settings.problems.map { "\($0.setting) \($0.message)" }
    }
    #expect(problems { _ in } == [])
    #expect(problems { $0.words = -1 } == ["words must not be negative, got -1"])
    #expect(problems { $0.fraction = 2 } == ["fraction must lie in [0, 1], got 2.0"])
    #expect(
      problems { $0.nounPrompt = "nice" } == ["noun_prompt needs {} for the word, got 'nice'"])
  }
}
