import FoundationEssentials
import Metrics
import Testing

@Suite("Metrics by hand")
struct MetricTests {
  // oodeel's hand-computed example (tests/tests_torch/eval/test_torch_metrics.py), whose scores
  // are higher for out-of-distribution samples.
  let inside = [0, -0.2, -0.2, -0.2, -0.2]
  let outside = [-0.2, -0.2, -1, -1, -1]

  @Test("ties count half")
  func ties() throws {
    // 25 pairs: 3 x 5 won outright, the 0 beats both -0.2, 4 x 2 tied: (15 + 2 + 4) / 25.
    #expect(try AUROC.value(inDistribution: inside, outOfDistribution: outside) == 0.84)
  }

  @Test("the detection error is one minus the detection accuracy")
  func detectionError() throws {
    let error = try DetectionError.value(inDistribution: inside, outOfDistribution: outside)
    #expect(abs(error - 0.2) < 1e-15)
  }

  @Test("constant scores reject nothing, under every convention that is not interpolated")
  func constant() throws {
    for convention in FPR95Convention.allCases where convention != .interpolated {
      let value = try FPR95.value(
        inDistribution: [1, 1], outOfDistribution: [1, 1, 1], convention: convention)
      #expect(value == 1)
    }
  }

  @Test("swapping the sides and the sign exchanges in and out")
  func polarity() throws {
    let a = try DetectionMetrics(inDistribution: inside, outOfDistribution: outside)
    let b = try DetectionMetrics(
      inDistribution: outside.map { -$0 }, outOfDistribution: inside.map { -$0 })
    #expect(a.auroc == b.auroc && a.detectionError == b.detectionError)
    #expect(a.auprIn == b.auprOut && a.apOut == b.apIn)
    #expect(a.fpr95["id-at-least"] == b.fpr95["ood-at-least"])
  }

  @Test("scores shifted by 40 keep their AUROC, which a sigmoid in single precision would flatten")
  func saturation() throws {
    // 2 outside at 99 and 98.5 against 6 inside: 12 pairs, 1 lost: 11 / 12.
    let value = try AUROC.value(
      inDistribution: [100, 99.5, 99.4, 99.3, 99.2, 98.9], outOfDistribution: [99, 98.5])
    #expect(value == 11.0 / 12)
  }

  @Test("an empty set is an error that names the set")
  func empty() {
    #expect(throws: MetricError(.empty(.outOfDistribution))) {
      try DetectionMetrics(inDistribution: [1], outOfDistribution: [])
    }
    #expect(
      MetricError(.empty(.inDistribution)).description
        == "no in-distribution scores, expected at least one; both sets are needed for every metric"
    )
  }

  @Test("NaN is an error that names the set and the index")
  func notANumber() {
    #expect(throws: MetricError(.notANumber(.outOfDistribution, index: 2))) {
      try AUROC.value(inDistribution: [1], outOfDistribution: [0, 1, -.nan, .nan])
    }
    #expect(
      MetricError(.notANumber(.inDistribution, index: 7)).description
        == "in-distribution score at index 7 is NaN, expected a number or an infinity; "
        + "look for a division by zero in the detector")
  }

  @Test("every name reads back, and fpr95 alone means id-nearest")
  func names() {
    for metric in Metric.all { #expect(Metric(name: metric.name) == metric) }
    #expect(Metric(name: "fpr95") == .fpr95(.idNearest))
    #expect(Metric(name: "fpr") == nil)
    #expect(Metric.all.count == 10)
  }

  @Test("the coded form has the keys of the command line")
  func coded() throws {
    let metrics = try DetectionMetrics(inDistribution: [2, 3], outOfDistribution: [0])
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(
      String(decoding: try encoder.encode(metrics), as: UTF8.self)
        == #"{"ap_in":1,"ap_out":1,"aupr_in":1,"aupr_out":1,"auroc":1,"detection_error":0,"#
        + #""fpr95":{"id-at-least":0,"id-nearest":0,"interpolated":0,"ood-at-least":0},"#
        + #""n_id":2,"n_ood":1}"#)
  }

  @Test("accuracy counts matches and refuses lengths that differ")
  func accuracy() throws {
    #expect(try Accuracy.value(predictions: [1, 2, 3, 3], labels: [1, 2, 0, 3]) == 0.75)
    #expect(throws: MetricError.self) { try Accuracy.value(predictions: [1], labels: []) }
    #expect(throws: MetricError.self) { try Accuracy.value(predictions: [], labels: []) }
  }

  @Test("the deviation over seeds divides by n - 1")
  func summary() throws {
    let summary = try Summary([1, 2, 3, 6])
    #expect(summary.mean == 3 && summary.count == 4)
    #expect(summary.standardDeviation == (14.0 / 3).squareRoot())
    #expect(try Summary([5]).standardDeviation == nil)
    #expect(throws: MetricError.self) { try Summary([]) }
  }
}
