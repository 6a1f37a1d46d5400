import Configuration
import Datasets
import Metrics
import Results

/// The detectors as confidences of a classifier that may decline to answer.
///
/// Adds `aurc/...`, `eaurc/...` and `augrc` of every detector on the test images, and the parts that
/// detection and classification errors have in a score: `auroc/errors` separates right from wrong
/// test images; in the rows of the splits `auroc/right-against-ood` and `auroc/wrong-against-ood`
/// separate either from the out-of-distribution images. What has no such images is left out.
public struct SelectiveAnalysis: Analysis {
  public static let name = "selective"

  public init() {}

  public func add(to record: inout UnitRecord, from evaluation: Evaluation) throws {
    let isCorrect = zip(evaluation.test.outputs.predictions, evaluation.test.outputs.images.labels)
      .map { $0 == $1 }
    for (index, detector) in evaluation.detectors.enumerated() {
      let confidences = evaluation.test.scores[index]
      let curve = try RiskCoverage(confidences: confidences, isCorrect: isCorrect)
      record.withFacts(of: detector.name) { facts in
        for metric in SelectiveMetric.all { facts.metrics[metric.name] = metric.value(of: curve) }
      }
      let errors = try FailureDetection(confidences: confidences, isCorrect: isCorrect).errors
      record.withFacts(of: detector.name) { $0.metrics["auroc/errors"] = errors }
      for (role, set) in evaluation.splits where role != .covariate {
        let parts = try FailureDetection(
          confidences: confidences, isCorrect: isCorrect, outOfDistribution: set.scores[index])
        record.withRow(of: detector.name, on: set.name) { row in
          row.metrics["auroc/right-against-ood"] = parts.outOfDistribution
          row.metrics["auroc/wrong-against-ood"] = parts.outOfDistributionAgainstErrors
        }
      }
    }
  }
}
