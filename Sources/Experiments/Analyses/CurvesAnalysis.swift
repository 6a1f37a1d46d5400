import Configuration
import Datasets
import Results
import Tensors

/// What plots show of the scores: ROC curves, histograms with the threshold, risk-coverage curves.
///
/// Adds `curves` to the record, some 3 kB a detector with four splits, so that figures can be drawn anew in a clone
/// without the scores. See `ScoreCurves` for the grids. The risk-coverage curve is that of the
/// in-distribution test images.
public struct CurvesAnalysis: Analysis {
  public static let name = "curves"

  public init() {}

  public func add(to record: inout UnitRecord, from evaluation: Evaluation) throws {
    let isCorrect = zip(evaluation.test.outputs.predictions, evaluation.test.outputs.images.labels)
      .map { $0 == $1 }
    record.curves = ScoreCurves(
      try evaluation.workers.tryMap(evaluation.detectors.count) { index in
        try ScoreCurves.Detector(
          detector: evaluation.detectors[index].name,
          inDistribution: evaluation.test.scores[index], isCorrect: isCorrect,
          splits: evaluation.splits.map { ($0.set.name, $0.set.scores[index]) })
      })
  }
}
