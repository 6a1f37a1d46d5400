import RandomStreams
import Testing

@Suite("Random streams")
struct RandomSourceTests {
  private func numbers(_ source: RandomSource, _ count: Int) -> [UInt32] {
    var source = source
    return (0..<count).map { _ in source.nextUInt32() }
  }

  /// A second implementation of the documentation in Python gave these; they must never change, or
  /// resumed runs and committed records lose their meaning.
  @Test("give the same numbers for ever")
  func golden() {
    #expect(
      numbers(RandomSource(seed: 7, purpose: "shuffle", index: 3), 6) == [
        0xa285_34ed, 0x6cf4_473a, 0xe8b6_bc54, 0x0a54_2ac0, 0x2fce_1dcb, 0x9236_126e,
      ])
    #expect(
      numbers(RandomSource(seed: 0x1234_5678_9abc_def0, purpose: ""), 5) == [
        0x4f7b_ff64, 0xe22a_fcc8, 0xbeb5_cfe2, 0x4c1a_be9b, 0x5c16_a05e,
      ])
    var random = RandomSource(seed: 1, purpose: "batches", index: 2)
    #expect(random.permutation(of: 10) == [5, 6, 2, 4, 8, 3, 9, 1, 0, 7])
  }

  @Test("differ by seed, purpose and index, and by nothing else")
  func independence() {
    let base = numbers(RandomSource(seed: 1, purpose: "a"), 8)
    #expect(base == numbers(RandomSource(seed: 1, purpose: "a", index: 0), 8))
    let others = [
      RandomSource(seed: 2, purpose: "a"), RandomSource(seed: 1 << 32 | 1, purpose: "a"),
      RandomSource(seed: 1, purpose: "b"), RandomSource(seed: 1, purpose: "a", index: 1),
    ].map { numbers($0, 8) }
    #expect(Set(others + [base]).count == 5)
  }

  @Test("a copy goes on by itself")
  func value() {
    var random = RandomSource(seed: 1, purpose: "copy")
    _ = random.nextUInt32()
    let copy = random
    _ = random.nextUInt64()
    #expect(numbers(copy, 3) != numbers(random, 3))
    #expect(numbers(copy, 3) == numbers(copy, 3))
  }

  @Test("a permutation holds every index once", arguments: [0, 1, 2, 3, 17, 1000])
  func permutation(count: Int) {
    var random = RandomSource(seed: 3, purpose: "permutation")
    let order = random.permutation(of: count)
    #expect(order.sorted() == [Int](0..<count))
  }

  @Test("every permutation of three comes equally often")
  func uniformPermutations() {
    var random = RandomSource(seed: 4, purpose: "permutations")
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6000 { counts[random.permutation(of: 3), default: 0] += 1 }
    #expect(counts.count == 6)
    // The standard deviation of a count is 29; five of them are 145.
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 145 })
  }

  @Test("integers below a bound are uniform", arguments: [1, 2, 3, 7, 10])
  func below(bound: Int) {
    var random = RandomSource(seed: 5, purpose: "below")
    var counts = [Int](repeating: 0, count: bound)
    let draws = 1000 * bound
    for _ in 0..<draws { counts[random.below(bound)] += 1 }
    // The variance of a count is below 1000.
    #expect(counts.allSatisfy { abs($0 - 1000) < 160 })
  }

  @Test("uniform numbers lie in [0, 1) with mean 1/2 and variance 1/12")
  func uniform() {
    var random = RandomSource(seed: 6, purpose: "uniform")
    let values = (0..<20_000).map { _ in random.uniform() }
    #expect(values.allSatisfy { $0 >= 0 && $0 < 1 })
    let mean = values.reduce(0, +) / 20_000
    let variance = values.reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) } / 20_000
    // Five standard errors: 5 sqrt(1 / 12 / n), 5 sqrt(1 / 180 / n).
    #expect(abs(mean - 0.5) < 0.0103)
    #expect(abs(variance - 1.0 / 12) < 0.0027)
    let scaled = (0..<100).map { _ in random.uniform(-2, 3) }
    #expect(scaled.allSatisfy { $0 >= -2 && $0 < 3 })
  }

  @Test("normal numbers have the moments 0, 1, 0, 3")
  func normal() {
    var random = RandomSource(seed: 7, purpose: "normal")
    let count = 20_000
    let values = (0..<count).map { _ in random.normal() }
    func moment(_ power: Int) -> Double {
      values.reduce(0) { sum, value in
        sum + (0..<power).reduce(1) { product, _ in product * value }
      } / Double(count)
    }
    // Five standard errors: the variances of x, x^2, x^3, x^4 are 1, 2, 15, 96.
    let error = 5 / Double(count).squareRoot()
    #expect(abs(moment(1)) < error)
    #expect(abs(moment(2) - 1) < error * 1.42)
    #expect(abs(moment(3)) < error * 3.88)
    #expect(abs(moment(4) - 3) < error * 9.8)
  }

  @Test("normal numbers are scaled, and one stream gives them one by one or at once")
  func normals() {
    var one = RandomSource(seed: 8, purpose: "normals")
    var other = one
    let values = one.normals(5, standardDeviation: 0.02)
    #expect(values == (0..<5).map { _ in Float(other.normal() * 0.02) })
  }
}
