import ArgumentParser
import Configuration
import Metrics

extension MetricsCommand {
  /// Kendall's tau-b of the columns over all images of all files.
  func printRedundancy(_ inputs: MetricsInputs) throws {
    guard inputs.columns.count > 1 else {
      throw ValidationError("--redundancy compares columns, but the files share one only.")
    }
    let scores = inputs.columns.map { column in
      let pairs = inputs.pairs.filter { $0.column == column }
      return pairs[0].scores.inDistribution + pairs.flatMap(\.scores.outOfDistribution)
    }
    let found = try Redundancy(scores)
    let names = inputs.columns
    if json {
      let object = JSONValue.object([
        "columns": .array(names.map { .string($0) }),
        "tau_b": .array(
          found.tau.map { row in .array(row.map { $0.map { .number($0) } ?? .null }) }),
        "threshold": .number(Redundancy.threshold),
        "redundant": .array(
          found.redundantPairs.map { pair in
            .object([
              "first": .string(names[pair.first]), "second": .string(names[pair.second]),
              "tau_b": .number(pair.tau),
            ])
          }),
      ])
      try Terminal.print(object.canonicalText + "\n")
      return
    }
    var rows = [[""] + names]
    for (name, row) in zip(names, found.tau) {
      rows.append([name] + row.map { $0.map { Terminal.fixed($0, 3) } ?? "--" })
    }
    var text =
      "Kendall's tau-b over the \(scores[0].count) images; "
      + "redundant from |tau-b| \(Redundancy.threshold) on; --: one score for all\n"
      + TextColumns.aligned(rows)
    for pair in found.redundantPairs {
      let order = pair.tau < 0 ? "in reverse" : "alike"
      text +=
        "redundant: \(names[pair.first]) and \(names[pair.second]) order the images \(order) "
        + "(tau-b \(Terminal.fixed(pair.tau, 6)))\n"
    }
    try Terminal.print(text)
  }
}
