import Configuration
import Metrics
import RandomStreams
import Testing

@testable import Results

@Suite("A sweep compared with its baseline")
struct GuardComparisonTests {
  private func rows(_ report: GuardReport, _ verdict: GuardRow.Verdict) -> [GuardRow] {
    report.comparison.rows.filter { $0.verdict == verdict }
  }

  @Test("passes where nothing changed, without drawing a single replicate")
  func unchanged() throws {
    let report = try GuardSample.compare([GuardSample()], [GuardSample()])
    #expect(report.comparison.answer == .passed)
    // Two detectors, two splits, two metrics; the accuracy; two detectors' bits.
    #expect(report.summary == "11 ok, 0 regression, 0 missing")
    #expect(report.text() == report.summary + "\n")
  }

  @Test("gives an alarm for at most 5 % of 200 resampled unchanged baselines")
  func falseAlarms() throws {
    // The images are drawn anew, and both versions have noise of their own: as two trainings of the
    // same code have that differ in nothing but chance. No worsening is tolerated, so that every
    // row is decided by its test.
    var rules = ["auroc", "fpr95"].map { metric in
      var rule = GuardRule()
      rule.metric = metric
      rule.tolerance = 0
      return rule
    }
    rules.append(GuardRule())
    rules[2].metric = "acc"
    rules[2].tolerance = 0
    let base = GuardSample(count: 150)
    var alarms = 0
    for trial in 0..<200 {
      var random = RandomSource(seed: UInt64(trial), purpose: "guard trial")
      var images: [String: [Int]] = [:]
      for name in ["far", "id", "near"] {
        images[name] = (0..<150).map { _ in random.below(150) }
      }
      func version() throws -> GuardSample {
        var sample = base
        for (name, scores) in base.scores.sorted(by: { $0.key < $1.key }) {
          for (detector, values) in scores.sorted(by: { $0.key < $1.key }) {
            let spread = (values.max() ?? 0) - (values.min() ?? 0)
            sample.scores[name]?[detector] = images[name]?.map {
              values[$0] + 0.1 * spread * (random.uniform() + random.uniform() - 1)
            }
          }
        }
        sample.isCorrect = sample.isCorrect.map { random.uniform() < 0.1 ? !$0 : $0 }
        return sample
      }
      let old = try version()
      let new = try version()
      var builder = GuardRows(rules: rules, replicates: 300)
      try builder.add(
        cell: "trial \(trial)",
        pairs: [
          GuardPair(
            seed: "1", old: old.record(), new: new.record(), oldScores: old.unitScores(),
            newScores: new.unitScores())
        ])
      let rows = GuardComparison.decided(builder.rows, rules: rules, multiplicity: .holm)
      #expect(rows.count == 9)
      if rows.contains(where: { $0.verdict == .regression || $0.verdict == .alarm }) { alarms += 1 }
    }
    #expect(alarms <= 10)
  }

  @Test("names a flipped sign")
  func signFlip() throws {
    var new = GuardSample()
    new.change("mcm") { -$0 }
    let report = try GuardSample.compare([GuardSample()], [new])
    #expect(report.comparison.answer == .failed)
    let alarms = rows(report, .alarm)
    #expect(alarms.map(\.name) == ["mcm/near", "mcm/far"])
    for alarm in alarms {
      #expect(alarm.note.hasPrefix("sign flip: AUROC goes from "))
      #expect(alarm.note.hasSuffix("and scores rank images in reverse (tau-b -1.00)"))
    }
    let worse = rows(report, .regression).map(\.name)
    #expect(worse == ["mcm/near/auroc", "mcm/near/fpr95", "mcm/far/auroc", "mcm/far/fpr95"])
    #expect(rows(report, .drift).map(\.name) == ["mcm/scores"])
  }

