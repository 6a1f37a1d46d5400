import Configuration
import Metrics

extension ResultTable {
  /// What the numbers are, in words for every format.
  func notes() -> String {
    var notes = [values]
    notes += spec.metrics.compactMap(MetricDescription.init(name:)).compactMap(
      ResultTable.conventionNote)
    notes.append(outOfDistribution)
    notes += marks
    if missingCount > 0 { notes.append("\(ResultTable.missing): not available.") }
    return notes.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Unit, spread and the number of seeds.
  private var values: String {
    let counts = Set(rows.compactMap(\.seeds) + columns.compactMap(\.seeds)).sorted()
    if counts == [1] { return "Values in % of a single seed." }
    let place = spec.columns == .setting ? "n at the columns" : "n in column seeds"
    let seeds = counts.count == 1 ? "n = \(counts[0])" : place
    let spread =
      spec.spread == .sd
      ? "sample standard deviation (SD, divisor n - 1) over seeds"
      : "half the 95 % confidence interval (CI) of the mean over seeds (Student's t)"
    if !spec.baseline.isEmpty {
      return
        "Differences in percentage points: mean of row less baseline (\(baselineText)), paired "
        + "by seed, ± \(spread), \(seeds)."
    }
    return "Values in %: mean ± \(spread), \(seeds)."
  }

  private var baselineText: String {
    spec.baseline.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      .joined(separator: ", ")
  }

  /// A rule whose name leaves the positive class or the threshold open.
  private static func conventionNote(_ metric: MetricDescription) -> String? {
    guard let positive = metric.facts.positive else { return nil }
    return "\(fullHeading(metric.name)): \(positive.words) samples positive, \(metric.facts.rule)."
  }

  private var outOfDistribution: String {
    guard spec.columns != .split, !splits.isEmpty else { return "" }
    let roles = spec.splits.isEmpty ? spec.roles.map(\.rawValue).joined(separator: "+") + " " : ""
    return splits.count == 1
      ? "OOD: \(roles)\(splits[0])."
      : "OOD: mean over \(roles)\(splits.joined(separator: ", "))."
  }

  /// The rule of bold and italic; none where no row has a rival.
  private var marks: [String] {
    if !spec.baseline.isEmpty {
      guard testCount > 0 else { return ["No test is possible, so nothing is bold."] }
      return [
        "Bold: other than 0 (two-sided paired t-tests over seeds, Holm-adjusted over the table's "
          + "\(testCount) tests, alpha = \(JSONValue.text(of: spec.alpha)))."
      ]
    }
    guard rows.contains(where: { $0.cells.contains { $0?.isBest == true } }) else { return [] }
    if testCount == 0 {
      return ["Italic: best mean of a column; no test is possible, so nothing is bold."]
    }
    var notes = [
      "Bold: best mean of a column, significantly better than every other\(rivals) (two-sided "
        + "paired t-tests over seeds, Holm-adjusted over the table's \(testCount) tests, "
        + "alpha = \(JSONValue.text(of: spec.alpha))); italic: best mean, not significantly."
    ]
    if hasConstants {
      notes.append("A single run without training or drawn images is tested as a constant.")
    }
    return notes
  }

  private var rivals: String {
    let keys = Set(rows.map(\.comparable))
    return keys.count > 1
      ? " row of equal \(spec.comparableWithin.joined(separator: ", "))" : " row"
  }
}
