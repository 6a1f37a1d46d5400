import Configuration
import Datasets
import Results

/// Keeps every detector's score of every image in `scores/`, for `ood guard` and for plots.
///
/// The record holds the file's hash. See `UnitScores` for what the file has.
public struct ScoresAnalysis: Analysis {
  public static let name = "scores"

  public init() {}

  public func add(to record: inout UnitRecord, from evaluation: Evaluation) throws {
    let names = evaluation.detectors.map(\.name)
    func kept(
      _ set: Evaluation.ScoredSet, as name: String, hasClasses: Bool
    ) -> UnitScores.ImageSet {
      let images = set.outputs.images
      return UnitScores.ImageSet(
        name: name, samples: UnitScores.samplesHash(images.sampleIDs),
        scores: Dictionary(uniqueKeysWithValues: zip(names, set.scores)),
        isCorrect: hasClasses ? zip(set.outputs.predictions, images.labels).map(==) : nil)
    }
    let sets = evaluation.splits.map { role, set in
      kept(set, as: set.name, hasClasses: role == .covariate)
    }
    record.scores = try ScoresFile(
      UnitScores(
        [kept(evaluation.test, as: UnitScores.testSet, hasClasses: true)] + sets))
  }
}
