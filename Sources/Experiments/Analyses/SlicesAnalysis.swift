import Configuration
import Datasets
import Metrics
import Results
import Tensors

/// What was measured, apart for each value of columns of metadata: severities, styles, planes.
///
/// Test and covariate images are sliced by their columns: accuracy, the share accepted at each
/// detector's threshold for the whole test set, and AUROC and FPR95 of a test slice against every
/// out-of-distribution split. Out-of-distribution splits are sliced by theirs, against all test
/// images. Counts of the slices of a column add up to the set's, so accuracy and share accepted
/// recombine; AUROC does not. A set without a column has no slices by it.
public struct SlicesAnalysis: Analysis {
  public static let name = "slices"

  /// The columns; `label` is the class.
  public var columns: [String] = []
  /// Bootstrap replicates for the intervals of AUROC and FPR95; 0 for no intervals.
  public var replicates = 1000
  /// The confidence level of these.
  public var level = 0.95
  /// The most values of a column in a set: a name for every image is no slice.
  public var values = 50

  public init() {}

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if columns.isEmpty {
      problems.append(
        SettingProblem("columns", "must name a column of metadata, such as [style], or [label]"))
    }
    for (index, column) in columns.enumerated() where columns[..<index].contains(column) {
      problems.append(SettingProblem("columns.\(index)", "names '\(column)' a second time"))
    }
    if replicates < 0 {
      problems.append(SettingProblem("replicates", "must not be negative, got \(replicates)"))
    }
    if !(level > 0 && level < 1) {
      problems.append(SettingProblem("level", "must lie between 0 and 1, got \(level)"))
    }
    if values < 1 { problems.append(SettingProblem("values", "must be at least 1, got \(values)")) }
    return problems
  }

  public func add(to record: inout UnitRecord, from evaluation: Evaluation) throws {
    let slices = try counted(evaluation)
    // A slice needs none of the others, so they run side by side.
    record.slices = try evaluation.workers.tryMap(slices.count) { index in
      var slice = slices[index].slice
      slice.rows = try rows(slice, of: slices[index].indices, in: evaluation)
      return slice
    }
  }

  /// The slices with the places of their images and all that is counted, in the order of columns,
  /// sets and values.
  private func counted(_ evaluation: Evaluation) throws -> [(slice: Slice, indices: [Int])] {
    let thresholds = try evaluation.test.scores.map { try FPR95.threshold(inDistribution: $0) }
    let sets = [(OODRole.id, evaluation.test)] + evaluation.splits.map { ($0.role, $0.set) }
    var slices: [(slice: Slice, indices: [Int])] = []
    for column in columns {
      for (role, set) in sets {
        let images = set.outputs.images
        guard let slicing = try Slicing(images, by: column, limit: values) else { continue }
        for (value, indices) in slicing.parts {
          var accepted: [String: Int] = [:]
          for (index, detector) in evaluation.detectors.enumerated() {
            accepted[detector.name] = indices.count {
              set.scores[index][$0] >= thresholds[index]
            }
          }
          let slice = Slice(
            column: column, value: value, set: set.name, role: role, count: indices.count,
            correct: role == .near || role == .far
              ? nil : indices.count { set.outputs.predictions[$0] == images.labels[$0] },
            accepted: accepted, rows: [])
          slices.append((slice, indices))
        }
      }
    }
    return slices
  }

  /// A row of every detector: on each split for a test slice, on the slice itself otherwise.
  private func rows(
    _ slice: Slice, of indices: [Int], in evaluation: Evaluation
  ) throws -> [ResultRow] {
    let splits = evaluation.splits.filter {
      slice.role == .id ? $0.role == .near || $0.role == .far : $0.set.name == slice.set
    }
    return try evaluation.detectors.enumerated().flatMap { index, detector in
      try splits.map { role, set in
        let test = evaluation.test.scores[index]
        let isTest = slice.role == .id
        let scores = try RankedScores(
          inDistribution: isTest ? indices.map { test[$0] } : test,
          outOfDistribution: isTest ? set.scores[index] : indices.map { set.scores[index][$0] })
        let metrics = SlicesAnalysis.metrics
        return ResultRow(
          detector: detector.name, revision: detector.revision, split: set.name, role: role,
          nID: scores.inDistributionTotal, nOOD: scores.outOfDistributionTotal,
          metrics: Dictionary(
            uniqueKeysWithValues: metrics.map { ($0.name, $0.value(of: scores)) }),
          intervals: try intervals(of: metrics, on: scores))
      }
    }
  }

  private static let metrics =
    [Metric.auroc] + FPR95Convention.allCases.map { Metric.fpr95($0) }

  private func intervals(
    of metrics: [Metric], on scores: RankedScores
  ) throws -> ResultRow.Intervals? {
    guard replicates > 0 else { return nil }
    let intervals = try Bootstrap(replicates: replicates, seed: 0)
      .intervals(of: metrics, on: scores, level: level)
    let bounds = zip(metrics, intervals).map { metric, interval in
      (metric.name, ResultRow.Intervals.Bounds(lower: interval.lower, upper: interval.upper))
    }
    return .init(
      level: level, replicates: replicates, bounds: Dictionary(uniqueKeysWithValues: bounds))
  }
}
