import Configuration
import Datasets
import Metrics
import Results
import Tensors

/// How well the softmax probabilities of the classifier fit its answers.
///
/// Adds `nll`, `brier`, `ece/equal-width` and `ece/equal-mass` to the unit's metrics, of the test
/// images and, with the split's name behind, of those under a covariate shift. Where the benchmark
/// has validation images, `temperature` is the one that fits them best and `scaled/nll` and so on
/// are the same metrics after division by it; where no temperature fits (no image is classified
/// wrongly) they are left out.
public struct CalibrationAnalysis: Analysis {
  public static let name = "calibration"

  public init() {}

  public func add(to record: inout UnitRecord, from evaluation: Evaluation) throws {
    var scales = ["": 1.0]
    if let temperature = try evaluation.validation.flatMap({ try self.temperature($0.outputs) }) {
      record.metrics["temperature"] = temperature
      scales["scaled/"] = 1 / temperature
    }
    for (prefix, scale) in scales {
      try measure(evaluation.test.outputs, scale: scale) { name, value in
        record.metrics[prefix + name] = value
      }
      for (role, set) in evaluation.splits where role == .covariate {
        try measure(set.outputs, scale: scale) { name, value in
          record.metrics["\(prefix)\(name)/\(set.name)"] = value
        }
      }
    }
  }

  private func measure(
    _ outputs: ImageOutputs, scale: Double, report: (String, Double) -> Void
  ) throws {
    let images = try Classifications(
      logits: DoubleMatrix(outputs.logits).values, classes: outputs.logits.columns,
      labels: outputs.images.labels, scale: scale)
    // Accuracy is in every record and no temperature changes it.
    for metric in ClassificationMetric.all where metric != .accuracy {
      report(metric.name, try metric.value(of: images))
    }
  }

  /// The best temperature; nil where the validation images determine none.
  private func temperature(_ outputs: ImageOutputs) throws -> Double? {
    do {
      return try TemperatureScaling.fit(
        logits: DoubleMatrix(outputs.logits).values, classes: outputs.logits.columns,
        labels: outputs.images.labels)
    } catch is MetricError {
      return nil
    }
  }
}
