import Metrics

/// A detector on a split of one unit, in both versions.
struct GuardRowPair {
  let old: ResultRow
  let new: ResultRow
  /// The scores of every image, if both versions have them.
  let scores: (old: DetectorScores, new: DetectorScores)?
  private let seed: String

  /// Nil unless both records have the row.
  init?(_ pair: GuardPair, detector: String, split: String) {
    func row(_ record: UnitRecord) -> ResultRow? {
      record.results.first { $0.detector == detector && $0.split == split }
    }
    func scores(_ scores: UnitScores?) -> DetectorScores? {
      scores?.pair(detector: detector, split: split).map {
        DetectorScores(
          inDistribution: $0.inDistribution, outOfDistribution: $0.outOfDistribution)
      }
    }
    guard let old = row(pair.old), let new = row(pair.new) else { return nil }
    self.old = old
    self.new = new
    seed = pair.seed
    guard let before = scores(pair.oldScores), let after = scores(pair.newScores) else {
      self.scores = nil
      return
    }
    self.scores = (before, after)
  }

  /// Whether a score is not a number.
  var hasNaN: Bool {
    guard let scores else { return false }
    return [scores.old, scores.new].contains {
      $0.inDistribution.contains(where: \.isNaN) || $0.outOfDistribution.contains(where: \.isNaN)
    }
  }

  /// What is wrong with the scores themselves; nil if nothing is.
  func alarm() throws -> String? {
    guard let (before, after) = scores else { return nil }
    let old = before.inDistribution + before.outOfDistribution
    let new = after.inDistribution + after.outOfDistribution
    if let index = new.firstIndex(where: { !$0.isFinite }), old.allSatisfy(\.isFinite) {
      return "a score is \(new[index]) (seed \(seed)); the baseline's are all finite"
    }
    func isConstant(_ scores: [Double]) -> Bool { scores.allSatisfy { $0 == scores[0] } }
    if isConstant(new), !isConstant(old) {
      return "all scores are \(new[0]) (seed \(seed)): the detector tells no images apart any more"
    }
    guard let oldArea = old.isEmpty ? nil : self.old.metrics["auroc"],
      let newArea = self.new.metrics["auroc"], (oldArea - 0.5) * (newArea - 0.5) < 0,
      let tau = try KendallTau.value(old, new), tau < 0
    else { return nil }
    return "sign flip: AUROC goes from \(percent(oldArea)) to \(percent(newArea)) (seed \(seed)), "
      + "and scores rank images in reverse (tau-b \(DecimalText.text(tau, decimals: 2)))"
  }

  /// Why a recorded value is not what the scores give; nil if it is, or if there are no scores.
  ///
  /// The baseline's value was computed by the program of then, and its scores are judged by the
  /// program of now: where these differ, the metric itself was changed.
  func fault(of metric: Metric) throws -> String? {
    guard let (before, after) = scores else { return nil }
    let sides = [
      (old, before, "the baseline's record has", "the metric itself was changed"),
      (
        new, after, "the record has", "the metric is not what it says, or the record is not its own"
      ),
    ]
    for (row, scores, who, meaning) in sides {
      guard let recorded = row.metrics[metric.name] else { continue }
      let ranked = try RankedScores(
        inDistribution: scores.inDistribution, outOfDistribution: scores.outOfDistribution)
      let found = metric.value(of: ranked)
      if abs(found - recorded) <= 1e-9 { continue }
      return "\(who) \(try text(recorded, metric, scores)), but its scores give "
        + "\(try text(found, metric, scores)) (seed \(seed)): \(meaning)"
    }
    return nil
  }

  /// A value, and of a false positive rate at which true positive rate it is one.
  private func text(_ value: Double, _ metric: Metric, _ scores: DetectorScores) throws -> String {
    guard case .fpr95(let convention) = metric else { return percent(value) }
    for level in [0.95, 0.9, 0.8, 0.99] {
      let rate = try FPR.value(
        inDistribution: scores.inDistribution, outOfDistribution: scores.outOfDistribution,
        convention: convention, level: level)
      if abs(rate - value) <= 1e-9 {
        return "\(percent(value)) (the rate at \(DecimalText.text(level, decimals: 0, scale: 2)) % "
          + "true positives)"
      }
    }
    return percent(value)
  }

  private func percent(_ value: Double) -> String { DecimalText.text(value, decimals: 2, scale: 2) }
}
