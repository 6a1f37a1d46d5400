import Configuration
import Detectors

extension Run {
  /// The ways of moving images that some detectors ask for, each once.
  func perturbations(for detectors: [any Detector]) -> [InputPerturbation] {
    var steps: [InputPerturbation] = []
    for detector in detectors {
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

  /// The detectors as records name them; one that is there twice has its settings, as
  /// `energy:temperature=2`.
  func named(_ detectors: [any Detector]) throws -> [Evaluation.NamedDetector] {
    let names = detectors.map { type(of: $0).name }
    return try zip(detectors, names).map { detector, name in
      let settings = try Configuration.settings(of: detector)
      let type = type(of: detector)
      return Evaluation.NamedDetector(
        name: names.count { $0 == name } > 1 ? name + list(settings) : name,
        revision: type.revision, choice: try choiceText(of: detector),
        isFittedToValidation: !type.trainingNeeds.isEmpty && type.fitSource == .validation)
    }
  }

  private func list(_ settings: JSONValue) -> String {
    guard case .object(let members) = settings, !members.isEmpty else { return "" }
    return ":"
      + members.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.canonicalText)" }
      .joined(separator: ",")
  }
}
