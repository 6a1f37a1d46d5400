import Configuration
import Metrics

/// Calibration and selective prediction of one classifier and one confidence.
public struct ClassificationReport: Sendable {
  /// The values by name, in the order of tables; a name is `metric/convention` or `metric`.
  public let values: [(name: String, value: Double)]
  /// The intervals over the sampling of images by name; empty without a bootstrap.
  public private(set) var intervals: [String: Interval] = [:]

  /// Every metric of calibration, and of selective prediction by the largest probability.
  ///
  /// - Throws: `MetricError` without any image.
  public init(calibration images: Classifications) throws {
    let calibration = try ClassificationMetric.all.map { ($0.name, try $0.value(of: images)) }
    values =
      calibration
      + (try ClassificationReport(
        confidences: images.confidences, isCorrect: images.isCorrect
      ).values)
  }

  /// Every metric of selective prediction by a confidence.
  ///
  /// - Parameters:
  ///   - confidences: any scores of the images, higher = more confident.
  ///   - isCorrect: whether the classifier is right.
  ///   - outOfDistribution: confidences of images whose acceptance is an error: the areas with them
  ///     are named `with-ood/...`.
  /// - Throws: `MetricError` for no images, NaN, or a number of marks that is not that of the
  ///   confidences.
  public init(
    confidences: [Double], isCorrect: [Bool], outOfDistribution: [Double] = []
  ) throws {
    let curve = try RiskCoverage(confidences: confidences, isCorrect: isCorrect)
    var values = SelectiveMetric.all.map { ($0.name, $0.value(of: curve)) }
    let failures = try FailureDetection(
      confidences: confidences, isCorrect: isCorrect, outOfDistribution: outOfDistribution)
    for (name, value) in [
      ("failure-auroc/errors", failures.errors),
      ("failure-auroc/ood", failures.outOfDistribution),
      ("failure-auroc/ood-against-errors", failures.outOfDistributionAgainstErrors),
    ] {
      if let value { values.append((name, value)) }
    }
    if !outOfDistribution.isEmpty {
      let all = try RiskCoverage(
        confidences: confidences, isCorrect: isCorrect, outOfDistribution: outOfDistribution)
      values += SelectiveMetric.all.map { ("with-ood/\($0.name)", $0.value(of: all)) }
    }
    self.values = values
  }

  /// Adds intervals from the reports on bootstrap replicates.
  ///
  /// None for calibration errors: resampling adds noise to every bin, so that the replicates lie
  /// above the value itself. None for a value that some replicates lack, such as failures where all
  /// images are right.
  ///
  /// - Throws: `MetricError` unless the level lies between 0 and 1.
  public mutating func addIntervals(from replicates: [ClassificationReport], level: Double) throws {
    for (name, _) in values where !name.hasPrefix("ece/") {
      let found = replicates.compactMap { report in
        report.values.first { $0.name == name }?.value
      }
      if found.count == replicates.count, !found.isEmpty {
        intervals[name] = try Interval(percentilesOf: found, level: level)
      }
    }
  }

  /// The values as an object, conventions nested: `{"ece": {"equal-width": 0.1}}`; intervals under
  /// `intervals`, keyed alike.
  public var json: JSONValue {
    var object = JSONValue.object([:])
    for (name, value) in values { object.set(.number(value), at: name[...]) }
    for (name, interval) in intervals {
      object.set(MetricReport.json(interval), at: "intervals/\(name)"[...])
    }
    return object
  }
}

extension JSONValue {
  /// Sets a member by its path of names with `/` between them.
  fileprivate mutating func set(_ value: JSONValue, at path: Substring) {
    guard case .object(var members) = self else { return }
    let parts = path.split(separator: "/", maxSplits: 1)
    // Metrics are spelled as in the rest of the JSON, conventions as everywhere.
    let key = parts.count == 1 ? String(parts[0]) : String(parts[0].map { $0 == "-" ? "_" : $0 })
    if parts.count == 1 {
      members[key] = value
    } else {
      var inner = members[key] ?? .object([:])
      inner.set(value, at: parts[1])
      members[key] = inner
    }
    self = .object(members)
  }
}
