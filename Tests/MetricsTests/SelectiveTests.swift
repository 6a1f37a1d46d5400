import FoundationEssentials
import TestSupport
import Testing

@testable import Metrics

/// Logits with what they should give, by scripts/fixtures/selective.py.
private struct SelectiveCase: Decodable {
  let classes: Int
  let logits: [Double]
  let labels: [Int]
  let expected: [String: Double]
  let temperature: Double?

  static func all() throws -> [String: SelectiveCase] {
    let bytes = try Data(contentsOf: URL(filePath: fixture("selective.json")))
    return try JSONDecoder().decode([String: SelectiveCase].self, from: bytes)
  }

  func images(scale: Double = 1) throws -> Classifications {
    try Classifications(logits: logits, classes: classes, labels: labels, scale: scale)
  }
}

/// Expected values: scikit-learn 1.9.1, scipy 1.17.1 and the definitions in NumPy.
@Suite("Calibration and selective prediction")
struct SelectiveTests {
  @Test("every metric agrees with scikit-learn or its definition to 1e-12")
  func agrees() throws {
    for (name, item) in try SelectiveCase.all() {
      let images = try item.images()
      let curve = try RiskCoverage(confidences: images.confidences, isCorrect: images.isCorrect)
      var found: [String: Double] = [:]
      for metric in ClassificationMetric.all { found[metric.name] = try metric.value(of: images) }
      for metric in SelectiveMetric.all { found[metric.name] = metric.value(of: curve) }
      for (metric, expected) in item.expected {
        let value = try #require(found[metric])
        #expect(
          abs(value - expected) <= 1e-12 * max(1, abs(expected)),
          "\(metric) of \(name): \(value), \(expected)")
      }
    }
  }

  @Test("the temperature is the root of the likelihood's slope, or refused where there is none")
  func temperature() throws {
    for (name, item) in try SelectiveCase.all() {
      let found = try? TemperatureScaling.fit(
        logits: item.logits, classes: item.classes, labels: item.labels)
      #expect((found == nil) == (item.temperature == nil), "\(name)")
      guard let found, let expected = item.temperature else { continue }
      #expect(abs(found / expected - 1) <= 1e-12, "\(name): \(found), \(expected)")
      let scaled = try item.images(scale: 1 / found)
      let plain = try item.images()
      #expect(scaled.isCorrect == plain.isCorrect)
      #expect(
        try ClassificationMetric.negativeLogLikelihood.value(of: scaled)
          <= ClassificationMetric.negativeLogLikelihood.value(of: plain))
    }
  }

  @Test("the temperature of scaled logits is scaled, from 1e-6 to 1e6")
  func temperatureScale() throws {
    let item = try #require(SelectiveCase.all()["ten classes"])
    let expected = try #require(item.temperature)
    for factor in [1e-6, 1e-3, 1e3, 1e6] {
      let found = try TemperatureScaling.fit(
        logits: item.logits.map { $0 * factor }, classes: item.classes, labels: item.labels)
      #expect(abs(found / (expected * factor) - 1) <= 1e-12)
    }
  }

  @Test("a likelihood without a maximum is refused, with what to do")
  func noTemperature() {
    let right = #expect(throws: MetricError.self) {
      try TemperatureScaling.fit(logits: [1, 0, 0, 1], classes: 2, labels: [0, 1])
    }
    #expect(right?.description.contains("every image is classified rightly") == true)
    let wrong = #expect(throws: MetricError.self) {
      try TemperatureScaling.fit(logits: [1, 0, 0, 1], classes: 2, labels: [1, 0])
    }
    #expect(wrong?.description.contains("order of the classes") == true)
  }

  @Test("torch-uncertainty's example has an area of 1/12 by trapezoids")
  func torchUncertainty() throws {
    // Confidences 0.7 right, 0.6 wrong, 0.8 right: risks 0, 0, 1/3; by trapezoids over coverage
    // 1/3 to 1, (0 + 1/6) / 2.
    let curve = try RiskCoverage(confidences: [0.7, 0.6, 0.8], isCorrect: [true, false, true])
    #expect(abs(AURC.value(of: curve, rule: .trapezoid) - 1.0 / 12) < 1e-16)
    #expect(abs(AURC.value(of: curve, rule: .mean) - 1.0 / 9) < 1e-16)
    #expect(AURC.excess(of: curve, rule: .mean) == 0)
    #expect(AUGRC.value(of: curve) == 1.0 / 18)
  }

  @Test("images of equal confidence count as the mean over all their orders")
  func ties() throws {
    let confidences = [0.9, 0.5, 0.5, 0.5, 0.5, 0.2]
    let isCorrect = [true, false, true, true, false, false]
    var sums = [0.0, 0.0]
    var orders = 0
    permute(Array(1...4)) { order in
      let sequence = ([0] + order + [5]).map { isCorrect[$0] }
      var errors = 0.0
      var risks: [Double] = []
      for (k, isRight) in sequence.enumerated() {
        errors += isRight ? 0 : 1
        risks.append(errors / Double(k + 1))
      }
      let sum = risks.reduce(0, +)
      sums[0] += (sum - 0.5 * (risks[0] + risks[5])) / 5
      sums[1] += sum / 6
      orders += 1
    }
    #expect(orders == 24)
    let curve = try RiskCoverage(confidences: confidences, isCorrect: isCorrect)
    #expect(abs(AURC.value(of: curve, rule: .trapezoid) - sums[0] / 24) < 1e-15)
    #expect(abs(AURC.value(of: curve, rule: .mean) - sums[1] / 24) < 1e-15)
  }

  private func permute(_ items: [Int], _ body: ([Int]) -> Void, prefix: [Int] = []) {
    if items.isEmpty { return body(prefix) }
    for (index, item) in items.enumerated() {
      var rest = items
      rest.remove(at: index)
      permute(rest, body, prefix: prefix + [item])
    }
  }

  @Test("augrc is (1 - AUROC_f) acc (1 - acc) + (1 - acc)^2 / 2, also under ties")
  func identity() throws {
    var source = ResamplingSource(seed: 3, replicate: 0)
    for levels in [3, 10, 1_000_000] as [UInt64] {
      let confidences = (0..<400).map { _ in Double(source.below(levels)) }
      let isCorrect = confidences.map {
        Double(source.below(1000)) < 300 + 400 * $0 / Double(levels)
      }
      let curve = try RiskCoverage(confidences: confidences, isCorrect: isCorrect)
      let failures = try FailureDetection(confidences: confidences, isCorrect: isCorrect)
      let auroc = try #require(failures.errors)
      let accuracy = 1 - Double(curve.errorCount) / 400
      let expected =
        (1 - auroc) * accuracy * (1 - accuracy) + 0.5 * (1 - accuracy) * (1 - accuracy)
      #expect(abs(AUGRC.value(of: curve) - expected) < 1e-15)
    }
  }

  @Test("neither the order of the images nor a monotone function of the confidence changes an area")
  func invariance() throws {
    let item = try #require(SelectiveCase.all()["duplicate rows"])
    let images = try item.images()
    let order = images.confidences.indices.map { ($0 * 37) % images.count }
    let shuffled = images.selecting(order)
    let curve = try RiskCoverage(confidences: images.confidences, isCorrect: images.isCorrect)
    for confidences in [shuffled.confidences, shuffled.confidences.map { 5 * $0 - 1 }] {
      let other = try RiskCoverage(confidences: confidences, isCorrect: shuffled.isCorrect)
      for metric in SelectiveMetric.all {
        #expect(metric.value(of: curve) == metric.value(of: other), "\(metric.name)")
      }
    }
    for metric in ClassificationMetric.all {
      let difference = try metric.value(of: images) - metric.value(of: shuffled)
      #expect(abs(difference) < 1e-15, "\(metric.name)")
    }
  }

  @Test("images of equal confidence share their accuracy across the border of equal masses")
  func massTies() throws {
    // One confidence for all: every bin has accuracy 0.6 and confidence 0.5.
    let isCorrect = (0..<45).map { $0 < 27 }
    let found = try CalibrationError.value(
      confidences: [Double](repeating: 0.5, count: 45), isCorrect: isCorrect, bins: .equalMass)
    #expect(abs(found - 0.1) < 1e-15)
  }

  @Test("a bin is open below: 0.2 of five bins lies in the first, 0 too")
  func borders() throws {
    // Confidences 0, 0.2 and 0.2 + a bit, all wrong: gaps 0.2 in the first bin, 0.2... in the next.
    let next = (0.2).nextUp
    let found = try CalibrationError.value(
      confidences: [0, 0.2, next], isCorrect: [true, false, false], bins: .equalWidth, binCount: 5)
    #expect(abs(found - (abs(1 - 0.2) + next) / 3) < 1e-15)
    #expect(throws: MetricError.self) {
      try CalibrationError.value(confidences: [1.5], isCorrect: [true], bins: .equalWidth)
    }
  }

  @Test("the curve has a point per distinct confidence and ends at the error rate")
  func curve() throws {
    let curve = try RiskCoverage(
      confidences: [0.9, 0.5, 0.5, -.infinity], isCorrect: [true, false, true, false])
    #expect(
      curve.points == [
        .init(threshold: 0.9, coverage: 0.25, selectiveRisk: 0, generalizedRisk: 0),
        .init(threshold: 0.5, coverage: 0.75, selectiveRisk: 1.0 / 3, generalizedRisk: 0.25),
        .init(threshold: -.infinity, coverage: 1, selectiveRisk: 0.5, generalizedRisk: 0.5),
      ])
  }

  @Test("out-of-distribution images can count as errors, and both failures are told apart")
  func outOfDistribution() throws {
    let confidences = [0.9, 0.8, 0.3]
    let isCorrect = [true, false, true]
    let curve = try RiskCoverage(
      confidences: confidences, isCorrect: isCorrect, outOfDistribution: [0.5, 0.1])
    #expect(curve.count == 5 && curve.errorCount == 3)
    #expect(curve.points.map(\.generalizedRisk) == [0, 0.2, 0.4, 0.4, 0.6])
    let failures = try FailureDetection(
      confidences: confidences, isCorrect: isCorrect, outOfDistribution: [0.5, 0.1])
    // Right 0.9, 0.3 against wrong 0.8: 1 of 2; against 0.5, 0.1: 3 of 4; wrong against them: 2 of 2.
    #expect(failures.errors == 0.5)
    #expect(failures.outOfDistribution == 0.75)
    #expect(failures.outOfDistributionAgainstErrors == 1)
    #expect(try FailureDetection(confidences: [1], isCorrect: [true]).errors == nil)
  }

  @Test("shapes, labels, NaN and empty sets are refused")
  func refusals() {
    let faults: [() throws -> Any] = [
      { try Classifications(logits: [1, 2, 3], classes: 2, labels: [0]) },
      { try Classifications(logits: [1, 2], classes: 2, labels: [2]) },
      { try Classifications(logits: [1, .nan], classes: 2, labels: [0]) },
      { try Classifications(logits: [1, .infinity], classes: 2, labels: [0]) },
      { try Classifications(logits: [], classes: 2, labels: []) },
      { try Classifications(logits: [1, 2], classes: 2, labels: [0], scale: 0) },
      { try RiskCoverage(confidences: [.nan], isCorrect: [true]) },
      { try RiskCoverage(confidences: [], isCorrect: []) },
      { try RiskCoverage(confidences: [1], isCorrect: [true], outOfDistribution: [.nan]) },
    ]
    for fault in faults { #expect(throws: MetricError.self) { _ = try fault() } }
  }

  @Test("every metric of the project is described by one name")
  func descriptions() {
    let names = MetricDescription.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in [
      "auroc", "aupr-in", "aupr-out", "ap-in", "ap-out", "fpr95", "detection-error", "accuracy",
      "ece", "nll", "brier", "aurc", "augrc", "autc",
    ] {
      #expect(MetricDescription(name: name) != nil, "\(name)")
    }
    #expect(MetricDescription(name: "ece")?.name == "ece/equal-width")
    #expect(MetricDescription(name: "aurc")?.higherIsBetter == false)
    #expect(MetricDescription(name: "oscr") == nil)
  }
}
