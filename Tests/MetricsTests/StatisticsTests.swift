import FoundationEssentials
import TestSupport
import Testing

@testable import Metrics

/// Expected values by scripts/fixtures/statistics.py: pairwise DeLong in NumPy, scipy's quantiles.
struct StatisticsFixture: Decodable {
  struct Case: Decodable {
    let inDistribution: [[Double]]
    let outOfDistribution: [[Double]]
    let auroc: [Double]
    let variance: [Double]
    let interval: [Double]
    let logitInterval: [Double]
    let difference: Double
    let differenceInterval: [Double]
    let pValue: Double

    func scores(_ detector: Int) -> DetectorScores {
      DetectorScores(
        inDistribution: inDistribution[detector], outOfDistribution: outOfDistribution[detector])
    }

    func ranked(_ detector: Int) throws -> RankedScores {
      try RankedScores(
        inDistribution: inDistribution[detector], outOfDistribution: outOfDistribution[detector])
    }
  }
  let cases: [String: Case]
  struct Kendall: Decodable {
    let first: [Double]
    let second: [Double]
    let tau: Double
  }
  let kendall: [Kendall]
  /// Successes, trials, level, lower and upper end.
  let clopperPearson: [[Double]]
  /// a, b, x and the regularised incomplete beta function.
  let betas: [[Double]]
  let normalHalfWidths: [[Double]]
  let studentHalfWidths: [[Double]]

  static func load() throws -> StatisticsFixture {
    let bytes = try Data(contentsOf: URL(filePath: fixture("statistics.json")))
    return try JSONDecoder().decode(StatisticsFixture.self, from: bytes)
  }
}

@Suite("DeLong and the distributions")
struct StatisticsTests {
  private func expectClose(
    _ found: Double, _ expected: Double, _ tolerance: Double = 1e-12,
    location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      abs(found - expected) <= tolerance * max(1, abs(expected)), sourceLocation: location)
  }

  @Test("the variance and intervals agree with the pairwise definition")
  func variance() throws {
    for item in try StatisticsFixture.load().cases.values {
      for detector in 0..<2 {
        let found = try DeLong(item.ranked(detector))
        expectClose(found.auroc, item.auroc[detector])
        expectClose(found.variance, item.variance[detector])
      }
      let found = try DeLong(item.ranked(0))
      let interval = try found.interval(level: 0.95)
      expectClose(interval.lower, max(0, item.interval[0]))
      expectClose(interval.upper, min(1, item.interval[1]))
      let logit = try found.logitInterval(level: 0.95)
      expectClose(logit.lower, item.logitInterval[0])
      expectClose(logit.upper, item.logitInterval[1])
    }
  }

  @Test("the paired test agrees with the covariance of the definition")
  func paired() throws {
    for item in try StatisticsFixture.load().cases.values {
      let found = try DeLong.difference(
        first: item.scores(0), second: item.scores(1), level: 0.95)
      expectClose(found.estimate, item.difference)
      expectClose(found.interval.lower, item.differenceInterval[0])
      expectClose(found.interval.upper, item.differenceInterval[1])
      expectClose(found.pValue, item.pValue)
    }
  }

  @Test("a detector does not differ from itself, nor from a monotone function of itself")
  func itself() throws {
    let scores = DetectorScores(inDistribution: [3, 2, 1.5], outOfDistribution: [1, 2, 0])
    let exponents = DetectorScores(inDistribution: [8, 4, 2.5], outOfDistribution: [2, 4, 1])
    let found = try DeLong.difference(first: scores, second: exponents, level: 0.95)
    #expect(found.estimate == 0 && found.pValue == 1)
    #expect(found.interval == Interval(lower: 0, upper: 0, level: 0.95))
  }

  @Test("perfect separation has no variance")
  func separated() throws {
    let found = try DeLong(
      RankedScores(inDistribution: [3, 2], outOfDistribution: [1, 0]))
    #expect(found.variance == 0)
    #expect(try found.logitInterval(level: 0.9) == Interval(lower: 1, upper: 1, level: 0.9))
  }

  @Test("single scores and sets of other sizes are refused")
  func refusals() throws {
    #expect(throws: MetricError.self) {
      try DeLong(RankedScores(inDistribution: [3], outOfDistribution: [1, 0]))
    }
    let first = DetectorScores(inDistribution: [1, 2], outOfDistribution: [0, 1])
    let second = DetectorScores(inDistribution: [1, 2, 3], outOfDistribution: [0, 1])
    let error = #expect(throws: MetricError.self) {
      try DeLong.difference(first: first, second: second, level: 0.95)
    }
    #expect(
      error?.description
        == "paired scores must be of the same images: 2 and 3 in-distribution, "
        + "2 and 2 out-of-distribution scores")
    #expect(throws: MetricError.self) {
      try DeLong.difference(first: first, second: first, level: 95)
    }
  }

  @Test("half widths of the normal and of Student's distribution agree with scipy")
  func halfWidths() throws {
    let fixture = try StatisticsFixture.load()
    for row in fixture.normalHalfWidths {
      expectClose(NormalDistribution.halfWidth(level: row[0]), row[1], 1e-13)
    }
    for row in fixture.studentHalfWidths {
      let found = StudentDistribution.halfWidth(level: row[0], degreesOfFreedom: Int(row[1]))
      expectClose(found, row[2], 1e-12)
    }
  }

  @Test("the interval over three seeds uses t with two degrees of freedom")
  func seeds() throws {
    // Two degrees of freedom have the closed form t = (2p - 1) / sqrt(2p (1 - p)), here p = 0.975;
    // mean 2, deviation 1.
    let t = 0.95 / (2 * 0.975 * 0.025).squareRoot()
    let interval = try #require(try Summary([1, 2, 3]).interval(level: 0.95))
    expectClose(interval.lower, 2 - t / 3.0.squareRoot())
    expectClose(interval.upper, 2 + t / 3.0.squareRoot())
    #expect(try Summary([1]).interval(level: 0.95) == nil)
  }

  @Test("Holm multiplies the smallest p-value by the number of tests and never turns the order")
  func holm() {
    // By hand: 0.01 x 4, 0.02 x 3, then 0.03 x 2 = 0.06, and 0.04 x 1 raised to 0.06.
    let adjusted = Holm.adjusted([0.04, 0.01, 0.03, 0.02])
    for (found, expected) in zip(adjusted, [0.06, 0.04, 0.06, 0.06]) {
      expectClose(found, expected)
    }
    #expect(Holm.adjusted([0.9, 0.8]) == [1, 1])
    #expect(Holm.adjusted([]).isEmpty)
  }

  @Test("Wilson's interval of a share is scipy's")
  func wilson() throws {
    // scipy 1.17.1: binomtest(k, n).proportion_ci(level, "wilson").
    let expected: [(Double, Int, Double, Double, Double)] = [
      (8, 10, 0.95, 0.4901624715366418, 0.9433178485456248),
      (0, 12, 0.95, 0, 0.24249400665524085), (12, 12, 0.95, 0.7575059933447592, 1),
      (33, 80, 0.9, 0.32627829159550703, 0.5044464770801198),
    ]
    for (successes, trials, level, lower, upper) in expected {
      let interval = try Interval(
        wilsonShare: successes / Double(trials), trials: trials, level: level)
      #expect((interval.lower - lower).magnitude < 1e-12)
      #expect((interval.upper - upper).magnitude < 1e-12)
    }
    #expect(throws: MetricError.self) { try Interval(wilsonShare: 0, trials: 0, level: 0.95) }
    #expect(throws: MetricError.self) { try Interval(wilsonShare: 1.1, trials: 3, level: 0.95) }
  }
}
