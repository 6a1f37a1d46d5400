import LabelModels
import RandomStreams

/// What is told of weak labels: counts, accuracies where labels are known, and the functions.
struct WeakLabelReport {
  let votes: Votes
  /// The group of each function.
  let groups: [String]
  let names: [String]
  let estimate: LabelEstimate
  let finding: DependencyGuard.Finding?
  /// The true labels of the pool's own images, which come first.
  let labels: [Int]
  /// How many foreign images follow.
  let foreign: Int
  /// The images that are trained on.
  let kept: [Int]
  let nGold: Int?
  let seed: UInt64

  /// The report; a share of nothing is absent.
  func report() throws -> SupervisionReport {
    let gold = self.gold()
    let analyses = try FunctionAnalysis.all(of: votes, estimate: estimate, gold: gold)
    let functions = zip(zip(names, groups), analyses).map { names, analysis in
      var measures = [
        "coverage": analysis.coverage, "overlap": analysis.overlap, "conflict": analysis.conflict,
      ]
      measures["estimated_accuracy"] = analysis.estimatedAccuracy
      measures["accuracy"] = analysis.accuracy
      return SupervisionReport.Function(name: names.0, group: names.1, measures: measures)
    }
    return SupervisionReport(measures: measures(gold), functions: functions)
  }

  private func measures(_ gold: [Int?]) -> [String: Double] {
    let items = 0..<votes.items
    let covered = items.filter { !estimate.probabilities[$0].isEmpty }
    let checked = kept.filter { gold[$0] != nil }
    let right = checked.count { estimate.label($0) == gold[$0] }
    let confidence = kept.reduce(0.0) { $0 + (estimate.confidence($1) ?? 0) }
    var measures: [String: Double] = [
      "images": Double(votes.items), "kept": Double(kept.count),
      "dropped": Double(covered.count - kept.count),
      "uncovered": Double(votes.items - covered.count),
      "confidence": confidence / Double(max(1, kept.count)),
      "checked": Double(checked.count),
      "converged": estimate.hasConverged ? 1 : 0,
    ]
    if !checked.isEmpty { measures["label_accuracy"] = Double(right) / Double(checked.count) }
    measures["dependency"] = finding?.largestResidual
    guard foreign > 0 else { return measures }
    let own = labels.count
    measures["foreign"] = Double(foreign)
    measures["foreign_kept"] = Double(kept.count { $0 >= own })
    // All functions' silence as a flag of foreign images.
    measures["foreign_uncovered"] = Double(foreign - covered.count { $0 >= own })
    return measures
  }

  /// The true class of each image that may be looked at; foreign ones have none.
  private func gold() -> [Int?] {
    var known = [Bool](repeating: nGold == nil, count: labels.count)
    if let nGold {
      var random = RandomSource(seed: seed, purpose: "gold labels")
      for index in random.permutation(of: labels.count).prefix(nGold) { known[index] = true }
    }
    return zip(labels, known).map { $1 ? $0 : nil } + [Int?](repeating: nil, count: foreign)
  }
}
