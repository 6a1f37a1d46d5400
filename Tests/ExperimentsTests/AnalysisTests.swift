import Configuration
import Datasets
import Detectors
import FineTuning
import Images
import Metrics
import Results
import Tensors
import TestModels
import TestSupport
import Testing

@testable import Experiments

@Suite("The analyses of a sweep")
struct AnalysisTests {
  /// Outputs with the given logits of two classes.
  private func outputs(
    _ name: String, logits: [[Float]], labels: [Int], styles: [String]
  ) throws -> ImageOutputs {
    let images = ImageSet(
      name: name, classNames: labels.contains(-1) ? [] : ["a", "b"], labels: labels,
      sampleIDs: labels.indices.map { "\(name)/\($0)" }, width: 1, height: 1,
      samples: labels.map { _ in 0 }, metadata: ["style": styles])
    let model = try TrainedModel(
      FineTunedClassifier(weight: Matrix(rows: 2, columns: 1), bias: [0, 0], logitScale: 1),
      encoder: {
        ImageEncoder(
          try ToyModel.make(), preprocessor: Preprocessor(.openAI(size: ToyModel.imageSize)),
          workers: Workers(threads: 1))
      }, cachedIn: nil, workers: Workers(threads: 1))
    return ImageOutputs(
      images: images, features: Matrix(rows: labels.count, columns: 1),
      logits: Matrix(rows: labels.count, columns: 2, values: logits.flatMap { $0 }), model: model)
  }

  /// Four test images, the last of them classified wrongly, and two others; two detectors.
  private func evaluation(hasValidation: Bool = true) throws -> Evaluation {
    let test = try outputs(
      "test", logits: [[2, 0], [2, 0], [0, 2], [0, 2]], labels: [0, 0, 1, 0],
      styles: ["x", "x", "y", ""])
    let other = try outputs(
      "other", logits: [[1, 0], [0, 1]], labels: [-1, -1], styles: ["x", "z"])
    let detectors = ["first", "second"].map {
      Evaluation.NamedDetector(
        name: $0, revision: 1, choice: $0, isFittedToValidation: $0 == "second")
    }
    return Evaluation(
      detectors: detectors,
      test: .init(outputs: test, scores: [[4, 3, 2, 1], [1, 2, 3, 4]]),
      splits: [(.far, .init(outputs: other, scores: [[0, 2.5], [5, 2.5]]))],
      validation: hasValidation
        ? .init(outputs: test, scores: [[4, 3, 2, 1], [1, 2, 3, 4]]) : nil,
      workers: Workers(threads: 2))
  }

  private func record(
    _ analysis: any Analysis, hasValidation: Bool = true
  ) throws -> UnitRecord {
    let evaluation = try evaluation(hasValidation: hasValidation)
    var record = UnitRecord(
      identity: RunIdentity(config: .object([:]), data: [:], weights: [:], revs: [:]),
      metrics: try evaluation.accuracies(), training: nil, results: try evaluation.rows())
    try analysis.add(to: &record, from: evaluation)
    return record
  }

