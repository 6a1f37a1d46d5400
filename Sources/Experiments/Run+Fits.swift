import Datasets
import Detectors

extension Run {
  /// The detectors, fitted where they learn.
  ///
  /// Only in-distribution images that are not for testing are within reach here.
  func fittedDetectors(to fits: [FitSource: ImageOutputs]) throws -> [any Detector] {
    return try settings.chosenDetectors.map { detector in
      let type = type(of: detector)
      guard !type.trainingNeeds.isEmpty, let images = fits[type.fitSource] else {
        return detector
      }
      return try detector.fitted(to: images.training(for: detector))
    }
  }

  /// The images that detectors of a kind are fitted to.
  func fitImages(_ source: FitSource) throws -> ImageSet {
    let benchmark = prepared.benchmark
    switch source {
    case .training:
      guard settings.fitShots > 0 else { return benchmark.train }
      return try settings.sampling.training(
        benchmark.train, shots: settings.fitShots, seed: UInt64(settings.seed))
    case .validation:
      guard benchmark.validation.count > 0 else {
        let names = settings.detectors(fittedTo: .validation)
        throw ExperimentError(
          "\(names.joined(separator: ", ")) must be fitted to validation images, and benchmark "
            + "\(benchmark.name) has none; leave \(names.count == 1 ? "it" : "them") out")
      }
      return benchmark.validation
    }
  }

  /// The validation images, where an analysis asks for them and the benchmark has some.
  func validation() -> ImageSet? {
    let images = prepared.benchmark.validation
    return settings.chosenAnalyses.isEmpty || images.count == 0 ? nil : images
  }

  /// The detectors that are fitted to a field.
  func detectors(learningFrom field: OutputField) -> [any Detector] {
    settings.chosenDetectors.filter { detector in
      let type = type(of: detector)
      return type.trainingNeeds.contains(field)
    }
  }

  /// Whether an analysis reads scores of validation images, and not only the classifier's answers.
  var scoresValidation: Bool {
    settings.chosenAnalyses.contains { type(of: $0).needsValidation }
  }
}
