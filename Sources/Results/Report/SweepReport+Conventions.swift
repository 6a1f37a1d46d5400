import Metrics

extension SweepReport {
  /// What each metric of the page is, by whose rule, and what surprises.
  var conventions: [Markup] {
    let rules = [
      "Scores: higher means more in-distribution, whatever the detector.",
      "A metric whose name does not settle it states its positive class and its threshold "
        + "here; numbers under other conventions cannot be compared with these.",
      "Bold: the best mean of a column, significantly better than every comparable row (paired "
        + "t-tests over seeds, Holm-adjusted over the table). Italic: the best mean, not "
        + "significantly. The notes below a table give the number of tests and the level.",
      "Percentages are rounded once, ties to even, from the shortest digits that identify the "
        + "number. -- is a value that is not there, never zero.",
    ]
    let names = Set(
      records.flatMap { entry in
        Array(entry.record.metrics.keys) + entry.record.results.flatMap(\.metrics.keys)
          + entry.record.detectors.flatMap(\.metrics.keys)
      })
    let metrics = MetricDescription.all.filter { names.contains($0.name) }
    let table = ReportTable(
      title: "Metrics",
      columns: ["metric", "better", "positive", "rule", "used by", "mind"].map {
        ReportTable.column($0)
      },
      rows: metrics.map { metric in
        [
          metric.name, metric.higherIsBetter ? "higher" : "lower",
          metric.facts.positive?.words ?? "either", metric.facts.rule,
          metric.facts.usedBy.joined(separator: ", "), metric.facts.quirk ?? "",
        ].map { Markup($0) }
      },
      notes: "accuracy/SET is the accuracy on a set of shifted images with the same classes.",
      isProse: true)
    return [.element("ul", rules.map { Markup.element("li", $0) }), table.markup]
  }
}
