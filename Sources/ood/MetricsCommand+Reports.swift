import Configuration
import Metrics
import Results
import Tensors

extension MetricsCommand {
  /// The values of every pair, with intervals if there is a bootstrap.
  func printReports(_ inputs: MetricsInputs) throws {
    let shown = try metrics()
    let plan = try bootstrap.map { try Bootstrap(replicates: $0, seed: seed) }
    let ranked = try ranked(inputs)
    let reports = try ranked.map { scores in
      let uncertainty = try plan.map { plan in
        try MetricReport.Uncertainty(
          plan, replicates: plan.values(of: Metric.all, on: scores, workers: workers),
          scores: scores, level: level)
      }
      return MetricReport(DetectionMetrics(scores), uncertainty: uncertainty)
    }
    // 100 lies between the sizes that `benchmarks coverage` found good (300) and bad (50).
    if plan != nil, ranked.contains(where: \.isSmall) {
      Terminal.say(
        "note: with fewer than 100 scores in a set, intervals cover less than they say; see "
          + "docs/metrics.md")
    }
    if json {
      try Terminal.print(nested(reports, inputs).canonicalText + "\n")
    } else if reports.count == 1 || plan != nil {
      try Terminal.print(lines(reports, inputs, shown))
    } else {
      try Terminal.print(table(reports, inputs, shown))
    }
  }

  /// Every pair sorted, the sets side by side; in-distribution scores once for all sets.
  private func ranked(_ inputs: MetricsInputs) throws -> [RankedScores] {
    let columns = inputs.columns.count
    // The pairs stand set by set, so the first ones hold every column once.
    let sorted = try workers.tryMap(columns + inputs.pairs.count) { index in
      index < columns
        ? try SortedScores(inputs.pairs[index].scores.inDistribution, of: .inDistribution)
        : try SortedScores(
          inputs.pairs[index - columns].scores.outOfDistribution, of: .outOfDistribution)
    }
    return workers.map(inputs.pairs.count) { index in
      RankedScores(
        inDistribution: sorted[index % columns], outOfDistribution: sorted[columns + index])
    }
  }

  /// The report itself, or an object by set, by column, or by set and then column.
  private func nested(_ reports: [MetricReport], _ inputs: MetricsInputs) throws -> JSONValue {
    var sets: [String: JSONValue] = [:]
    for set in inputs.sets {
      var columns: [String: JSONValue] = [:]
      for (pair, report) in zip(inputs.pairs, reports) where pair.set == set.name {
        columns[pair.column] = try report.json()
      }
      let isSingle = inputs.columns.count == 1
      sets[set.name] = isSingle ? columns.first?.value : .object(columns)
    }
    if inputs.sets.count == 1, let only = sets.first?.value { return only }
    return .object(sets)
  }

  /// One line a metric: value and intervals.
  private func lines(
    _ reports: [MetricReport], _ inputs: MetricsInputs, _ shown: [Metric]
  ) -> String {
    var rows: [[String]] = []
    let left = inputs.label(inputs.pairs[0]).count + 1
    if let plan = reports[0].uncertainty?.bootstrap {
      rows.append(
        [String](repeating: "", count: left) + [
          "value", "\(levelText) bootstrap (\(plan.replicates))", "\(levelText) DeLong",
        ])
    }
    for (pair, report) in zip(inputs.pairs, reports) {
      for metric in shown {
        var row = inputs.label(pair) + [metric.name, Self.text(report.metrics.value(metric))]
        if let uncertainty = report.uncertainty {
          row.append(uncertainty.intervals[metric].map(Self.text) ?? "")
          if metric == .auroc { row.append(uncertainty.deLong.map(Self.text) ?? "--") }
        }
        rows.append(row)
      }
    }
    return inputs.heading + "\n" + TextColumns.aligned(rows, left: left)
  }

  /// One line a detector or set; the conventions stand in the header's second line.
  private func table(
    _ reports: [MetricReport], _ inputs: MetricsInputs, _ shown: [Metric]
  ) -> String {
    let left = inputs.label(inputs.pairs[0]).count
    let blank = [String](repeating: "", count: left)
    let names = shown.map { $0.name.split(separator: "/").map(String.init) }
    var rows = [blank + names.map { $0[0] }]
    if names.contains(where: { $0.count > 1 }) {
      rows.append(blank + names.map { $0.count > 1 ? $0[1] : "" })
    }
    for (pair, report) in zip(inputs.pairs, reports) {
      rows.append(inputs.label(pair) + shown.map { Self.text(report.metrics.value($0)) })
    }
    return inputs.heading + "\n" + TextColumns.aligned(rows, left: left)
  }
}

extension Bootstrap {
  /// Ranges of replicates, a few for each thread so that none waits long for the last.
  fileprivate func ranges(for workers: Workers) -> [Range<Int>] {
    let size = max(1, replicates / (4 * workers.threads))
    return stride(from: 0, to: replicates, by: size).map { $0..<min($0 + size, replicates) }
  }

  /// The values of each metric on all replicates, computed side by side.
  func values(of metrics: [Metric], on scores: RankedScores, workers: Workers) -> [[Double]] {
    let ranges = ranges(for: workers)
    let parts = workers.map(ranges.count) {
      values(of: metrics, on: scores, replicates: ranges[$0])
    }
    return metrics.indices.map { m in parts.flatMap { $0[m] } }
  }

  /// The differences of each metric on all replicates, computed side by side.
  func differences(of metrics: [Metric], on pair: PairedScores, workers: Workers) -> [[Double]] {
    let ranges = ranges(for: workers)
    let parts = workers.map(ranges.count) {
      differences(of: metrics, on: pair, replicates: ranges[$0])
    }
    return metrics.indices.map { m in parts.flatMap { $0[m] } }
  }
}

extension RankedScores {
  /// Whether a set is too small for intervals to cover what they say.
  fileprivate var isSmall: Bool { min(inDistributionTotal, outOfDistributionTotal) < 100 }
}
