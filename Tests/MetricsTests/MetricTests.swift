import FoundationEssentials
import Testing

@testable import Metrics

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

  @Test("of constant scores each convention tells another story, as documented")
  func constantAreas() throws {
    // Trapezoid from (0, 1) to (1, 0.5): 0.75; one step of precision 0.5.
    let found = try DetectionMetrics(
      inDistribution: [Double](repeating: 1, count: 10),
      outOfDistribution: [Double](repeating: 1, count: 10))
    #expect(found.auprIn == 0.75 && found.auprOut == 0.75)
    #expect(found.apIn == 0.5 && found.apOut == 0.5 && found.auroc == 0.5)
  }

  @Test("the rate at other levels follows the same rules")
  func otherLevels() throws {
    // oodeel's tpr50fpr = 0.6 is 1 minus the rate at which half of the in-distribution samples are
    // accepted: at -0.2 all five are, and two of five others.
    func rate(_ convention: FPR95Convention, _ level: Double) throws -> Double {
      try FPR.value(
        inDistribution: inside, outOfDistribution: outside, convention: convention, level: level)
    }
    #expect(try rate(.idAtLeast, 0.5) == 0.4)
    #expect(try rate(.idAtLeast, 0.2) == 0)
    // Three of five others lie at -1, below all of the in-distribution scores.
    #expect(try rate(.oodAtLeast, 0.6) == 0)
    #expect(try rate(.oodAtLeast, 0.61) == 0.8)
    for convention in FPR95Convention.allCases {
      let found = try FPR95.value(
        inDistribution: inside, outOfDistribution: outside, convention: convention)
      #expect(try rate(convention, 0.95) == found)
    }
    #expect(throws: MetricError.self) { try rate(.idNearest, 95) }
  }

  @Test("a level is reached by the decimal share, not by its binary neighbour")
  func smallestCounts() {
    // In binary 0.95 is above 19/20 and 0.9 above 9/10; the shares round to the same numbers.
    for scale in 1...400 {
      #expect(smallestCount(of: 20 * scale, reaching: 0.95) == 19 * scale)
      #expect(smallestCount(of: 10 * scale, reaching: 0.9) == 9 * scale)
      #expect(smallestCount(of: 100 * scale, reaching: 0.99) == 99 * scale)
    }
    #expect(smallestCount(of: 1, reaching: 0.01) == 1)
    #expect(smallestCount(of: 19, reaching: 0.95) == 19)
  }

  @Test("every metric states its rule and who uses it, and positive classes where they matter")
  func facts() {
    for metric in Metric.all {
      #expect(!metric.facts.rule.isEmpty && !metric.facts.usedBy.isEmpty)
    }
    #expect(FPR95Convention.oodAtLeast.facts.positive == .outOfDistribution)
    #expect(FPR95Convention.oodAtLeast.facts.usedBy.contains("OpenOOD"))
    #expect(FPR95Convention.idNearest.facts.usedBy.contains("MCM"))
    #expect(Metric.auroc.facts.positive == nil)
    #expect(
      Metric.aupr(.outOfDistribution, .trapezoid).facts.summary.hasPrefix(
        "out-of-distribution samples positive: "))
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
