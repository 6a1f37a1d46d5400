import Detectors

extension Run {
  /// The ways of moving images that detectors ask for, each once.
  var perturbations: [InputPerturbation] {
    var steps: [InputPerturbation] = []
    for detector in settings.chosenDetectors {
      if let step = detector.inputPerturbation, !steps.contains(step) { steps.append(step) }
    }
    return steps
  }

  /// A set with every detector's scores.
  func scored(
    _ outputs: ImageOutputs, by detectors: [any Detector]
  ) throws -> Evaluation.ScoredSet {
    Evaluation.ScoredSet(
      outputs: outputs,
      scores: try detectors.map { try outputs.scores(of: $0, workers: workers) })
  }

  /// The detectors as records name them.
  func named(_ detectors: [any Detector]) throws -> [Evaluation.NamedDetector] {
    zip(detectors, try detectorLabels(detectors)).map { detector, label in
      Evaluation.NamedDetector(name: label, revision: type(of: detector).revision)
    }
  }
}
