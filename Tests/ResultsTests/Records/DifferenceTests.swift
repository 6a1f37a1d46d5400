import Configuration
import Results
import Testing

@Suite("Differences of records")
struct DifferenceTests {
  @Test("a record has none from itself, and another machine is none")
  func equal() throws {
    var other = SampleRecords.few[1]
    other.env = .object(["host": .string("b")])
    let differences = RecordDifferences(SampleRecords.few[1], other)
    #expect(differences.isEmpty)
    #expect(differences.environment.map(\.key) == ["host"])
  }

  @Test("settings, revisions and numbers are told apart; tolerance counts fractions")
  func different() throws {
    let first = SampleRecords.few[1]
    var second = first
    second.identity.config = .object(["id": .string("digits")])
    second.identity.revs = ["method/coop": 2]
    second.metrics["accuracy"] = 0.76
    second.results[0].metrics["auroc"] = 0.9
    let all = RecordDifferences(first, second)
    #expect(all.config.map(\.key) == ["id", "method.coop.rank", "seed", "shots"])
    #expect(all.config[0].first == "\"fashion\"" && all.config[0].second == "\"digits\"")
    #expect(all.identity.map(\.key) == ["revs.method/coop"])
    // 0.7 -> 0.9 is more than 0.75 -> 0.76.
    #expect(all.numbers.map(\.name) == ["mcm near-a auroc", "accuracy"])
    #expect(RecordDifferences(first, second, tolerance: 0.05).numbers.count == 1)
  }

  @Test("units of two folders are matched by settings, then by their labels")
  func stores() throws {
    let first = SampleRecords.few
    var second = Array(SampleRecords.few.dropLast())
    // Another rank: other settings, the same method, shots and seed.
    second[1].identity.config = .object([
      "id": .string("fashion"), "method": .object(["coop": .object(["rank": .integer(8)])]),
      "shots": .integer(4), "seed": .integer(0),
    ])
    let differences = try StoreDifferences(first, second)
    #expect(differences.comparedCount == 2)
    #expect(differences.pairs.map(\.title) == ["id=fashion method=coop shots=4 seed=0"])
    #expect(differences.pairs[0].differences.config.map(\.key) == ["method.coop.rank"])
    #expect(differences.onlyFirst == [try first[2].runID()])
    #expect(differences.onlySecond == [])
  }
}
