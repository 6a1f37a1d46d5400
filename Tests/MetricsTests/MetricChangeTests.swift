import FoundationEssentials
import TestSupport
import Testing

@testable import Metrics

/// Expected values by scripts/fixtures/guard.py: paired bootstraps in NumPy from their definition.
private struct ChangeFixture: Decodable {
  struct Case: Decodable {
    let old: [[Double]]
    let new: [[Double]]
    let auroc: [Double]
    let auroc_change: Double
    let fpr95: [Double]
    let fpr95_change: Double
  }
  struct Accuracy: Decodable {
    let old: [Int]
    let new: [Int]
    let change: Double
    let interval: [Double]
  }
  let level: Double
  let replicates: Int
  let detection: [Case]
  let accuracy: Accuracy

  static func load() throws -> ChangeFixture {
    let bytes = try Data(contentsOf: URL(filePath: fixture("guard.json")))
    return try JSONDecoder().decode(ChangeFixture.self, from: bytes)
  }
}

@Suite("The change of a metric between two versions")
struct MetricChangeTests {
  /// A tenth of a point.
  private static let tolerance = 0.001

  @Test("has the interval of an independent paired bootstrap, within a tenth of a point")
  func interval() throws {
    let fixture = try ChangeFixture.load()
    let bootstrap = try Bootstrap(replicates: fixture.replicates, seed: 1)
    for item in fixture.detection {
      let pair = try PairedScores(
        first: DetectorScores(inDistribution: item.old[0], outOfDistribution: item.old[1]),
        second: DetectorScores(inDistribution: item.new[0], outOfDistribution: item.new[1]))
      let metrics: [Metric] = [.auroc, .fpr95(.idNearest)]
      let changes = bootstrap.changes(of: metrics, on: [pair])
      let expected = [(item.auroc, item.auroc_change), (item.fpr95, item.fpr95_change)]
      for (m, (interval, change)) in expected.enumerated() {
        let found = try MetricChange(
          estimate: -pair.difference(of: metrics[m]), replicates: changes[m], level: fixture.level)
        #expect(abs(found.estimate - change) < 1e-12)
        #expect(abs(found.interval.lower - interval[0]) < MetricChangeTests.tolerance)
        #expect(abs(found.interval.upper - interval[1]) < MetricChangeTests.tolerance)
      }
    }
    let accuracy = fixture.accuracy
    let changes = bootstrap.changes(
      ofShares: [(first: accuracy.old.map { $0 == 1 }, second: accuracy.new.map { $0 == 1 })])
    let found = try MetricChange(
      estimate: accuracy.change, replicates: changes, level: fixture.level)
    #expect(abs(found.interval.lower - accuracy.interval[0]) < MetricChangeTests.tolerance)
    #expect(abs(found.interval.upper - accuracy.interval[1]) < MetricChangeTests.tolerance)
  }

  @Test("has a p-value below the least that replicates can count, by their mean and deviation")
  func smallPValue() throws {
    // Mean 3 and sample deviation 1, none at or below zero: 2 (1 - Phi(3)) = 0.0026998 by tables,
    // less than 2 / (4 + 1).
    let root = 0.75.squareRoot()
    let change = try MetricChange(
      estimate: 3, replicates: [3 - root, 3 + root, 3 - root, 3 + root], level: 0.95)
    #expect(abs(change.standardError - 1) < 1e-12)
    #expect(abs(change.pValue - 0.002_699_8) < 1e-7)
    // Replicates on both sides are counted: 2 (1 + 1) / (4 + 1).
    let counted = try MetricChange(estimate: 1, replicates: [-1, 1, 2, 3], level: 0.95)
    #expect(abs(counted.pValue - 0.8) < 1e-12)
    #expect(try MetricChange(estimate: 0, replicates: [0, 0], level: 0.95).pValue == 1)
    #expect(try MetricChange(estimate: 1, replicates: [1, 1], level: 0.95).pValue == 0)
  }

  @Test("names the number of images that would decide")
  func countNeeded() throws {
    let root = 0.75.squareRoot()
    let change = try MetricChange(
      estimate: 1, replicates: [1 - root, 1 + root, 1 - root, 1 + root], level: 0.95)
    // (1.959964 + 0.841621)^2 = 7.848879, the textbook's number for 5 % and 80 %; times 100.
    #expect(change.countNeeded(from: 100, alpha: 0.05) == 785)
    #expect(
      try MetricChange(estimate: 0, replicates: [0], level: 0.95).countNeeded(from: 9, alpha: 0.05)
        == nil)
  }

  @Test("is judged by separate intervals as significant just where they do not overlap")
  func separate() {
    func change(_ gap: Double) -> MetricChange {
      MetricChange(
        from: 0.5, in: Interval(lower: 0.4, upper: 0.6, level: 0.95), to: 0.5 + gap,
        in: Interval(lower: 0.35 + gap, upper: 0.65 + gap, level: 0.95))
    }
    #expect(change(0.249).pValue > 0.05)
    #expect(change(0.251).pValue < 0.05)
    #expect(change(0.251).interval.lower > 0)
    #expect(change(0).pValue == 1)
  }

  @Test("of several seeds is wider than that of their mean, for seeds are drawn, too")
  func seeds() throws {
    func pair(_ shift: Double) throws -> PairedScores {
      let id = (0..<100).map { Double($0 % 10) + 3 }
      let ood = (0..<100).map { Double($0 % 10) }
      return try PairedScores(
        first: DetectorScores(inDistribution: id, outOfDistribution: ood),
        second: DetectorScores(inDistribution: id.map { $0 + shift }, outOfDistribution: ood))
    }
    let bootstrap = try Bootstrap(replicates: 400, seed: 3)
    let pairs = try [pair(2), pair(-2)]
    let changes = bootstrap.changes(of: [.auroc], on: pairs)[0]
    // A quarter of the draws has the first seed only, which is better, a quarter the second only.
    #expect(changes.count { $0 > 0.05 } > 60)
    #expect(changes.count { $0 < -0.05 } > 60)
    let single = bootstrap.changes(of: [.auroc], on: [pairs[0]])[0]
    #expect(single == bootstrap.differences(of: [.auroc], on: pairs[0])[0].map { -$0 })
  }
}
