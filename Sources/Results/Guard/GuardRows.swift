import Configuration
import FileFormats
import Metrics

/// Makes the rows of a guard, cell by cell.
struct GuardRows {
  let rules: [GuardRule]
  private let replicates: Int
  var rows: [GuardRow] = []
  /// The rules that fit something.
  var used: Set<Int> = []
  private var detectors: Set<String> = []
  private var splits: Set<String> = []

  init(rules: [GuardRule], replicates: Int) {
    self.rules = rules
    self.replicates = replicates
  }

  /// Adds the rows of a cell, whose pairs are its seeds.
  mutating func add(cell: String, pairs: [GuardPair]) throws {
    let names = GuardRows.rowNames(pairs.map(\.old) + pairs.map(\.new))
    for (detector, split) in names {
      let label = "\(detector)/\(split)"
      let rowPairs = pairs.compactMap { GuardRowPair($0, detector: detector, split: split) }
      guard rowPairs.count == pairs.count else {
        addMissing(cell: cell, label: label, pairs: pairs, detector: detector, split: split)
        continue
      }
      let alarms = try rowPairs.compactMap { try $0.alarm() }
      if let alarm = alarms.first {
        rows.append(GuardRow(.alarm, cell: cell, name: label, note: alarm))
      }
      // No metric is defined on NaN.
      if rowPairs.contains(where: \.hasNaN) { continue }
      // Images under a covariate shift are not to be rejected, so no value of a metric is better.
      guard let role = rowPairs.first?.new.role, role != .covariate else { continue }
      detectors.insert(detector)
      splits.insert(split)
      try addMetrics(cell: cell, detector: detector, split: split, rowPairs)
    }
    try addAccuracies(cell: cell, pairs)
    addDrift(cell: cell, pairs)
  }

  /// Throws for the first rule that fits no row: it would guard nothing.
  func checkRules(of file: GuardFile) throws {
    var diagnostics: [Diagnostic] = []
    for (index, rule) in rules.enumerated() where !used.contains(index) {
      let known = [("detector", rule.detector, detectors), ("ood", rule.ood, splits)]
      let wrong = known.first { _, pattern, names in
        !names.contains { GuardRule.fits(pattern, $0) }
      }
      let message =
        wrong.map { member, pattern, names in
          "no \(member == "ood" ? "split" : member) of the sweep fits '\(pattern)'; it has "
            + names.sorted().joined(separator: ", ")
        } ?? "this rule decides nothing: no row fits it, or later rules name the same rows"
      let hint = wrong.flatMap { Suggestion.hint(for: $0.1, among: $0.2.sorted()) }
      diagnostics.append(
        Diagnostic(message, at: file.position(ofRule: index, wrong?.0), hint: hint))
    }
    guard diagnostics.isEmpty else { throw ConfigurationError(diagnostics) }
  }

  private mutating func addMetrics(
    cell: String, detector: String, split: String, _ pairs: [GuardRowPair]
  ) throws {
    var chosen: [(metric: Metric, rule: Int)] = []
    for (index, rule) in rules.enumerated() {
      guard let name = rule.metric, let metric = Metric(name: name),
        GuardRule.fits(rule.detector, detector), GuardRule.fits(rule.ood, split)
      else { continue }
      chosen.removeAll { $0.metric == metric }
      chosen.append((metric, index))
    }
    guard !chosen.isEmpty else { return }
    used.formUnion(chosen.map(\.rule))
    let metrics = chosen.map(\.metric)
    let changes = try replicatedChanges(
      of: metrics, pairs.map(\.scores), id: "\(cell)/\(detector)/\(split)")
    for (position, (metric, rule)) in chosen.enumerated() {
      var row = GuardRow(
        .ok, cell: cell, name: "\(detector)/\(split)/\(rules[rule].metric ?? metric.name)",
        rule: rule)
      row.higherIsBetter = metric.higherIsBetter
      row.tolerance = rules[rule].tolerance
      row.count = pairs.map { min($0.new.nID, $0.new.nOOD) }.min()
      let old = pairs.compactMap { $0.old.metrics[metric.name] }
      let new = pairs.compactMap { $0.new.metrics[metric.name] }
      guard old.count == pairs.count, new.count == pairs.count else {
        row.verdict = .missing
        row.note = "the record lacks the metric"
        rows.append(row)
        continue
      }
      row.baseline = GuardRows.mean(old)
      row.current = GuardRows.mean(new)
      if let fault = try pairs.compactMap({ try $0.fault(of: metric) }).first {
        row.verdict = .alarm
        row.note = fault
      } else if let changes {
        row.change = try MetricChange(
          estimate: (row.current ?? 0) - (row.baseline ?? 0), replicates: changes[position],
          level: 1 - rules[rule].alpha)
      } else {
        row.isPaired = false
        row.change = GuardRows.unpairedChange(of: metric, pairs)
      }
      rows.append(row)
    }
  }

