import Metrics
import Testing

/// Expected values: scipy 1.17.1, by scripts/fixtures/statistics.py.
@Suite("Rank correlation of detectors")
struct RedundancyTests {
  @Test("tau-b agrees with scipy, under ties too")
  func kendall() throws {
    for item in try StatisticsFixture.load().kendall {
      let found = try #require(try KendallTau.value(item.first, item.second))
      #expect(abs(found - item.tau) <= 1e-14)
      #expect(try KendallTau.value(item.second, item.first) == found)
      #expect(try KendallTau.value(item.first, item.first) == 1)
      #expect(try KendallTau.value(item.first, item.first.map { -$0 }) == -1)
    }
  }

  @Test("large sets agree with the definition pair by pair")
  func definition() throws {
    // A fixed sequence with many ties in both.
    let first = (0..<1500).map { i in Double((i * 7919) % 101) }
    let second = (0..<1500).map { i in first[i] + Double((i * 104_729) % 53) }
    func sign(_ a: Double, _ b: Double) -> Int { a == b ? 0 : a < b ? -1 : 1 }
    var balance = 0
    var untiedFirst = 0
    var untiedSecond = 0
    for i in 0..<1500 {
      for j in 0..<i {
        balance += sign(first[i], first[j]) * sign(second[i], second[j])
        untiedFirst += first[i] == first[j] ? 0 : 1
        untiedSecond += second[i] == second[j] ? 0 : 1
      }
    }
    let expected =
      Double(balance) / (Double(untiedFirst).squareRoot() * Double(untiedSecond).squareRoot())
    #expect(try KendallTau.value(first, second) == expected)
  }

  @Test("a constant detector has no rank correlation; infinities are ordered")
  func edges() throws {
    #expect(try KendallTau.value([1, 1, 1], [1, 2, 3]) == nil)
    #expect(try KendallTau.value([-.infinity, 0, .infinity], [1, 2, 3]) == 1)
    #expect(throws: MetricError.self) { try KendallTau.value([1], [1]) }
    #expect(throws: MetricError.self) { try KendallTau.value([1, 2], [1, 2, 3]) }
    #expect(throws: MetricError.self) { try KendallTau.value([1, .nan], [1, 2]) }
  }

  @Test("the matrix is symmetric and marks detectors that order alike or in reverse")
  func matrix() throws {
    let base = (0..<50).map { Double(($0 * 37) % 50) }
    let other = (0..<50).map { Double(($0 * 11) % 50) }
    let found = try Redundancy([base, base.map { 3 * $0 + 1 }, other, base.map { -$0 }])
    #expect(found.tau[0][1] == 1 && found.tau[0][3] == -1 && found.tau[2][2] == 1)
    #expect(found.tau[0][2] == found.tau[2][0])
    #expect(
      found.redundantPairs.map { [$0.first, $0.second] } == [[0, 1], [0, 3], [1, 3]])
    #expect(throws: MetricError.self) { try Redundancy([[1, 2], [1, 2, 3]]) }
  }
}
