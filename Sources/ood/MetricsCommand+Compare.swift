import ArgumentParser
import Configuration
import Metrics
import Results

extension MetricsCommand {
  /// Paired tests against a column or another model's files, with Holm's correction over the table.
  func printComparison(_ inputs: MetricsInputs) throws {
    let plan = try Bootstrap(replicates: bootstrap ?? 1000, seed: seed)
    let shown = try metrics()
    var tests: [PairedTest] = []
    for (pair, baseline) in try opponents(inputs) {
      let paired = try PairedScores(first: pair.scores, second: baseline)
      let resampled = shown.filter { $0 != .auroc }
      let replicates = plan.differences(of: resampled, on: paired, workers: workers)
      for metric in shown {
        let index = resampled.firstIndex(of: metric)
        let difference =
          try index.map {
            try PairedDifference(
              estimate: paired.difference(of: metric), replicates: replicates[$0], level: level)
          } ?? DeLong.difference(first: pair.scores, second: baseline, level: level)
        tests.append(
          PairedTest(
            label: inputs.label(pair), metric: metric,
            method: index == nil ? .deLong : .bootstrap, difference: difference))
      }
    }
    let adjusted = Holm.adjusted(tests.map(\.difference.pValue))
    let text =
      json
      ? JSONValue.array(
        zip(tests, adjusted).map { $0.json(adjusted: $1, level: level, inputs: inputs) }
      ).canonicalText + "\n"
      : table(tests, adjusted, inputs, plan)
    try Terminal.print(text)
  }

  /// Every pair with the scores it is compared with.
  private func opponents(
    _ inputs: MetricsInputs
  ) throws -> [(pair: MetricsInputs.Pair, baseline: DetectorScores)] {
    if let compareId {
      let others = try MetricsInputs(
        id: compareId, ood: zip(inputs.sets, compareOod).map { "\($0.name)=\($1)" },
        columns: column)
      let isSingle = inputs.columns.count == 1 && others.columns.count == 1
      return inputs.pairs.compactMap { pair in
        let other = others.pairs.first {
          $0.set == pair.set && (isSingle || $0.column == pair.column)
        }
        return other.map { (pair, $0.scores) }
      }
    }
    guard let compare, inputs.columns.contains(compare), inputs.columns.count > 1 else {
      throw ValidationError(
        "--compare needs a column of both files and another; they share "
          + inputs.columns.joined(separator: ", "))
    }
    return inputs.pairs.filter { $0.column != compare }.compactMap { pair in
      let baseline = inputs.pairs.first { $0.set == pair.set && $0.column == compare }
      return baseline.map { (pair, $0.scores) }
    }
  }

  private func table(
    _ tests: [PairedTest], _ adjusted: [Double], _ inputs: MetricsInputs, _ plan: Bootstrap
  ) -> String {
    let left = (tests.first?.label.count ?? 0) + 1
    var rows = [
      [String](repeating: "", count: left) + [
        "difference", "\(levelText) interval", "p", "p (Holm)", "test", "",
      ]
    ]
    for (test, p) in zip(tests, adjusted) {
      rows.append(
        test.label + [
          test.metric.name, Self.text(test.difference.estimate),
          Self.text(test.difference.interval), Self.pText(test.difference.pValue), Self.pText(p),
          test.method.rawValue, p <= 1 - level ? (test.isBetter ? "better" : "worse") : "",
        ])
    }
    let baseline = compare.map { "column \($0)" } ?? "\(compareId ?? "") and its --compare-ood"
    return inputs.heading + "\n"
      + "difference: row minus \(baseline), on the same images; AUROC tested by DeLong, the others "
      + "by paired bootstrap (\(plan.replicates) replicates, seed \(plan.seed)); Holm's correction "
      + "over the \(tests.count) tests\n" + TextColumns.aligned(rows, left: left)
  }

  private static func pText(_ p: Double) -> String { p < 0.0001 ? "<0.0001" : text(p) }
}

/// One row of a table of paired tests.
private struct PairedTest {
  enum Method: String {
    case deLong = "DeLong"
    case bootstrap
  }

  let label: [String]
  let metric: Metric
  let method: Method
  let difference: PairedDifference

  /// Whether the estimate favours the row over the baseline.
  var isBetter: Bool { (difference.estimate > 0) == metric.higherIsBetter }

  func json(adjusted: Double, level: Double, inputs: MetricsInputs) -> JSONValue {
    var members: [String: JSONValue] = [
      "metric": .string(metric.name), "test": .string(method.rawValue),
      "difference": .number(difference.estimate),
      "interval": MetricReport.json(difference.interval), "level": .number(level),
      "p": .number(difference.pValue), "p_holm": .number(adjusted),
      "significant": .bool(adjusted <= 1 - level),
    ]
    var label = label
    if inputs.sets.count > 1 { members["ood"] = .string(label.removeFirst()) }
    if inputs.columns.count > 1 { members["column"] = .string(label.removeFirst()) }
    return .object(members)
  }
}
