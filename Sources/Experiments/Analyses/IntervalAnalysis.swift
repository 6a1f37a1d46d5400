import Configuration
import Metrics
import Results
import Tensors

/// Bootstrap intervals of every metric in every row: what another draw of test images would change.
///
/// In-distribution and out-of-distribution images are resampled apart. The spread over seeds of
/// training is the tables' business.
public struct IntervalAnalysis: Analysis {
  public static let name = "intervals"

  /// The number of replicates.
  public var replicates = 1000
  /// The confidence level.
  public var level = 0.95

  public init() {}

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if replicates < 1 {
      problems.append(SettingProblem("replicates", "must be at least 1, got \(replicates)"))
    }
    if !(level > 0 && level < 1) {
      problems.append(SettingProblem("level", "must lie between 0 and 1, got \(level)"))
    }
    return problems
  }

  public func add(to record: inout UnitRecord, from evaluation: Evaluation) throws {
    let bootstrap = try Bootstrap(replicates: replicates, seed: 0)
    let splits = evaluation.splits.map(\.set)
    // A row needs none of the others, so they run side by side.
    let intervals = try evaluation.workers.tryMap(evaluation.detectors.count * splits.count) {
      index in
      let (detector, split) = index.quotientAndRemainder(dividingBy: splits.count)
      let scores = try RankedScores(
        inDistribution: evaluation.test.scores[detector],
        outOfDistribution: splits[split].scores[detector])
      return try bootstrap.intervals(of: Metric.all, on: scores, level: level)
    }
    for (index, row) in intervals.enumerated() {
      let (detector, split) = index.quotientAndRemainder(dividingBy: splits.count)
      var bounds: [String: ResultRow.Intervals.Bounds] = [:]
      for (metric, interval) in zip(Metric.all, row) {
        bounds[metric.name] = .init(lower: interval.lower, upper: interval.upper)
      }
      record.withRow(of: evaluation.detectors[detector].name, on: splits[split].name) {
        $0.intervals = .init(level: level, replicates: replicates, bounds: bounds)
      }
    }
  }
}
