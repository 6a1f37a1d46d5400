import Configuration
import Metrics
import Results

/// Which detectors say the same: Kendall's tau-b of their scores on all test images together.
///
/// The images of the test set and of every split are pooled, since that is where a detector has to
/// rank.
public struct RedundancyAnalysis: Analysis {
  public static let name = "redundancy"

  public init() {}

  public func add(to record: inout UnitRecord, from evaluation: Evaluation) throws {
    let pooled = evaluation.detectors.indices.map { index in
      evaluation.splits.reduce(into: evaluation.test.scores[index]) { $0 += $1.set.scores[index] }
    }
    record.redundancy = RankCorrelations(
      detectors: evaluation.detectors.map(\.name), tau: try Redundancy(pooled).tau)
  }
}
