import FoundationEssentials
import Metrics
import TestSupport
import Testing

/// A score set and the values that scripts/fixtures/metrics.py found for it.
struct MetricCase: Decodable {
  let inDistribution: [Double]
  let outOfDistribution: [Double]
  let expected: [String: Double]
  let autc: Double?

  static func all() throws -> [String: MetricCase] {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let bytes = try Data(contentsOf: URL(filePath: fixture("metrics.json")))
    return try decoder.decode([String: MetricCase].self, from: bytes)
  }
}

/// Expected values: scikit-learn 1.9.1, pytorch-ood 0.4.0 and the published rules, by scripts/fixtures/metrics.py.
@Suite("Metrics against scikit-learn and the published rules")
struct PublishedRulesTests {
  @Test("every metric under every convention agrees to 1e-12", arguments: Metric.all)
  func agrees(metric: Metric) throws {
    let cases = try MetricCase.all()
    #expect(cases.count >= 30)
    for (name, item) in cases {
      let scores = try RankedScores(
        inDistribution: item.inDistribution, outOfDistribution: item.outOfDistribution)
      let expected = try #require(item.expected[metric.name])
      let found = metric.value(of: scores)
      #expect(abs(found - expected) <= 1e-12, "\(metric.name) of \(name): \(found), \(expected)")
    }
  }

  @Test("the area under the threshold curve is pytorch-ood's, and refused where it refuses")
  func autc() throws {
    for (name, item) in try MetricCase.all() {
      let found = try? AUTC.value(
        inDistribution: item.inDistribution, outOfDistribution: item.outOfDistribution)
      #expect((found == nil) == (item.autc == nil), "\(name)")
      guard let found, let expected = item.autc else { continue }
      #expect(abs(found - expected) <= 1e-12, "\(name): \(found), \(expected)")
    }
  }

  @Test("the summary of all metrics holds the same values")
  func summary() throws {
    for (name, item) in try MetricCase.all() {
      let found = try DetectionMetrics(
        inDistribution: item.inDistribution, outOfDistribution: item.outOfDistribution)
      var values = [
        "auroc": found.auroc, "aupr-in": found.auprIn, "aupr-out": found.auprOut,
        "ap-in": found.apIn, "ap-out": found.apOut, "detection-error": found.detectionError,
      ]
      for (convention, value) in found.fpr95 { values["fpr95/\(convention)"] = value }
      #expect(values.count == item.expected.count)
      for metric in Metric.all { #expect(found.value(metric) == values[metric.name]) }
      for (metric, expected) in item.expected {
        let value = try #require(values[metric])
        #expect(abs(value - expected) <= 1e-12, "\(metric) of \(name)")
      }
    }
  }
}
