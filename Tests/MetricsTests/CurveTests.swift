import RandomStreams
import Testing

@testable import Metrics

@Suite("Curves on grids")
struct CurveTests {
  private func normal(_ count: Int, mean: Double, seed: UInt64) -> [Double] {
    var source = RandomSource(seed: seed, purpose: "scores")
    return (0..<count).map { _ in mean + source.normal() }
  }

  @Test("the ROC curve has the most that a threshold within each false positive rate accepts")
  func roc() throws {
    // By hand, (FPR, accepted) from the highest threshold: (0, 1) (1/4, 2) (1/4, 3) (3/4, 3) (3/4, 4) (1, 4).
    let scores = try RankedScores(inDistribution: [5, 4, 3, 1], outOfDistribution: [4, 2, 2, 0])
    let rates = [0, 0.2, 0.25, 0.5, 0.74, 0.75, 1]
    #expect(
      try scores.acceptedInDistribution(atFalsePositiveRates: rates) == [1, 1, 3, 3, 3, 4, 4])
    // An in-distribution score tied with the highest other one is not accepted for nothing.
    let tied = try RankedScores(inDistribution: [2, 1], outOfDistribution: [2, 0])
    #expect(try tied.acceptedInDistribution(atFalsePositiveRates: [0, 0.5, 1]) == [0, 2, 2])
    for wrong in [[0, 0], [0.5, 0.25], [-0.1], [1.1], [.nan]] {
      #expect(throws: MetricError.self) {
        try scores.acceptedInDistribution(atFalsePositiveRates: wrong)
      }
    }
  }

  @Test("a rate that is a decimal of the images' number is reached: 2 of 100 are 0.02")
  func decimals() throws {
    // Scores 1 to 100 and an in-distribution score between each two.
    let other = (1...100).map(Double.init)
    let scores = try RankedScores(
      inDistribution: other.map { $0 - 0.5 }, outOfDistribution: other)
    let rates = (0...100).map { Double($0) / 100 }
    // k others lie above the k-th in-distribution score, so k - 1 rates before it.
    #expect(
      try scores.acceptedInDistribution(atFalsePositiveRates: rates) == (0...100).map { $0 })
  }

  @Test("without ties the mean of the ROC curve over all rates is the AUROC, exactly")
  func area() throws {
    let id = normal(301, mean: 1, seed: 1)
    let ood = normal(173, mean: 0, seed: 2)
    let scores = try RankedScores(inDistribution: id, outOfDistribution: ood)
    let rates = (0..<ood.count).map { Double($0) / Double(ood.count) }
    let accepted = try scores.acceptedInDistribution(atFalsePositiveRates: rates)
    // The i-th highest other score has as many in-distribution scores above it as are accepted
    // before it: the Mann-Whitney statistic.
    #expect(
      Double(accepted.reduce(0, +)) / Double(id.count * ood.count) == AUROC.value(of: scores))
    // On any grid the sums of rectangles under and over the steps enclose it.
    let grid = [0, 0.01, 0.03, 0.1, 0.2, 0.5, 0.7, 1]
    let heights = try scores.acceptedInDistribution(atFalsePositiveRates: grid)
      .map { Double($0) / Double(id.count) }
    let widths = zip(grid, grid.dropFirst()).map { $1 - $0 }
    let under = zip(widths, heights).reduce(0) { $0 + $1.0 * $1.1 }
    let over = zip(widths, heights.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(under < AUROC.value(of: scores) && AUROC.value(of: scores) < over)
  }

  @Test("the threshold accepts at least 95 % of its own set, and its FPR is that of id-at-least")
  func threshold() throws {
    // 19 of 20 are 95 %: all but the lowest. 9 of 10 are less.
    #expect(try FPR95.threshold(inDistribution: (1...20).map(Double.init)) == 2)
    #expect(try FPR95.threshold(inDistribution: (1...10).map(Double.init)) == 1)
    #expect(try FPR95.threshold(inDistribution: [7, 7, 7]) == 7)
    #expect(throws: MetricError.self) { try FPR95.threshold(inDistribution: []) }
    for seed in 0..<20 as Range<UInt64> {
      // Rounded, so that there are ties within and between the sets.
      let id = normal(97, mean: 1, seed: seed).map { ($0 * 8).rounded() / 8 }
      let ood = normal(51, mean: 0, seed: seed + 100).map { ($0 * 8).rounded() / 8 }
      let threshold = try FPR95.threshold(inDistribution: id)
      #expect(Double(id.count { $0 >= threshold }) / 97 >= 0.95)
      #expect(Double(id.count { $0 > threshold }) / 97 < 0.95)
      let rate = try FPR95.value(
        inDistribution: id, outOfDistribution: ood, convention: .idAtLeast)
      #expect(Double(ood.count { $0 >= threshold }) / 51 == rate)
    }
  }

  @Test("bins are shared, hold every score once and leave far ones to the outermost")
  func bins() throws {
    let bins = try ScoreBins(covering: [[0, 1, 2, 3], [10]], count: 5)
    #expect(bins.lower == 0 && bins.upper == 10)
    #expect((0...5).map(bins.edge) == [0, 2, 4, 6, 8, 10])
    #expect(try bins.counts(of: [0, 1, 2, 3]) == [2, 2, 0, 0, 0])
    #expect(try bins.counts(of: [10, -.infinity, .infinity, 4]) == [1, 0, 1, 0, 2])
    #expect(throws: MetricError.self) { try bins.counts(of: [.nan]) }
    // Of 400 scores the two lowest and the two highest may lie outside.
    let many = try ScoreBins(covering: [(0..<400).map(Double.init)], count: 4)
    #expect(many.lower == 2 && many.upper == 397)
    #expect(try ScoreBins(covering: [[-.infinity, 3, 4, .infinity]], count: 2).lower == 3)
    let equal = try ScoreBins(covering: [[3, 3]], count: 3)
    #expect(equal.lower == 1.5 && equal.upper == 4.5)
    #expect(try equal.counts(of: [3, 3]) == [0, 2, 0])
    #expect(try ScoreBins(covering: [[.infinity]], count: 1).counts(of: [.infinity]) == [1])
    let huge = try ScoreBins(covering: [[-Double.greatestFiniteMagnitude, 1e305]], count: 2)
    #expect(try huge.counts(of: [-1e308, 1e305]) == [1, 1])
    #expect(throws: MetricError.self) { try ScoreBins(lower: 1, upper: 1, count: 2) }
    #expect(throws: MetricError.self) { try ScoreBins(lower: 0, upper: 1, count: 0) }
  }

  @Test("every score lies between the edges of its bin, however the quotient is rounded")
  func edges() throws {
    let bins = try ScoreBins(lower: 0.1, upper: 0.1 + 0x1p-48, count: 40)
    for step in 0..<64 {
      let score = 0.1 + Double(step) * 0x1p-54
      let counts = try bins.counts(of: [score])
      let bin = try #require(counts.firstIndex(of: 1))
      #expect(bin == 0 || bins.edge(bin) <= score)
      #expect(bin == 39 || score < bins.edge(bin + 1))
    }
  }

  @Test("the risk at a coverage is that of the first threshold that reaches it")
  func risk() throws {
    let curve = try RiskCoverage(
      confidences: [5, 4, 3, 2, 1], isCorrect: [true, true, false, true, false])
    let points = try curve.accepted(atCoverages: [0.1, 0.2, 0.4, 0.6, 0.61, 1])
    #expect(points.map(\.images) == [1, 1, 2, 3, 4, 5])
    #expect(points.map(\.errors) == [0, 0, 0, 1, 1, 2])
    // Three images of one confidence are accepted together.
    let tied = try RiskCoverage(
      confidences: [3, 3, 3, 1], isCorrect: [true, false, true, false])
    let steps = try tied.accepted(atCoverages: [0, 0.25, 0.75, 0.76])
    #expect(steps.map(\.images) == [3, 3, 3, 4])
    #expect(steps.map(\.errors) == [1, 1, 1, 2])
    #expect(throws: MetricError.self) { try curve.accepted(atCoverages: [0.5, 0.5]) }
  }

  @Test("without ties the mean risk over all coverages is the AURC")
  func riskArea() throws {
    let confidences = normal(50, mean: 0, seed: 3)
    let curve = try RiskCoverage(
      confidences: confidences, isCorrect: confidences.indices.map { $0 % 3 > 0 })
    let points = try curve.accepted(atCoverages: (1...50).map { Double($0) / 50 })
    #expect(points.map(\.images) == Array(1...50))
    let mean = points.reduce(0) { $0 + Double($1.errors) / Double($1.images) } / 50
    #expect((mean - AURC.value(of: curve, rule: .mean)).magnitude < 1e-15)
    #expect(points.last?.errors == 17)
  }
}
