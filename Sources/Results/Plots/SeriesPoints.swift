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

  /// The rows of the description must be the method and the shots; what else there is makes a name
  /// with the method's.
  init(_ set: RecordSet, spec: TableSpec) throws {
    guard spec.columns == .detector else { throw SeriesPoints.rowsFault(spec) }
    let selection = try RecordSelection(set, spec: spec)
    let groups = try selection.groups()
    let names = try SeriesPoints.names(of: groups.map(\.labels), spec: spec)
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
        for (index, accuracy) in accuracies.enumerated() {
          let group = groups[index]
          guard let value = summary(metric, group, detector: detector) else { continue }
          points.append(
            Point(
              metric: metric, detector: detector, method: names[index].method,
              shots: names[index].shots,
              seeds: group.records.count, value: value, accuracy: accuracy))
        }
      }
    }
    self.points = points
    self.metrics = metrics
    detectors = selection.detectors
    methods = names.map(\.method).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    let splits = selection.splits.joined(separator: ", ")
    source =
      "Source \(set.source) (\(set.records.count) records); mean and sample standard deviation "
      + "over seeds in %; OOD: \(splits)"
  }

  /// What a plot calls each row of labels: the second setting of the rows is the shots, the others that
  /// differ between rows are the method.
  static func names(
    of rows: [[String]], spec: TableSpec
  ) throws -> [(method: String, shots: String)] {
    guard spec.rows.count >= 2, !spec.rows.contains("detector") else { throw rowsFault(spec) }
    let others = spec.rows.indices.filter { $0 != 1 }
    let varying = others.filter { index in Set(rows.map { $0[index] }).count > 1 }
    let chosen = varying.isEmpty ? [0] : varying
    return rows.map { labels in
      (chosen.map { labels[$0] }.joined(separator: ", "), labels[1])
    }
  }

  static func rowsFault(_ spec: TableSpec) -> ResultsError {
    ResultsError(
      "a plot needs rows that begin with the method and the shots, and detectors as columns; found rows "
        + spec.rows.joined(separator: ", "))
  }

  /// The numbers in percent with all their digits.
  ///
  /// - Parameter hasIntervals: whether the ends of the intervals of the values are among them.
  func csv(hasIntervals: Bool = false) -> String {
    let intervals = hasIntervals ? ["value_low", "value_high"] : []
    var text =
      CSV.line(
        ["metric", "detector", "method", "shots", "seeds", "value", "value_sd"] + intervals
          + ["accuracy", "accuracy_sd"]) + "\n"
    for point in points {
      let (low, high) = SeriesPoints.interval(point.value)
      let isInterval = point.value.standardDeviation != nil
      let ends = [low, high].map { isInterval ? SeriesPoints.percent($0) : "" }
      text +=
        CSV.line(
          [
            point.metric, point.detector, point.method, point.shots, "\(point.seeds)",
            SeriesPoints.percent(point.value.mean),
            SeriesPoints.percent(point.value.standardDeviation),
          ] + (hasIntervals ? ends : []) + [
            SeriesPoints.percent(point.accuracy?.mean),
            SeriesPoints.percent(point.accuracy?.standardDeviation),
          ]) + "\n"
    }
    return text
  }

  /// More digits than any plot shows, fewer than would differ between machines.
  static func percent(_ value: Double?) -> String {
    value.map { DecimalText.text($0, decimals: 6, scale: 2) } ?? ""
  }

  /// How far a bar of the sample standard deviation over seeds reaches.
  static func deviation(_ summary: Summary) -> (low: Double, high: Double) {
    let half = summary.standardDeviation ?? 0
    return (summary.mean - half, summary.mean + half)
  }

  /// The 95 % t-interval of the mean over seeds, within 0 to 1; the mean itself of a single seed.
  static func interval(_ summary: Summary) -> (low: Double, high: Double) {
    guard let interval = try? summary.interval(level: 0.95) else {
      return (summary.mean, summary.mean)
    }
    return (max(0, interval.lower), min(1, interval.upper))
  }

  /// The limits of an axis in percent: multiples of a step around all bars or bands.
  static func range(
    _ summaries: [Summary], reach: (Summary) -> (low: Double, high: Double) = deviation
  ) -> (low: Double, high: Double) {
    let lows = summaries.map { 100 * reach($0).low }
    let highs = summaries.map { 100 * reach($0).high }
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

  /// Whether a method has one number of shots where others have several, or no shots at all.
  func isConstant(_ method: String) -> Bool {
    func shots(_ name: String) -> Set<String> {
      Set(points.filter { $0.method == name }.map(\.shots))
    }
    let own = shots(method)
    return own == ["0"] || own.count == 1 && methods.contains { shots($0).count > 1 }
  }

  /// The dash of a method's line.
  func dash(_ method: String) -> Int { PlotStyle.dash(methods.firstIndex(of: method) ?? 0) }

  /// What bands are, for people; nil where no method has two seeds.
  var bandNote: String? {
    let seeds = Set(points.filter { $0.value.standardDeviation != nil }.map(\.seeds)).sorted()
    guard !seeds.isEmpty else { return nil }
    return "bands: 95 % t-intervals over \(seeds.map(String.init).joined(separator: " or ")) seeds"
  }

  /// The title of an axis, such as `FPR95 (%), lower is better`.
  static func axis(_ metric: String) -> String {
    let heading = ResultTable.heading(metric)
    let convention = metric.hasPrefix("fpr95/") ? " \(metric.dropFirst(6))" : ""
    let better = Metric(name: metric)?.higherIsBetter == false ? "↓" : "↑"
    return "\(heading)\(convention) (%) \(better)"
  }
}
