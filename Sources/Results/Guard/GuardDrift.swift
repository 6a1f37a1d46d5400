import Configuration
import Metrics

/// Whether the scores of a detector have kept their bits.
struct GuardDrift {
  let verdict: GuardRow.Verdict
  let note: String

  static let none = GuardDrift(.ok, "")

  private init(_ verdict: GuardRow.Verdict, _ note: String) {
    self.verdict = verdict
    self.note = note
  }

  /// The gravest of several seeds' counts.
  var rank: Int { verdict == .drift ? 2 : verdict == .skipped ? 1 : 0 }

  /// Compares the sets of a unit that a pattern fits, and the test images.
  init(_ pair: GuardPair, detector: String, sets pattern: String) {
    guard let (old, new) = pair.scores else {
      self.init(.skipped, "there are no scores of every image; give the sweep 'analyses: [scores]'")
      return
    }
    let kernels = [pair.old, pair.new].map { $0.env["blas_kernel"]?.string ?? "unknown" }
    guard kernels[0] == kernels[1] else {
      self.init(
        .skipped, "made by \(kernels[1]) kernels, the baseline by \(kernels[0]): bits may differ")
      return
    }
    var before: [Double] = []
    var after: [Double] = []
    for name in old.sets.keys.sorted()
    where name == UnitScores.testSet || GuardRule.fits(pattern, name) {
      let first = old.sets[name]?.scores[detector] ?? []
      let second = new.sets[name]?.scores[detector] ?? []
      // What one of them lacks is reported as missing.
      if first.count == second.count {
        before += first
        after += second
      }
    }
    let changes = zip(before, after).filter { $0 != $1 }.map { abs($0 - $1) }
    guard let largest = changes.max() else {
      self = .none
      return
    }
    // Undefined where there is NaN, which raises an alarm.
    let tau = try? KendallTau.value(before, after)
    self.init(
      .drift,
      "\(changes.count) of \(before.count) scores differ, by up to \(Float(largest)) (seed "
        + "\(pair.seed))"
        + (tau.map { "; rank correlation tau-b \(DecimalText.text($0, decimals: 3))" } ?? ""))
  }
}
