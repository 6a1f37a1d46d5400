import Testing

@testable import ood

@Suite("Lines for people")
struct TerminalTests {
  @Test(
    "numbers have a fixed count of decimals and are never a trap",
    arguments: [
      (1.005, 2, "1.00"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (-1.25, 1, "-1.3"),
      (99.96, 1, "100.0"), (3, 0, "3"), (.nan, 2, "nan"), (.infinity, 2, "inf"),
      (1e30, 4, "1e+30"), (-1e30, 4, "-1e+30"),
    ])
  func decimals(value: Double, digits: Int, expected: String) {
    #expect(Terminal.fixed(value, digits) == expected)
  }

  @Test(
    "durations are short",
    arguments: [
      (0.4, "0 s"), (59, "59 s"), (61, "1 min 1 s"), (7_500, "2 h 5 min"), (.infinity, "?"),
      (.nan, "?"),
    ])
  func durations(seconds: Double, expected: String) {
    #expect(Terminal.duration(seconds) == expected)
  }

  @Test("a bar has always the same width", arguments: [0, 0.01, 0.5, 0.999, 1])
  func bars(share: Double) { #expect(Terminal.bar(share).count == 24) }
}
