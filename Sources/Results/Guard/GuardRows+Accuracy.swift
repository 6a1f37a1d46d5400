import Metrics

extension GuardRows {
  /// Adds the rows of the classifier's accuracy on the test images and under covariate shift.
  mutating func addAccuracies(cell: String, _ pairs: [GuardPair]) throws {
    let names = Set(pairs.flatMap { Array($0.old.metrics.keys) + Array($0.new.metrics.keys) })
    for name in names.sorted() where name == "accuracy" || name.hasPrefix("accuracy/") {
      let split = name == "accuracy" ? nil : String(name.dropFirst("accuracy/".count))
      guard
        let rule = rules.lastIndex(where: {
          $0.metric == GuardRule.accuracy && GuardRule.fits($0.ood, split ?? "")
        })
      else { continue }
      used.insert(rule)
      var row = GuardRow(.ok, cell: cell, name: (split.map { $0 + "/" } ?? "") + "acc", rule: rule)
      row.tolerance = rules[rule].tolerance
      let old = pairs.compactMap { $0.old.metrics[name] }
      let new = pairs.compactMap { $0.new.metrics[name] }
      guard old.count == pairs.count, new.count == pairs.count else {
        row.verdict = .missing
        row.note = "the record lacks the accuracy"
        rows.append(row)
        continue
      }
      row.baseline = GuardRows.mean(old)
      row.current = GuardRows.mean(new)
      let set = split ?? UnitScores.testSet
      let shares = pairs.compactMap { pair -> (first: [Bool], second: [Bool])? in
        guard let first = pair.oldScores?.sets[set]?.isCorrect,
          let second = pair.newScores?.sets[set]?.isCorrect, first.count == second.count
        else { return nil }
        return (first, second)
      }
      if shares.count == pairs.count {
        row.count = shares.map(\.first.count).min()
        let changes =
          shares.allSatisfy { $0.first == $0.second }
          ? [0] : try bootstrap("\(cell)/\(name)").changes(ofShares: shares)
        row.change = try MetricChange(
          estimate: (row.current ?? 0) - (row.baseline ?? 0), replicates: changes,
          level: 1 - rules[rule].alpha)
      } else {
        row.isPaired = false
      }
      rows.append(row)
    }
  }

  /// Adds a row for each detector whose scores have to keep their bits.
  mutating func addDrift(cell: String, _ pairs: [GuardPair]) {
    let detectors = GuardRows.rowNames(pairs.map(\.new)).map(\.detector)
    for detector in Set(detectors).sorted() {
      guard
        let rule = rules.lastIndex(where: {
          $0.scores == .exact && GuardRule.fits($0.detector, detector)
        })
      else { continue }
      used.insert(rule)
      let drifts = pairs.map { GuardDrift($0, detector: detector, sets: rules[rule].ood) }
      let worst = drifts.max { $0.rank < $1.rank } ?? .none
      rows.append(
        GuardRow(
          worst.verdict, cell: cell, name: "\(detector)/scores", note: worst.note, rule: rule))
    }
  }
}
