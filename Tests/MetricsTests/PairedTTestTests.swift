import Foundation
import Metrics
import TestSupport
import Testing

/// Expected values by scripts/fixtures/paired_t.py (scipy), and by hand.
@Suite("The paired t-test over seeds")
struct PairedTTestTests {
  private struct Fixture: Decodable {
    struct Case: Decodable {
      let first: [Double]
      let second: [Double]
      let t: Double
      let pValue: Double
    }
    let cases: [Case]
  }

  private func test(_ first: [Double], _ second: [Double]) -> PairedTTest? {
    PairedTTest(zip(first, second).map { (first: $0, second: $1) })
  }

  @Test("agrees with scipy from 2 to 31 seeds, against rows with and without spread")
  func scipy() throws {
    let bytes = try Data(contentsOf: URL(filePath: fixture("paired-t.json")))
    let cases = try JSONDecoder().decode(Fixture.self, from: bytes).cases
    #expect(cases.count == 16)
    for item in cases {
      let found = try #require(test(item.first, item.second))
      #expect(abs(found.t - item.t) <= 1e-9 * abs(item.t))
      #expect(abs(found.pValue - item.pValue) <= 1e-12)
    }
  }

  // d = 1, 2, 3: mean 2, sd 1, t = 2 sqrt(3); at 2 degrees of freedom p = 1 - t / sqrt(t^2 + 2).
  @Test("three differences by hand, and the same exchanged")
  func byHand() throws {
    let found = try #require(test([5, 7, 9], [4, 5, 6]))
    #expect(found.difference == 2 && found.degreesOfFreedom == 2)
    #expect(abs(found.t - 12.0.squareRoot()) < 1e-14)
    #expect(abs(found.pValue - (1 - (12.0 / 14).squareRoot())) < 1e-14)
    let exchanged = try #require(test([4, 5, 6], [5, 7, 9]))
    #expect(exchanged.t == -found.t && exchanged.pValue == found.pValue)
  }

  @Test("differences that cancel give a p-value of 1")
  func cancelling() throws {
    let found = try #require(test([1, 2], [2, 1]))
    #expect(found.t == 0 && found.pValue == 1)
  }

  @Test("single pairs, equal differences and numbers that are not finite cannot be tested")
  func untestable() {
    #expect(test([], []) == nil)
    #expect(test([1], [0]) == nil)
    #expect(test([0.5, 0.5, 0.5], [0.5, 0.5, 0.5]) == nil)
    // 0.3 - 0.2 and 0.8 - 0.7 differ in the last bits only.
    #expect(test([0.3, 0.8], [0.2, 0.7]) == nil)
    #expect(test([0.3, .nan], [0.2, 0.7]) == nil)
    #expect(test([.infinity, 1], [0, 2]) == nil)
  }
}
