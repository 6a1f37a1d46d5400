import Configuration
import Metrics

/// The metrics of one detector on one pair of sets, with intervals where they were asked for.
public struct MetricReport: Sendable {
  /// Intervals over the sampling of test images.
  public struct Uncertainty: Sendable {
    /// How the replicates were drawn.
    public let bootstrap: Bootstrap
    /// The stratified bootstrap's interval of each metric.
    public let intervals: [Metric: Interval]
    /// DeLong's interval of AUROC; nil where a set has a single score.
    public let deLong: Interval?

    /// Makes the intervals from the values of `Metric.all` on the replicates.
    ///
    /// - Throws: `MetricError` unless the level lies between 0 and 1.
    public init(
      _ bootstrap: Bootstrap, replicates: [[Double]], scores: RankedScores, level: Double
    ) throws {
      self.bootstrap = bootstrap
      var intervals: [Metric: Interval] = [:]
      for (metric, values) in zip(Metric.all, replicates) {
        intervals[metric] = try metric.interval(
          from: values, on: scores, level: level)
      }
      self.intervals = intervals
      let hasVariance = min(scores.inDistributionTotal, scores.outOfDistributionTotal) > 1
      deLong = hasVariance ? try DeLong(scores).interval(level: level) : nil
    }
  }

  /// The values.
  public let metrics: DetectionMetrics
  /// The intervals; nil without a bootstrap.
  public let uncertainty: Uncertainty?

  /// Joins values and intervals.
  public init(_ metrics: DetectionMetrics, uncertainty: Uncertainty? = nil) {
    self.metrics = metrics
    self.uncertainty = uncertainty
  }

  /// The object that `ood metrics --json` prints.
  ///
  /// With intervals it has `intervals`, keyed like the values, and `delong` with DeLong's for AUROC.
  public func json() throws -> JSONValue {
    guard case .object(var members) = try settings(of: metrics), let uncertainty else {
      return try settings(of: metrics)
    }
    var intervals: [String: JSONValue] = [:]
    var rates: [String: JSONValue] = [:]
    for (metric, interval) in uncertainty.intervals {
      if case .fpr95(let convention) = metric {
        rates[convention.rawValue] = MetricReport.json(interval)
      } else {
        intervals[MetricReport.key(metric)] = MetricReport.json(interval)
      }
    }
    intervals["fpr95"] = .object(rates)
    members["intervals"] = .object(intervals)
    members["delong"] = .object(["auroc": uncertainty.deLong.map(MetricReport.json) ?? .null])
    members["bootstrap"] = .object([
      "replicates": .integer(uncertainty.bootstrap.replicates),
      "seed": .string(String(uncertainty.bootstrap.seed)),
      "level": .number(uncertainty.intervals[.auroc]?.level ?? 0),
      "rule": .string("stratified; percentile, detection_error bias-corrected"),
    ])
    return .object(members)
  }

  /// The key of a metric in JSON: `aupr_in`.
  static func key(_ metric: Metric) -> String {
    String(metric.name.map { $0 == "-" ? "_" : $0 })
  }

  /// The ends of an interval as JSON.
  public static func json(_ interval: Interval) -> JSONValue {
    .object(["lower": .number(interval.lower), "upper": .number(interval.upper)])
  }
}
