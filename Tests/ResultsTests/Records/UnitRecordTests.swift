import Configuration
import Metrics
import Results
import Testing

@Suite("Records")
struct UnitRecordTests {
  private let record = SampleRecords.few[2]

  @Test("a record is text with sorted keys, and reads back equal")
  func roundTrip() throws {
    let text = try record.text()
    #expect(text.hasPrefix("{\n  \"config\": {\n    \"id\": \"fashion\",\n    \"method\": {\n"))
    #expect(text.contains("\n  \"schema\": 1,\n"))
    #expect(text.contains("\n      \"n_id\": 1000,\n      \"n_ood\": 500,\n"))
    #expect(text.contains("\n    \"losses\": [1.5, 0.25],\n"))
    #expect(text.hasSuffix("}\n"))
    let back = try UnitRecord(parsing: Array(text.utf8), name: "r", expectedID: record.runID())
    #expect(back == record)
    #expect(try back.text() == text)
  }

  @Test("members that a sweep asks for read back equal; without them none is written")
  func optionalMembers() throws {
    var record = record
    for member in ["detectors", "redundancy", "intervals", "curves"] {
      #expect(try !record.text().contains("\"\(member)\""))
    }
    var point = try OperatingPoint(
      detector: "mcm", validation: [0.5, 0.25, 0.75, 1], levels: [0.6])
    try point.realise(on: [0.5, 0.1], set: "test", role: .inDistribution)
    record.detectors = [
      DetectorFacts(detector: "mcm", metrics: ["augrc": 0.125], operatingPoint: point),
      DetectorFacts(detector: "energy"),
    ]
    record.redundancy = RankCorrelations(
      detectors: ["mcm", "energy"], tau: [[1, nil], [nil, 0.5]])
    record.results[0].intervals = .init(
      level: 0.95, replicates: 100, bounds: ["auroc": .init(lower: 0.5, upper: 0.75)])
    let text = try record.text()
    let back = try UnitRecord(parsing: Array(text.utf8), name: "r", expectedID: record.runID())
    #expect(back == record)
    #expect(try back.text() == text)
    #expect(try record.resultSHA256() != self.record.resultSHA256())
    #expect(
      throws: ResultsError("r: 'redundancy.tau': expected 1 rows of as many numbers")
    ) {
      record.redundancy?.detectors.removeLast()
      _ = try UnitRecord(parsing: Array(record.text().utf8), name: "r")
    }
  }

  @Test("what training did reads back equal; records from before it was measured have less")
  func training() throws {
    var record = record
    #expect(record.training?.measures.isEmpty == true)
    record.training = SampleRecords.training
    let text = try record.text()
    let back = try UnitRecord(parsing: Array(text.utf8), name: "r", expectedID: record.runID())
    #expect(back == record)
    #expect(try back.text() == text)
    #expect(text.contains("\"purpose\": \"analysis only: no choice depends on it\""))
    #expect(try record.runID() == self.record.runID())
    #expect(try record.resultSHA256() != self.record.resultSHA256())
    #expect(
      record.training?.measures.map { "\($0.name) \($0.value)" } == [
        "trainable-parameters 10", "total-parameters 100", "adapter-bytes 40", "steps 5",
        "logit-scale 17.5", "feature-drift 0.0", "text-drift 0.125",
      ])
    record.training?.trajectory?.points[0].splits["near-a"] = ["auroc": .nan]
    #expect(throws: ResultsError.self) { try record.text() }
    #expect(
      throws: ResultsError(
        "r: 'training.trajectory.sets.0.role': expected one of near, far, covariate, id, found "
          + "'other'")
    ) {
      _ = try UnitRecord(
        parsing: Array(text.replacing("\"role\": \"id\"", with: "\"role\": \"other\"").utf8),
        name: "r")
    }
  }

  @Test("curves read back equal, and counts that cannot be are refused with their place")
  func curves() throws {
    var record = record
    record.curves = ScoreCurves([
      try ScoreCurves.Detector(
        detector: "mcm", inDistribution: [0.5, 0.25, 0.75, 1],
        isCorrect: [true, false, true, true], splits: [("near-a", [0.5, 0.125])]),
      try ScoreCurves.Detector(
        detector: "energy", inDistribution: [-.infinity, -.infinity], isCorrect: [true, true],
        splits: []),
    ])
    let text = try record.text()
    let back = try UnitRecord(parsing: Array(text.utf8), name: "r", expectedID: record.runID())
    #expect(back == record)
    #expect(try back.text() == text)
    #expect(back.curves?.detectors.map(\.threshold) == [0.25, nil])
    #expect(try record.runID() == self.record.runID())
    #expect(try record.resultSHA256() != self.record.resultSHA256())
    func message(_ change: (inout ScoreCurves.Detector) -> Void) throws -> String {
      var record = record
      var curves = try #require(record.curves)
      change(&curves.detectors[0])
      record.curves = curves
      do {
        _ = try UnitRecord(parsing: Array(record.text().utf8), name: "r")
        return "none"
      } catch {
        return "\(error)"
      }
    }
    #expect(try message { $0.histogram[0] += 1 } == "none")
    #expect(
      try message { $0.splits[0].accepted.removeLast() }
        == "r: 'curves.detectors.0.splits.0.accepted': expected 77 counts as on its grid, found 76")
    #expect(
      try message { $0.splits[0].accepted[3] = 5 }
        == "r: 'curves.detectors.0.splits.0.accepted': expected counts of images up to 4, found 5")
    #expect(
      try message { $0.errors[0] = 2 }
        == "r: 'curves.detectors.0.errors': expected at most as many as are covered, which is some "
        + "image")
    #expect(
      try message { $0.splits[0].histogram = [2] }
        == "r: 'curves.detectors.0.splits.0.histogram': expected 40 counts as on its grid, found 1")
    #expect(
      try message { $0.histogram = [] }
        == "r: 'curves.detectors.0.id': 0 bins from 0.125 to 1.0, expected some of a positive width"
    )
  }

  @Test("the curves of a detector, by hand")
  func curveNumbers() throws {
    let curve = try ScoreCurves.Detector(
      detector: "mcm", inDistribution: [4, 3, 2, 0], isCorrect: [true, true, false, true],
      splits: [("far", [3, 1])])
    // Four images: 95 % are all four. Bins of 0.1 from 0 to 4.
    #expect(curve.threshold == 0)
    #expect(curve.bins.lower == 0 && curve.bins.upper == 4)
    #expect(curve.histogram.indices.filter { curve.histogram[$0] > 0 } == [0, 20, 30, 39])
    #expect(
      curve.splits[0].histogram.indices.filter { curve.splits[0].histogram[$0] > 0 } == [10, 30])
    // Above 3 there is one image, from 3 on two (and half of the split), above 1 three.
    let curves = ScoreCurves([curve])
    #expect(curves.rates.count == 77 && curves.rates.first == 0 && curves.rates.last == 1)
    #expect(
      curves.rates[1...11] == [
        0.0001, 0.000125, 0.00016, 0.0002, 0.00025, 0.000315, 0.0004, 0.0005, 0.00063, 0.0008,
        0.001,
      ])
    #expect(Array(curves.rates[29...33]) == [0.063, 0.08, 0.1, 0.12, 0.14])
    let steps = zip(curves.rates, curve.splits[0].accepted)
    #expect(steps.allSatisfy { $0 < 0.5 ? $1 == 1 : $0 < 1 ? $1 == 3 : $1 == 4 })
    // Coverages up to 1/4, 2/4, 3/4, 1: risks 0, 0, 1/3, 1/4.
    #expect(curves.coverages.count == 50 && curves.coverages[0] == 0.02)
    #expect(curve.covered[11] == 1 && curve.covered[12] == 2 && curve.covered[24] == 2)
    #expect(curve.covered[25] == 3 && curve.covered[37] == 4 && curve.covered[49] == 4)
    #expect([11, 24, 25, 37].map { curve.errors[$0] } == [0, 0, 1, 1])
    // Trapezoids over three gaps: (0 + 0)/2, (0 + 1/3)/2, (1/3 + 1/4)/2, divided by 3.
    #expect((curve.area - (1.0 / 6 + 7.0 / 24) / 3).magnitude < 1e-15)
    #expect(curve.count == 4)
  }

  @Test("keys that users chose are stored as they are")
  func verbatimKeys() throws {
    var record = record
    record.identity.config = .object(["aB": .object(["cD": .integer(1)])])
    record.identity.data = ["myData": "1"]
    record.metrics = ["topOne": 0.5]
    let back = try UnitRecord(parsing: Array(record.text().utf8), name: "r")
    #expect(back == record)
    #expect(try record.text().contains("\"myData\""))
    #expect(try record.text().contains("\"topOne\""))
  }

  // The digest is that of `sha256sum` over
  // {"config":{"method":"coop","shots":4},"data":{"d":"1"},"numerics":{},"revs":{"method/coop":2},
  // "weights":{}} in one line without spaces.
  @Test("the run id is the start of the SHA-256 of the canonical identity")
  func identity() throws {
    let identity = RunIdentity(
      config: .object(["shots": .number(4), "method": .string("coop")]), data: ["d": "1"],
      weights: [:], revs: ["method/coop": 2])
    #expect(try identity.runID() == "9386f16b6f49")
    #expect(identity.label("method") == "coop")
    #expect(identity.label("shots") == "4")
    #expect(identity.label("train.steps") == nil)
  }

  @Test("host and time do not change the hash, any result does")
  func hash() throws {
    var other = record
    other.env = .object(["host": .string("b")])
    other.timing = [:]
    #expect(try other.resultSHA256() == record.resultSHA256())
    other.results[0].metrics["auroc"] = 0.8.nextUp
    #expect(try other.resultSHA256() != record.resultSHA256())
    other = record
    other.training?.losses[1] = 0.26
    #expect(try other.resultSHA256() != record.resultSHA256())
    #expect(try other.runID() == record.runID())
  }

  @Test("altered, foreign and broken files are refused with the reason")
  func refusals() throws {
    func message(_ text: String, id: String? = nil) -> String {
      do {
        _ = try UnitRecord(parsing: Array(text.utf8), name: "r.json", expectedID: id)
        return "none"
      } catch {
        return "\(error)"
      }
    }
    let text = try record.text()
    #expect(
      message(text.replacing("\"auroc\": 0.8,", with: "\"auroc\": 0.9,"))
        .contains("r.json: result_sha256 is"))
    #expect(
      message(text.replacing("\"shots\": 4", with: "\"shots\": 5")).contains("it was altered"))
    #expect(message(text, id: "0123456789ab").contains("the file was renamed or overwritten"))
    #expect(
      message(text.replacing("\"schema\": 1", with: "\"schema\": 2"))
        == "r.json: schema 2, expected 1; was it written by another version of ood?")
    #expect(
      message(text.replacing("\"n_ood\": 500", with: "\"n_ood\": \"x\""))
        == "r.json: 'results.0.n_ood': expected an integer, found \"x\"")
    #expect(
      message(text.replacing("\"split\": \"near-a\"", with: "\"splat\": 1"))
        == "r.json: 'results.0.split' is missing")
    #expect(message(String(text.dropLast(10))).hasPrefix("r.json:"))
    #expect(message("").hasPrefix("r.json:1:1: error: malformed JSON"))
  }

  @Test("a file with a member of somebody else is refused")
  func foreignMember() throws {
    let text = try record.text().replacing("\"schema\": 1", with: "\"schema\": 1,\n\"note\": 1")
    #expect(throws: ResultsError.self) { try UnitRecord(parsing: Array(text.utf8), name: "r") }
  }

  @Test("a number that is not finite cannot be recorded")
  func notFinite() {
    var record = record
    record.metrics["accuracy"] = .nan
    let error = #expect(throws: ResultsError.self) { try record.text() }
    #expect(error?.description == "'metrics.accuracy' is not finite; a record cannot hold it")
  }
}