  @Test("names the detector whose temperature doubled, by its bits")
  func doubledTemperature() throws {
    var new = GuardSample()
    new.score(temperature: 2)
    let text = GuardSample.text + "fail_on: [regression, missing, drift]\n"
    let report = try GuardSample.compare([GuardSample()], [new], text: text)
    #expect(report.comparison.answer == .failed)
    let drift = rows(report, .drift)
    #expect(drift.map(\.name) == ["mcm/scores"])
    #expect(drift.first?.note.hasPrefix("900 of 900 scores differ, by up to 0.") == true)
    // Without `drift` in `fail_on` it warns, and other kernels' bits are not compared.
    #expect(try GuardSample.compare([GuardSample()], [new]).text().contains("  drift (900 of 900"))
    new.kernel = "SkylakeX"
    let other = try GuardSample.compare([GuardSample()], [new])
    #expect(rows(other, .skipped).map(\.name) == ["energy/scores", "mcm/scores"])
    #expect(
      rows(other, .skipped).last?.note
        == "made by SkylakeX kernels, the baseline by Haswell: bits may differ")
  }

  @Test("names a doubled temperature in the settings")
  func doubledTemperatureSetting() throws {
    func sample(_ temperature: Int) -> GuardSample {
      var sample = GuardSample()
      sample.config["detectors"] = .array([
        .object(["mcm": .object(["temperature": .integer(temperature)])])
      ])
      return sample
    }
    let report = try GuardSample.compare([sample(1)], [sample(2)])
    #expect(report.comparison.answer == .incomplete)
    #expect(
      rows(report, .missing).map(\.note)
        == ["other settings than the baseline's: detectors.0.mcm.temperature: 1 -> 2"])
  }

  @Test("names an FPR that is at 90 % true positives, on either side")
  func wrongLevel() throws {
    var wrong = GuardSample()
    wrong.wrongLevel = 0.9
    let report = try GuardSample.compare([GuardSample()], [wrong])
    #expect(report.comparison.answer == .failed)
    let alarms = rows(report, .alarm)
    #expect(
      alarms.map(\.name)
        == ["energy/near/fpr95", "energy/far/fpr95", "mcm/near/fpr95", "mcm/far/fpr95"])
    for alarm in alarms {
      #expect(alarm.note.hasPrefix("the record has "))
      #expect(alarm.note.contains(" (the rate at 90 % true positives), but its scores give "))
      #expect(alarm.note.contains(" (the rate at 95 % true positives) (seed 1)"))
    }
    // As a program sees its own changed metric: the baseline's numbers are not what it computes.
    let changed = try GuardSample.compare([wrong], [GuardSample()])
    #expect(rows(changed, .alarm).count == 4)
    #expect(
      rows(changed, .alarm).allSatisfy {
        $0.note.hasPrefix("the baseline's record has ")
          && $0.note.hasSuffix("the metric itself was changed")
      })
  }

  @Test("finds a loss in one detector, and leaves the others alone")
  func regression() throws {
    var new = GuardSample()
    new.worsen("energy", share: 0.1)
    let report = try GuardSample.compare([GuardSample()], [new])
    let worse = rows(report, .regression)
    #expect(
      worse.map(\.name)
        == ["energy/near/auroc", "energy/near/fpr95", "energy/far/auroc", "energy/far/fpr95"])
    for row in worse {
      let change = try #require(row.change)
      #expect(change.interval.contains(change.estimate))
      #expect(!change.interval.contains(0))
      // Worse by more than the tolerance, in the metric's own direction.
      #expect(row.worsening > (row.tolerance ?? 0))
    }
    let back = try GuardSample.compare([new], [GuardSample()])
    #expect(back.comparison.answer == .passed)
    #expect(rows(back, .improvement).count == 4)
  }

  @Test("says how many images would decide where there are too few")
  func inconclusive() throws {
    // Two of 40 images are worse, and one draw in seven has neither: (38 / 40)^40 = 0.13.
    let old = GuardSample(count: 40)
    var new = old
    new.worsen("mcm", share: 0.05)
    let report = try GuardSample.compare([old], [new])
    let rows = rows(report, .inconclusive)
    #expect(!rows.isEmpty)
    for row in rows { #expect(row.countNeeded ?? 0 > 40) }
    #expect(report.text().contains("  inconclusive (n=40; ~"))
    // It fails only where it should.
    #expect(report.comparison.answer == .passed)
    let strict = GuardSample.text + "fail_on: [regression, missing, inconclusive]\n"
    #expect(try GuardSample.compare([old], [new], text: strict).comparison.answer == .incomplete)
  }

  @Test("raises an alarm for constant scores")
  func constant() throws {
    var new = GuardSample()
    new.change("energy") { _ in 0.5 }
    let report = try GuardSample.compare([GuardSample()], [new])
    #expect(rows(report, .alarm).map(\.name) == ["energy/near", "energy/far"])
    #expect(
      rows(report, .alarm).first?.note
        == "all scores are 0.5 (seed 1): the detector tells no images apart any more")
  }

  @Test("raises an alarm for scores that are not numbers, and judges the other detectors")
  func notANumber() throws {
    let sample = GuardSample()
    var broken = sample
    broken.scores["id"]?["energy"]?[3] = .nan
    var rule = GuardRule()
    rule.metric = "auroc"
    rule.tolerance = 1
    var builder = GuardRows(rules: [rule], replicates: 100)
    try builder.add(
      cell: "cell",
      pairs: [
        GuardPair(
          seed: "1", old: sample.record(), new: sample.record(), oldScores: sample.unitScores(),
          newScores: broken.unitScores())
      ])
    #expect(
      builder.rows.map(\.name) == ["energy/near", "energy/far", "mcm/near/auroc", "mcm/far/auroc"])
    #expect(builder.rows[0].note == "a score is nan (seed 1); the baseline's are all finite")
  }
}
