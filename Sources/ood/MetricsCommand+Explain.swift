import ArgumentParser
import Configuration
import Metrics

extension MetricsCommand {
  /// One pair of files under every convention, with the code that uses each.
  func printExplanation(_ inputs: MetricsInputs) throws {
    guard inputs.pairs.count == 1 else {
      throw ValidationError("--explain shows one pair of scores; choose with --ood and --column.")
    }
    let scores = inputs.pairs[0].scores
    let values = try DetectionMetrics(
      inDistribution: scores.inDistribution, outOfDistribution: scores.outOfDistribution)
    let shown = try metrics()
    if json {
      let conventions = shown.map { metric in
        json(metric.name, value: values.value(metric), metric.higherIsBetter, metric.facts)
      }
      let others = UnadoptedRule.all.map { rule in
        JSONValue.object([
          "code": .string(rule.code), "metric": .string(rule.metric), "rule": .string(rule.rule),
        ])
      }
      let object = JSONValue.object([
        "metrics": .array(conventions), "unadopted_rules": .array(others),
      ])
      try Terminal.print(object.canonicalText + "\n")
      return
    }
    var text = inputs.heading + "\n"
    for metric in shown {
      let facts = metric.facts
      let better = metric.higherIsBetter ? "higher is better" : "lower is better"
      text += "\n\(metric.name)  \(Self.text(values.value(metric)))  (\(better))\n"
      text += "  positive: \(facts.positive?.words ?? "the same for either side")\n"
      text += "  rule:     \(facts.rule)\n"
      text += "  used by:  \(facts.usedBy.joined(separator: ", "))\n"
      if let quirk = facts.quirk { text += "  mind:     \(quirk)\n" }
    }
    text += "\nPublished rules that print other numbers under these names, not offered here:\n"
    for rule in UnadoptedRule.all {
      text += "\n\(rule.code): \(rule.metric)\n  \(rule.rule)\n"
    }
    try Terminal.print(text)
  }

  private func json(
    _ name: String, value: Double, _ higherIsBetter: Bool, _ facts: MetricFacts
  ) -> JSONValue {
    .object([
      "name": .string(name), "value": .number(value), "higher_is_better": .bool(higherIsBetter),
      "positive": facts.positive.map { .string($0.words) } ?? .null,
      "rule": .string(facts.rule), "used_by": .array(facts.usedBy.map { .string($0) }),
      "quirk": facts.quirk.map { .string($0) } ?? .null,
    ])
  }
}
