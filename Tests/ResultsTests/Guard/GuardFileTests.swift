import Configuration
import Testing

@testable import Results

@Suite("A guard file")
struct GuardFileTests {
  private func problems(_ text: String) -> [String] {
    do {
      _ = try GuardFile(path: "g.yaml", text: text)
      return []
    } catch let error as ConfigurationError {
      return error.diagnostics.map { "\($0.line):\($0.column) \($0.message)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test("has its paths relative to its own folder")
  func paths() throws {
    let file = try GuardFile(path: "benchmarks/guard.yaml", text: GuardSample.text)
    #expect(file.resolved("../sweeps/a.yaml") == "sweeps/a.yaml")
    #expect(file.resolved("./baselines/a") == "benchmarks/baselines/a")
    #expect(file.resolved("/x/a") == "/x/a")
    #expect(try GuardFile(path: "g.yaml", text: GuardSample.text).resolved("a/b") == "a/b")
    #expect(
      try GuardFile(path: "../../g.yaml", text: GuardSample.text).resolved("../a") == "../../../a")
    #expect(file.line(ofRule: 1) == 6)
  }

  @Test("names every mistake with its line and column")
  func mistakes() {
    #expect(
      problems(
        """
        ood: 1
        baseline: b
        sweep: s.yaml
        rulez: []
        rules:
          - {metric: aurocc, tolerance: 1}
          - {metric: auroc}
          - {metric: auroc, tolerance: -1, alpha: 2}
          - {scores: exact, tolerance: 1}
          - {tolerance: 1}
          - {metric: acc, tolerance: 1, detector: mcm}
          - {metric: auroc, tolerance: 1, test: t}
        fail_on: [regression]
        replicates: 10
        """
      ).map { $0.split(separator: ";").first.map(String.init) ?? "" } == [
        "4:1 unknown setting 'rulez' for 'guard'",
        "6:14 metric names the unknown metric 'aurocc'",
        "7:5 tolerance is missing",
        "8:32 tolerance must not be negative, got -1.0",
        "8:43 alpha must lie between 0 and 1, got 2.0",
        "9:32 tolerance has no meaning for exact scores",
        "10:5 metric is missing",
        "11:43 detector has no meaning for the classifier's accuracy",
        "12:41 expected one of paired-bootstrap, found 't'",
        "13:10 fail_on must have 'missing', else nothing is guarded",
        "14:13 replicates must be at least 100, got 10",
      ])
    #expect(
      problems("ood: 1\nbaseline: b\nbaseline: c\n").first?.hasPrefix("3:1 duplicate") == true)
  }

  @Test("must name detectors and splits that are there")
  func nothingFits() {
    let text = GuardSample.text.replacing("{metric: acc,", with: "{metric: auroc, detector: mcn,")
    do {
      _ = try GuardSample.compare([GuardSample()], [GuardSample()], text: text)
      Issue.record("a rule that fits nothing was taken")
    } catch let error as ConfigurationError {
      #expect(error.diagnostics.map(\.line) == [7])
      #expect(
        error.diagnostics.first?.message
          == "no detector of the sweep fits 'mcn'; it has energy, mcm")
      #expect(error.diagnostics.first?.hint == "did you mean 'mcm'?")
    } catch {
      Issue.record("unexpected \(error)")
    }
  }

  @Test(
    "has patterns with any number of stars",
    arguments: [
      ("*", "", true), ("a*", "abc", true), ("*c", "abc", true), ("a*c", "ac", true),
      ("a*b*c", "a1b2c", true), ("ab*bc", "abc", false), ("a", "ab", false), ("*b*", "abc", true),
      ("a*d", "abc", false),
    ])
  func patterns(pattern: String, text: String, fits: Bool) {
    #expect(GuardRule.fits(pattern, text) == fits)
  }
}
