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
