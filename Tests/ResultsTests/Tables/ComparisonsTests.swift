import Foundation
import Testing

@testable import Results

@Suite("Comparisons of a table")
struct ComparisonsTests {
  /// The share of tables with a significant best, of many tables whose rows do not differ.
  private func falseFindings(rows: Int, columns: Int, seeds: Int, tables: Int) -> Double {
    var normal = NormalStream()
    var found = 0
    for _ in 0..<tables {
      let values = (0..<columns).map { _ in
        let shared = (0..<seeds).map { _ in normal.next() }
        return (0..<rows).map { _ in
          Measurement(
            Dictionary(
              uniqueKeysWithValues: shared.enumerated().map { ("\($0)", $1 + normal.next()) }))
        }
      }
      let comparisons = Comparisons(
        columns: values, higherIsBetter: (0..<columns).map { $0 % 2 == 0 },
        keys: [[String]](repeating: [], count: rows))
      let isFalse = comparisons.findings.joined().contains {
        if case .best(let pValue?) = $0 { pValue <= 0.05 } else { false }
      }
      found += isFalse ? 1 : 0
    }
    return Double(found) / Double(tables)
  }

  // A share of 0.05 of 2,000 tables has a standard error of 0.0049.
  @Test("equal rows give a bold cell in at most 5 % of tables, and in 5 % in the worst case")
  func level() {
    let worst = falseFindings(rows: 2, columns: 1, seeds: 3, tables: 2_000)
    #expect(abs(worst - 0.05) < 0.015)
    #expect(falseFindings(rows: 2, columns: 6, seeds: 5, tables: 1_000) < 0.065)
    #expect(falseFindings(rows: 4, columns: 1, seeds: 5, tables: 1_000) < 0.05)
    #expect(falseFindings(rows: 4, columns: 6, seeds: 3, tables: 500) < 0.05)
  }

  @Test("a column without a value, and no column at all, give no test")
  func empty() {
    let none = Comparisons(columns: [], higherIsBetter: [], keys: [])
    #expect(none.count == 0 && none.findings.isEmpty)
    let missing = Comparisons(columns: [[nil, nil]], higherIsBetter: [true], keys: [["a"], ["a"]])
    #expect(missing.findings == [[.other, .other]])
  }

  @Test("a row without a value is no rival")
  func missing() {
    let best = Measurement(["1": 0.8, "2": 0.8, "3": 0.8])
    let rival = Measurement(["1": 0.71, "2": 0.70, "3": 0.69])
    let found = Comparisons(
      columns: [[rival, nil, best]], higherIsBetter: [true], keys: [["a"], ["a"], ["a"]])
    guard case .best(let pValue?) = found.findings[0][2] else {
      Issue.record("the third row is the best")
      return
    }
    // 1 - sqrt(300 / 302), as in SignificanceTests.
    #expect(abs(pValue - 0.0033167587) < 1e-9)
    #expect(found.findings[0][0] == .other && found.findings[0][1] == .other)
    #expect(found.count == 1 && !found.hasConstants)
  }
}

/// Standard normal numbers, the same on every run: SplitMix64 and the polar method.
private struct NormalStream {
  private var state: UInt64 = 7

  private mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((bits ^ (bits >> 31)) >> 11) * 0x1p-53
  }

  mutating func next() -> Double {
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      if square > 0, square < 1 { return x * logOfRatio(square).squareRoot() }
    }
  }

  /// -2 ln(s) / s.
  private func logOfRatio(_ square: Double) -> Double { -2 * log(square) / square }
}

extension Results.Measurement {
  /// Values by seed.
  fileprivate init?(_ values: [String: Double]) {
    let seeds = values.keys.sorted()
    self.init(seeds: seeds, values: seeds.compactMap { values[$0] })
  }
}
