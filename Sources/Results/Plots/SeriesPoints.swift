import FileFormats
import Metrics

/// The values that curves and scatters share: one for each method, shots, detector and metric.
struct SeriesPoints {
  struct Point {
    let metric: String
    let detector: String
    let method: String
    let shots: String
    let seeds: Int
    let value: Summary
    let accuracy: Summary?
  }

  let points: [Point]
  let methods: [String]
  let detectors: [String]
  let metrics: [String]
  let source: String

  /// The rows of the description must be the method and the shots.
  init(_ set: RecordSet, spec: TableSpec) throws {
    guard spec.rows.count == 2, spec.columns == .detector else {
      throw ResultsError(
        "a plot needs two rows, the method and the shots, and detectors as columns; found rows "
          + spec.rows.joined(separator: ", "))
    }
    let selection = try RecordSelection(set, spec: spec)
    let groups = try selection.groups()
    let metrics = spec.metrics.compactMap { Metric(name: $0)?.name }
    var points: [Point] = []
    func summary(
      _ metric: String, _ group: RecordSelection.Group, detector: String? = nil
    ) -> Summary? {
      let records = group.cells[[]]
      return records?.measurement(metric, detector: detector, splits: records?.splits ?? [])?
        .summary
    }
    let accuracies = groups.map { summary("accuracy", $0) }
    for metric in metrics {
      for detector in selection.detectors {
        for (group, accuracy) in zip(groups, accuracies) {
          guard let value = summary(metric, group, detector: detector) else { continue }
          points.append(
            Point(
              metric: metric, detector: detector, method: group.labels[0], shots: group.labels[1],
              seeds: group.records.count, value: value, accuracy: accuracy))
        }
      }
    }
    self.points = points
    self.metrics = metrics
    detectors = selection.detectors
    methods = groups.map { $0.labels[0] }.reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    let splits = selection.splits.joined(separator: ", ")
    source =
      "Source \(set.source) (\(set.records.count) records); mean and sample standard deviation "
      + "over seeds in %; OOD: \(splits)"
  }

  /// The numbers in percent with all their digits.
  func csv() -> String {
    var text =
      CSV.line([
        "metric", "detector", "method", "shots", "seeds", "value", "value_sd", "accuracy",
        "accuracy_sd",
      ]) + "\n"
    for point in points {
      let numbers = [point.value, point.accuracy].flatMap { summary in
        [SeriesPoints.percent(summary?.mean), SeriesPoints.percent(summary?.standardDeviation)]
      }
      text +=
        CSV.line(
          [point.metric, point.detector, point.method, point.shots, "\(point.seeds)"] + numbers)
        + "\n"
    }
    return text
  }

  /// More digits than any plot shows, fewer than would differ between machines.
  static func percent(_ value: Double?) -> String {
    value.map { DecimalText.text($0, decimals: 6, scale: 2) } ?? ""
  }

  /// The limits of an axis in percent: multiples of a step around all bars.
  static func range(_ summaries: [Summary]) -> (low: Double, high: Double) {
    let lows = summaries.map { 100 * ($0.mean - ($0.standardDeviation ?? 0)) }
    let highs = summaries.map { 100 * ($0.mean + ($0.standardDeviation ?? 0)) }
    guard let low = lows.min(), let high = highs.max() else { return (0, 100) }
    let span = high - low
    let step: Double = span > 40 ? 10 : span > 8 ? 5 : span > 3 ? 2 : 1
    let margin = span * 0.04 + 0.1
    return (
      max(0, ((low - margin) / step).rounded(.down) * step),
      min(100, ((high + margin) / step).rounded(.up) * step)
    )
  }

  /// The points of one method in one panel.
  struct Curve {
    let method: String
    let points: [Point]
    /// The condition by which gnuplot picks these points from the file.
    let condition: String

    /// Whether any point has a bar: gnuplot complains of series without a single one.
    var hasSpread: Bool { points.contains { $0.value.standardDeviation != nil } }
  }

  func curve(_ metric: String, _ detector: String, _ method: String) -> Curve {
    let conditions = [("metric", metric), ("detector", detector), ("method", method)].map {
      "strcol('\($0)') eq \(PlotStyle.quoted($1))"
    }
    let points = points.filter {
      $0.metric == metric && $0.detector == detector && $0.method == method
    }
    return Curve(
      method: method, points: points, condition: "(" + conditions.joined(separator: " && ") + ")")
  }

  /// Whether a method has one number of shots where others have several.
  func isConstant(_ method: String) -> Bool {
    func count(_ name: String) -> Int {
      Set(points.filter { $0.method == name }.map(\.shots)).count
    }
    return count(method) == 1 && methods.contains { count($0) > 1 }
  }

  /// The title of an axis, such as `FPR95 (%), lower is better`.
  static func axis(_ metric: String) -> String {
    let heading = ResultTable.heading(metric)
    let convention = metric.hasPrefix("fpr95/") ? " \(metric.dropFirst(6))" : ""
    let better = Metric(name: metric)?.higherIsBetter == false ? "↓" : "↑"
    return "\(heading)\(convention) (%) \(better)"
  }
}
