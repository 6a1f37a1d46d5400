import Configuration
import Metrics
import Results

/// Thresholds for deployment, chosen on validation images, and what they do elsewhere.
///
/// Adds to every detector the thresholds that accept a promised share of in-distribution images, in
/// two senses of the promise, with the share they accept of the test images, under covariate shift
/// and of every out-of-distribution split. Detectors that were fitted to the validation images get
/// none: the promise needs images of which nothing was fitted.
public struct OperatingPointAnalysis: Analysis {
  public static let name = "operating-points"
  public static let needsValidation = true

  /// The true positive rates.
  public var levels = OperatingPoint.usualLevels
  /// The share of validation sets that keep the stricter promise.
  public var confidence = 0.95

  public init() {}

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if levels.isEmpty { problems.append(SettingProblem("levels", "must name a rate")) }
    for (index, level) in levels.enumerated() where !(level > 0 && level < 1) {
      problems.append(SettingProblem("levels.\(index)", "must lie between 0 and 1, got \(level)"))
    }
    if !(confidence > 0 && confidence < 1) {
      problems.append(
        SettingProblem("confidence", "must lie between 0 and 1, got \(confidence)"))
    }
    return problems
  }

  public func add(to record: inout UnitRecord, from evaluation: Evaluation) throws {
    guard let validation = evaluation.validation else {
      throw ExperimentError(
        "\(OperatingPointAnalysis.name) need validation images, and the benchmark has none; leave "
          + "the analysis out")
    }
    for (index, detector) in evaluation.detectors.enumerated()
    where !detector.isFittedToValidation {
      // As `ood score` names columns, so that a point can be taken out of a record and applied.
      let choice = detector.choice.split(separator: ":", maxSplits: 1).map(String.init)
      var point = try OperatingPoint(
        detector: choice.first ?? detector.name, settings: choice.count > 1 ? choice[1] : "",
        validation: validation.scores[index], levels: levels, confidence: confidence)
      try point.realise(
        on: evaluation.test.scores[index], set: evaluation.test.name, role: .inDistribution)
      for (role, set) in evaluation.splits {
        try point.realise(
          on: set.scores[index], set: set.name,
          role: role == .covariate ? .covariateShift : .outOfDistribution)
      }
      record.withFacts(of: detector.name) { $0.operatingPoint = point }
    }
  }
}
