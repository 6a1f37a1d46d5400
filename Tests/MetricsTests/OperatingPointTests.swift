import Testing

@testable import Metrics

@Suite("Operating points")
struct OperatingPointTests {
  @Test("Clopper and Pearson's intervals agree with scipy, and so does the beta distribution")
  func clopperPearson() throws {
    let fixture = try StatisticsFixture.load()
    for row in fixture.clopperPearson {
      let found = try Interval(successes: Int(row[0]), trials: Int(row[1]), level: row[2])
      #expect(abs(found.lower - row[3]) <= 1e-10 * row[3], "\(row): \(found)")
      #expect(abs(found.upper - row[4]) <= 1e-10, "\(row): \(found)")
    }
    for row in fixture.betas {
      let found = BetaDistribution.cumulative(row[2], row[0], row[1])
      #expect(abs(found - row[3]) <= 1e-9 * max(row[3], 1e-200), "\(row): \(found)")
    }
    #expect(throws: MetricError.self) { try Interval(successes: 2, trials: 1, level: 0.9) }
  }

  @Test("a marginal threshold is the floor((n + 1)(1 - level))-th score from below")
  func marginal() throws {
    // n = 19: 20 x 0.05 = 1, the lowest score; n = 18: none, so everything is accepted.
    let scores = (1...19).map(Double.init)
    let point = try OperatingPoint(detector: "mcm", validation: scores.reversed())
    #expect(point.threshold(level: 0.95, guarantee: .marginal)?.threshold == 1)
    #expect(point.threshold(level: 0.9, guarantee: .marginal)?.threshold == 2)
    let few = try OperatingPoint(detector: "mcm", validation: Array(scores.dropLast()))
    let threshold = try #require(few.threshold(level: 0.95, guarantee: .marginal))
    #expect(threshold.threshold == nil && threshold.rank == 0)
    #expect(threshold.accepts(-.infinity) && !threshold.accepts(.nan))
    #expect(threshold.smallestValidationCount == 19)
    // 0.1 has no exact binary form; (9 + 1) x 0.1 is 1 all the same.
    let nine = try OperatingPoint(detector: "mcm", validation: (1...9).map(Double.init))
    #expect(nine.threshold(level: 0.9, guarantee: .marginal)?.rank == 1)
  }

  @Test("a confident threshold takes the largest rank whose binomial tail is large enough")
  func confident() throws {
    // By hand for the lowest score: 1 - 0.95^n >= 0.95 from n = 59 on, 1 - 0.99^n from 299 on.
    for (level, count) in [(0.9, 29), (0.95, 59), (0.99, 299)] {
      for (size, rank) in [(count - 1, 0), (count, 1)] {
        let point = try OperatingPoint(
          detector: "mcm", validation: (0..<size).map(Double.init), levels: [level])
        #expect(point.threshold(level: level, guarantee: .confident)?.rank == rank)
      }
      let point = try OperatingPoint(detector: "mcm", validation: [1], levels: [level])
      #expect(
        point.threshold(level: level, guarantee: .confident)?.smallestValidationCount == count)
    }
    // The definition term by term: n = 200, level 0.95.
    var chance = 0.0
    var term = 1.0
    for _ in 0..<200 { term *= 0.95 }
    var largest = 0
    for k in 0...200 {
      // `chance` is P(X < k).
      if 1 - chance >= 0.95 { largest = k }
      chance += term
      term *= Double(200 - k) / Double(k + 1) * 0.05 / 0.95
    }
    let point = try OperatingPoint(
      detector: "mcm", validation: (0..<200).map(Double.init), levels: [0.95])
    #expect(point.threshold(level: 0.95, guarantee: .confident)?.rank == largest)
    #expect(largest == 5)
  }

  @Test("the promises hold over simulated validation sets, continuous and tied")
  func promises() throws {
    // Uniform scores: a threshold t accepts 1 - t of all images, so the true rate is known. On a
    // grid of 20 values it is 1 - ceil(20 t) / 20 + 1 / 20 and can only be larger.
    var source = ResamplingSource(seed: 12, replicate: 0)
    let trials = 2000
    for levels in [1 << 53, 20] as [UInt64] {
      var rates = [0.0, 0.0]
      var kept = 0
      for _ in 0..<trials {
        let scores = (0..<150).map { _ in Double(source.below(levels)) / Double(levels) }
        let point = try OperatingPoint(detector: "mcm", validation: scores, levels: [0.95])
        for (index, threshold) in point.thresholds.enumerated() {
          let rate = 1 - (threshold.threshold ?? 0)
          rates[index] += rate / Double(trials)
          if threshold.guarantee == .confident, rate >= 0.95 - 1e-12 { kept += 1 }
        }
      }
      // The mean rate is 1 - 7 / 151 = 0.9536 without ties, known to 0.0004 here.
      #expect(rates[0] >= 0.95 && rates[1] > rates[0])
      if levels > 20 { #expect(abs(rates[0] - (1 - 7.0 / 151)) < 0.0016) }
      // 95 % promised; 2,000 trials know it to 0.5 %.
      #expect(Double(kept) / Double(trials) >= 0.95 - 0.015)
      if levels > 20 { #expect(Double(kept) / Double(trials) <= 0.985) }
    }
  }

  @Test("ties and infinities never raise a threshold above what the promise allows")
  func extremes() throws {
    let tied = try OperatingPoint(detector: "mcm", validation: [Double](repeating: 2, count: 100))
    #expect(tied.thresholds.allSatisfy { $0.accepts(2) })
    let low = try OperatingPoint(
      detector: "mcm", validation: [Double](repeating: -.infinity, count: 100))
    #expect(low.thresholds.allSatisfy { $0.threshold == nil })
    let high = try OperatingPoint(
      detector: "mcm", validation: [Double](repeating: .infinity, count: 100), levels: [0.9])
    #expect(high.thresholds.allSatisfy { $0.threshold == .greatestFiniteMagnitude })
    #expect(throws: MetricError.self) { try OperatingPoint(detector: "m", validation: []) }
    #expect(throws: MetricError.self) { try OperatingPoint(detector: "m", validation: [.nan]) }
    #expect(throws: MetricError.self) {
      try OperatingPoint(detector: "m", validation: [1], levels: [95])
    }
  }

  @Test("realised rates count what is accepted, with their intervals")
  func realised() throws {
    var point = try OperatingPoint(
      detector: "mcm", validation: (1...99).map(Double.init), levels: [0.9])
    // Rank 10 and, with confidence, less.
    #expect(point.thresholds[0].threshold == 10)
    try point.realise(on: [9, 10, 11, 12], set: "test", role: .inDistribution)
    #expect(point.realised[0].accepted[0] == 3 && point.realised[0].rate(0) == 0.75)
    let interval = try point.realised[0].interval(0)
    #expect(interval == (try Interval(successes: 3, trials: 4, level: 0.95)))
    #expect(throws: MetricError.self) {
      try point.realise(on: [], set: "far", role: .outOfDistribution)
    }
  }
}