  /// The changes of metrics on replicates; nil without scores of every seed.
  private func replicatedChanges(
    of metrics: [Metric], _ seeds: [(old: DetectorScores, new: DetectorScores)?], id: String
  ) throws -> [[Double]]? {
    let scores = seeds.compactMap { $0 }
    guard scores.count == seeds.count else { return nil }
    // Nothing to draw where no score changed, which is the usual case.
    if scores.allSatisfy({ $0.old == $0.new }) { return metrics.map { _ in [0] } }
    let bootstrap = try bootstrap(id)
    return bootstrap.changes(
      of: metrics, on: try scores.map { try PairedScores(first: $0.old, second: $0.new) })
  }

  func bootstrap(_ id: String) throws -> Bootstrap {
    let hash = SHA256.hexDigest(of: Array(id.utf8))
    return try Bootstrap(
      replicates: replicates, seed: UInt64(hash.prefix(16), radix: 16) ?? 0)
  }

  private mutating func addMissing(
    cell: String, label: String, pairs: [GuardPair], detector: String, split: String
  ) {
    func has(_ record: UnitRecord) -> Bool {
      record.results.contains { $0.detector == detector && $0.split == split }
    }
    let isGone = pairs.contains { !has($0.new) }
    rows.append(
      GuardRow(
        .missing, cell: cell, name: label,
        note: isGone
          ? "is in the baseline, but in no record now"
          : "is not in the baseline; update it"))
  }

  /// An interval of the change from the separate intervals of the records; nil where they have none.
  private static func unpairedChange(
    of metric: Metric, _ pairs: [GuardRowPair]
  ) -> MetricChange? {
    func interval(_ rows: [ResultRow]) -> Interval? {
      let bounds = rows.compactMap { $0.intervals?.bounds[metric.name] }
      guard bounds.count == rows.count, let level = rows.first?.intervals?.level else { return nil }
      return Interval(
        lower: mean(bounds.map(\.lower)), upper: mean(bounds.map(\.upper)), level: level)
    }
    guard let old = interval(pairs.map(\.old)), let new = interval(pairs.map(\.new)) else {
      return nil
    }
    return MetricChange(
      from: mean(pairs.map { $0.old.metrics[metric.name] ?? 0 }), in: old,
      to: mean(pairs.map { $0.new.metrics[metric.name] ?? 0 }), in: new)
  }

  /// The detectors and splits of records, in their order.
  static func rowNames(_ records: [UnitRecord]) -> [(detector: String, split: String)] {
    var seen: Set<[String]> = []
    return records.flatMap(\.results).compactMap { row in
      seen.insert([row.detector, row.split]).inserted ? (row.detector, row.split) : nil
    }
  }

  static func mean(_ values: [Double]) -> Double {
    var sum = 0.0
    for value in values { sum += value }
    return sum / Double(values.count)
  }
}
