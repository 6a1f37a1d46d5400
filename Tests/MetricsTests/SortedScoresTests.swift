import Testing

@testable import Metrics

@Suite("Sorting of scores")
struct SortedScoresTests {
  /// A fixed sequence of 64 random bits (SplitMix64).
  private func bits(_ count: Int) -> [UInt64] {
    var state: UInt64 = 5
    return (0..<count).map { _ in
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
  }

  @Test("orders any bit patterns as the standard sort does", arguments: [1, 7, 511, 512, 70_001])
  func anyPattern(count: Int) throws {
    let scores =
      bits(count).map { Double(bitPattern: $0) }.filter { !$0.isNaN } + [.infinity, -0.0]
    let keys = try SortedScores(scores, of: .inDistribution).keys
    #expect(keys == scores.sorted(by: >).map(SortedScores.key))
  }

  @Test("orders scores that were single precision, whose low digits are equal")
  func singlePrecision() throws {
    let scores = bits(5000).map { Double(Float(Int64(bitPattern: $0) % 1000) / 7) }
    let keys = try SortedScores(scores, of: .inDistribution).keys
    #expect(keys == scores.sorted(by: >).map(SortedScores.key))
  }

  @Test("orders scores that agree in their leading 40 bits, in short runs and long ones")
  func closeScores() throws {
    // Steps of the last place above 1 and 2 (short runs) and below 1 (one long run), beside a far
    // outlier that takes the leading bits.
    let order = bits(4000)
    let near = order.map { 1 - Double($0 % 100_000) * 0x1p-53 }
    let pairs = order.map { Double(1 + $0 % 700) + Double($0 >> 60) * 0x1p-40 }
    let scores = near + [-1e300] + pairs + near
    let keys = try SortedScores(scores, of: .inDistribution).keys
    #expect(keys == scores.sorted(by: >).map(SortedScores.key))
    let equal = try SortedScores([Double](repeating: 3, count: 600), of: .inDistribution).keys
    #expect(equal == [UInt64](repeating: SortedScores.key(of: 3), count: 600))
  }

  @Test("a key gives its score back")
  func inverse() {
    let scores: [Double] = [-.infinity, -2.5, -.leastNonzeroMagnitude, 0, 1e-300, 7, .infinity]
    for score in scores { #expect(SortedScores.score(of: SortedScores.key(of: score)) == score) }
  }

  @Test("keys fall as scores rise, and the zeros share one")
  func order() {
    let tiny = Double.leastNonzeroMagnitude
    let rising: [Double] = [-.infinity, -1, -tiny, 0, tiny, 1, .infinity]
    let keys = rising.map(SortedScores.key)
    #expect(keys == keys.sorted(by: >))
    #expect(SortedScores.key(of: -0.0) == SortedScores.key(of: 0.0))
  }

  @Test("large sets agree with the definition of AUROC pair by pair")
  func pairs() throws {
    let values = bits(5000).map { Double($0 % 97) }
    let inside = Array(values[..<2500])
    let outside = Array(values[2500...])
    var doubled = 0
    for a in inside { for b in outside { doubled += a > b ? 2 : a == b ? 1 : 0 } }
    #expect(
      try AUROC.value(inDistribution: inside, outOfDistribution: outside)
        == Double(doubled) / Double(2 * 2500 * 2500))
  }
}
