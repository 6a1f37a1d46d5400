import Datasets
import Metrics
import Results
import Tensors

/// The scores of all detectors on all sets of a unit, from which everything is measured.
public struct Evaluation: Sendable {
  /// One set with the scores `[detectors][images]`.
  struct ScoredSet: Sendable {
    let outputs: ImageOutputs
    let scores: [[Double]]

    var name: String { outputs.images.name }
    var accuracy: Double {
      get throws {
        try Accuracy.value(predictions: outputs.predictions, labels: outputs.images.labels)
      }
    }
  }

  /// A detector as records name it.
  struct NamedDetector: Sendable {
    let name: String
    let revision: Int
    /// The text that chooses it: its name, and the settings that are not at their defaults.
    let choice: String
    let isFittedToValidation: Bool
  }

  let detectors: [NamedDetector]
  let test: ScoredSet
  let splits: [(role: OODRole, set: ScoredSet)]
  /// In-distribution images held out of training; nil where no analysis asks for them or the
  /// benchmark has none.
  let validation: ScoredSet?
  let workers: Workers

  /// The share of right classes on the test set and on those under a covariate shift.
  func accuracies() throws -> [String: Double] {
    var accuracies = ["accuracy": try test.accuracy]
    for (role, set) in splits where role == .covariate {
      accuracies["accuracy/\(set.name)"] = try set.accuracy
    }
    return accuracies
  }

  /// Each detector's metrics on each split.
  func rows() throws -> [ResultRow] {
    try detectors.enumerated().flatMap { index, detector in
      try splits.map { role, set in
        ResultRow(
          detector: detector.name, revision: detector.revision, split: set.name, role: role,
          metrics: try DetectionMetrics(
            inDistribution: test.scores[index], outOfDistribution: set.scores[index]))
      }
    }
  }
}