  @Test("calibration: before and after the temperature that fits the validation images")
  func calibration() throws {
    let record = try record(CalibrationAnalysis())
    // By hand: p = 1 / (1 + e^-2) = 0.880797; three images right, one wrong.
    let p = 0.8807970779778823
    let nll = try #require(record.metrics["nll"])
    #expect((nll - (3 * 0.1269280110429725 + 2.1269280110429727) / 4).magnitude < 1e-12)
    let brier = try #require(record.metrics["brier"])
    #expect((brier - 2 * (3 * (1 - p) * (1 - p) + p * p) / 4).magnitude < 1e-12)
    let error = try #require(record.metrics["ece/equal-width"])
    #expect((error - (p - 0.75)).magnitude < 1e-12)
    // The best scale gives the right class odds of 3 to 1: e^(2 / T) = 3, and then no error is left.
    let temperature = try #require(record.metrics["temperature"])
    #expect((temperature - 1.8204784532536746).magnitude < 1e-9)
    #expect(try #require(record.metrics["scaled/ece/equal-width"]).magnitude < 1e-9)
    let bare = try self.record(CalibrationAnalysis(), hasValidation: false)
    #expect(
      Set(bare.metrics.keys) == ["accuracy", "nll", "brier", "ece/equal-width", "ece/equal-mass"])
  }

  @Test("selective: the errors of the classifier apart from the other images")
  func selective() throws {
    let record = try record(SelectiveAnalysis())
    #expect(record.detectors.map(\.detector) == ["first", "second"])
    // The only wrong image has the lowest score of the first detector, the highest of the second.
    #expect(record.detectors.map { $0.metrics["auroc/errors"] } == [1, 0])
    // Right images of the first detector: 4, 3, 2 against 0 and 2.5: five of six pairs.
    #expect(record.results.map { $0.metrics["auroc/right-against-ood"] } == [5.0 / 6, 1.0 / 6])
    #expect(record.results.map { $0.metrics["auroc/wrong-against-ood"] } == [0.5, 0.5])
    // Areas by hand: risks 0, 0, 0, 1/4 in the order of the first detector.
    #expect(record.detectors[0].metrics["aurc/mean"] == 0.0625)
    #expect(record.detectors[0].metrics["eaurc/mean"] == 0)
    #expect(record.detectors[0].metrics["augrc"] == 1.0 / 32)
  }

  @Test("operating points: from validation scores, for detectors that were not fitted to them")
  func operatingPoints() throws {
    var analysis = OperatingPointAnalysis()
    analysis.levels = [0.6]
    let record = try record(analysis)
    #expect(record.detectors.map(\.detector) == ["first"])
    let point = try #require(record.detectors.first?.operatingPoint)
    #expect(point.thresholds.map(\.guarantee) == [.marginal, .confident])
    // Four scores: k = floor(5 * 0.4) = 2, the second smallest.
    #expect(point.thresholds.first?.threshold == 2)
    #expect(point.realised.map(\.set) == ["test", "other"])
    #expect(point.realised.map(\.role) == [.inDistribution, .outOfDistribution])
    #expect(point.realised.map { $0.accepted[0] } == [3, 1])
    #expect(throws: ExperimentError.self) { try self.record(analysis, hasValidation: false) }
  }

  @Test("slices: counts that add up to the set's, ranks of a slice against the other side")
  func slices() throws {
    var analysis = SlicesAnalysis()
    analysis.columns = ["style", "label"]
    analysis.replicates = 10
    let record = try record(analysis)
    let styles = record.slices.filter { $0.column == "style" }
    #expect(styles.map(\.set) == ["test", "test", "test", "other", "other"])
    #expect(styles.map(\.value) == ["", "x", "y", "x", "z"])
    #expect(styles.map(\.count) == [1, 2, 1, 1, 1])
    #expect(styles.map(\.correct) == [0, 2, 1, nil, nil])
    // All four test images are needed for 95 %, so the first detector's threshold is 1.
    #expect(styles.map { $0.accepted["first"] } == [1, 2, 1, 0, 1])
    // First detector, by hand: 1, {4, 3} and 2 against {0, 2.5}; then 0 and 2.5 against 1 to 4.
    let areas = styles.map { $0.rows.first { $0.detector == "first" }?.metrics["auroc"] }
    #expect(areas == [0.5, 1, 0.5, 1, 0.5])
    #expect(styles[1].rows.map(\.nID) == [2, 2])
    #expect(styles[4].rows.map(\.nOOD) == [1, 1])
    // "other" has no classes.
    let classes = record.slices.filter { $0.column == "label" }
    #expect(classes.map(\.value) == ["a", "b"])
    #expect(classes.map(\.count) == [3, 1])
    // Weighted by the slices' sizes, both shares give the whole set's.
    for slices in [Array(styles[..<3]), classes] {
      let correct = slices.compactMap(\.correct).reduce(0, +)
      #expect(Double(correct) / 4 == record.metrics["accuracy"])
      #expect(slices.compactMap { $0.accepted["second"] }.reduce(0, +) == 4)
    }
    #expect(styles[0].rows[0].intervals?.bounds["auroc"] != nil)
    analysis.values = 2
    #expect(throws: ExperimentError.self) { try self.record(analysis) }
    analysis.columns = []
    #expect(analysis.problems.map(\.setting) == ["columns"])
  }

  @Test("redundancy: Kendall's tau of the pooled scores")
  func redundancy() throws {
    let matrix = try #require(try record(RedundancyAnalysis()).redundancy)
    #expect(matrix.detectors == ["first", "second"])
    // By hand: the orders are opposite but for one pair of equal sign, (2.5, 2.5) with none.
    // scipy.stats.kendalltau([4, 3, 2, 1, 0, 2.5], [1, 2, 3, 4, 5, 2.5]).statistic = -1
    #expect(matrix.tau == [[1, -1], [-1, 1]])
  }

  @Test("curves: of every detector on every split, with the right answers of the classifier")
  func curves() throws {
    let curves = try #require(try record(CurvesAnalysis()).curves)
    #expect(curves.detectors.map(\.detector) == ["first", "second"])
    let first = curves.detectors[0]
    #expect(first.count == 4 && first.threshold == 1)
    // The only wrong image has the lowest score of the first detector, the highest of the second.
    #expect(curves.detectors.map { $0.errors.first } == [0, 1])
    #expect(curves.detectors.map { $0.errors.last } == [1, 1])
    #expect(first.splits.map(\.split) == ["other"])
    // Scores 4, 3, 2, 1 against 2.5 and 0: two, three from 1/2 on, four from 1/2 on too.
    #expect(Set(first.splits[0].accepted) == [2, 4])
    #expect(first.splits[0].histogram.reduce(0, +) == 2)
  }

  @Test("intervals: one for each metric of each row, around it")
  func intervals() throws {
    var analysis = IntervalAnalysis()
    analysis.replicates = 50
    let record = try record(analysis)
    for row in record.results {
      let intervals = try #require(row.intervals)
      #expect(intervals.replicates == 50)
      #expect(Set(intervals.bounds.keys) == Set(row.metrics.keys))
      let auroc = try #require(intervals.bounds["auroc"])
      #expect(auroc.lower <= auroc.upper)
      #expect((0...1).contains(auroc.lower) && (0...1).contains(auroc.upper))
    }
  }

  private static let sweep = """
    ood: 1
    name: toy
    model: toy
    id: fashion
    shots: 2
    grid: {method: [zeroshot, full@small], seed: [1]}
    set: [{when: {method: full@small}, method.full.training.epochs: 2}]
    detectors: [mcm, energy]

    """
  private static let analyses =
    "analyses: [redundancy, calibration, selective, operating-points, curves, "
    + "{intervals: {replicates: 20}}]\n"

  @Test("are asked for by one setting, are part of the identity, and leave other records alone")
  func sweep() throws {
    try withTemporaryFolder { folder in
      let plain = try ToySweep(in: folder, run: "plain")
      try plain.run(AnalysisTests.sweep)
      let texts = try [1, 2].map { threads -> [String] in
        let sweep = try ToySweep(in: folder, run: "threads-\(threads)")
        let (_, errors) = try sweep.run(
          AnalysisTests.sweep + AnalysisTests.analyses, threads: threads)
        #expect(errors == [])
        return try sweep.store.records().map { try $0.comparable() }
      }
      #expect(texts[0] == texts[1])
      #expect(texts[0].count == 2)
      let asked = try ToySweep(in: folder, run: "threads-1").store.records()
      let others = try plain.store.records()
      for record in asked {
        #expect(record.identity.data["validation"] != nil)
        #expect(record.identity.revs["analysis/redundancy"] == 1)
        #expect(record.detectors.count == 2 && record.curves?.detectors.count == 2)
        #expect(record.metrics["nll/toy-pale"] != nil)
        let other = try #require(
          others.first { $0.identity.label("method") == record.identity.label("method") })
        #expect(try record.runID() != other.runID())
        #expect(other.detectors.isEmpty && other.redundancy == nil)
        for (row, plain) in zip(record.results, other.results) {
          #expect(plain.metrics.allSatisfy { row.metrics[$0.key] == $0.value })
          #expect(plain.intervals == nil)
        }
      }
      for text in try others.map({ try $0.comparable() }) {
        for member in ["analyses", "fit_shots", "negatives", "redundancy", "intervals", "curves"] {
          #expect(!text.contains("\"\(member)\""))
        }
      }
    }
  }

  @Test("faults are named with their place")
  func problems() throws {
    func problems(_ text: String, id: String = "fashion") -> [String] {
      do {
        _ = try Sweep<UnitSettings>(path: "a.yaml") { _ in
          "ood: 1\nname: a\nid: \(id)\nanalyses: \(text)\ngrid: {seed: [1]}\n"
        }
        return []
      } catch let error as ConfigurationError {
        return error.diagnostics.map { "\($0.line):\($0.column) \($0.message)" }
      } catch {
        return ["\(error)"]
      }
    }
    #expect(problems("[calibration, redundancy]") == [])
    #expect(
      problems("[calibration, calibration]") == ["4:25 analyses.1 names calibration a second time"])
    #expect(
      problems("[operating-points]", id: "emoji") == [
        "4:12 analyses.0 names operating-points, which need validation images, and benchmark emoji "
          + "has none; leave them out"
      ])
    #expect(
      problems("[{intervals: {replicates: 0}}]") == [
        "4:37 replicates must be at least 1, got 0"
      ])
    #expect(problems("[calibrate]").first?.contains("unknown analysis 'calibrate'") == true)
  }

  @Test("keep the scores of every image, with right and wrong answers where classes are known")
  func scores() throws {
    let record = try record(ScoresAnalysis())
    try withTemporaryFolder { folder in
      let store = RecordStore(folder: folder)
      _ = try store.publish(record)
      let scores = try #require(try store.scores(of: record))
      #expect(scores.sets.keys.sorted() == ["id", "other"])
      #expect(scores.sets["id"]?.scores == ["first": [4, 3, 2, 1], "second": [1, 2, 3, 4]])
      #expect(scores.sets["id"]?.isCorrect == [true, true, true, false])
      #expect(scores.sets["other"]?.scores == ["first": [0, 2.5], "second": [5, 2.5]])
      #expect(scores.sets["other"]?.isCorrect == nil)
      #expect(
        scores.sets["other"]?.samples == UnitScores.samplesHash(["other/0", "other/1"]))
    }
  }
}
