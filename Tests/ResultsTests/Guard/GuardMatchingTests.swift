import Configuration
import Testing

@testable import Results

@Suite("The records that a guard compares")
struct GuardMatchingTests {
  private func rows(_ report: GuardReport, _ verdict: GuardRow.Verdict) -> [GuardRow] {
    report.comparison.rows.filter { $0.verdict == verdict }
  }

  @Test("compares nothing where data, weights or the metrics' revision are others")
  func notComparable() throws {
    var data = GuardSample()
    data.data["digits"] = "d2"
    let report = try GuardSample.compare([GuardSample()], [data])
    #expect(report.comparison.answer == .notComparable)
    #expect(
      report.comparison.rows.map(\.note) == ["other data than the baseline's: digits"])
    var metrics = GuardSample()
    metrics.revs["metrics"] = 2
    let other = try GuardSample.compare([GuardSample()], [metrics])
    #expect(other.comparison.answer == .notComparable)
    // A detector's revision is what a guard is there to judge.
    var detector = GuardSample()
    detector.revs["detector/mcm"] = 2
    #expect(try GuardSample.compare([GuardSample()], [detector]).comparison.answer == .passed)
  }

  @Test("fails for a cell that is missing on either side")
  func missing() throws {
    let one = GuardSample()
    let two = GuardSample(seed: 2)
    let lost = try GuardSample.compare([one, two], [one], planned: [one, two])
    #expect(lost.comparison.answer == .incomplete)
    #expect(rows(lost, .missing).map(\.name) == ["seed 2"])
    let gone = try GuardSample.compare([one, two], [one])
    #expect(
      rows(gone, .missing).map(\.note)
        == ["is in the baseline, but no longer in the sweep; update the baseline"])
    let extra = try GuardSample.compare([one], [one, two])
    #expect(extra.comparison.answer == .incomplete)
    #expect(rows(extra, .missing).count == 1)
    #expect(throws: ResultsError.self) { try GuardSample.compare([], [one]) }
  }

  @Test("takes the seeds of a cell together")
  func seeds() throws {
    var worse = GuardSample(seed: 2)
    worse.worsen("mcm", share: 0.2)
    let report = try GuardSample.compare(
      [GuardSample(), GuardSample(seed: 2)], [GuardSample(), worse])
    // One of two seeds changed: half of the drawn pairs of seeds have it once, a quarter twice.
    let row = report.comparison.rows.first { $0.name == "mcm/far/auroc" }
    #expect(row?.verdict == .inconclusive)
    #expect(report.comparison.rows.count == 11)
  }

  @Test("without scores of every image falls back, and says that it is weaker")
  func unpaired() throws {
    var old = GuardSample()
    old.hasScores = false
    var new = GuardSample()
    new.worsen("mcm", share: 0.3)
    let report = try GuardSample.compare([old], [new])
    #expect(rows(report, .regression).map(\.name).contains("mcm/far/auroc"))
    #expect(rows(report, .regression).first?.note.hasPrefix("by the tolerance alone: ") == true)
    #expect(
      report.notes.first?.contains("separate intervals were compared, which finds much less")
        == true)
    #expect(try GuardSample.compare([old], [old]).comparison.answer == .passed)
  }
}
