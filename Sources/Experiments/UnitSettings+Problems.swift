import Configuration
import Datasets
import Detectors
import FineTuning

extension UnitSettings {
  public static func names(of setting: String) -> [String] {
    switch setting {
    case "method":
      allMethods.flatMap { type in
        [type.name] + type.presets.map { "\(type.name)@\($0.name)" }
      } + namedMethods.map(\.name)
    case "id": allBenchmarks.map(\.name)
    default: []
    }
  }

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    for (setting, value) in [
      ("shots", shots), ("seed", seed), ("limit", limit), ("fit_shots", fitShots),
      ("trajectory", trajectory),
    ] where value < 0 {
      problems.append(SettingProblem(setting, "must not be negative, got \(value)"))
    }
    if forgetting, trajectory == 0 {
      problems.append(
        SettingProblem("forgetting", "is part of the trajectory; set trajectory to 1 or more"))
    }
    let shipped = allBenchmarks.map(\.name)
    let known = shipped + benchmarks.keys.sorted()
    if !known.contains(id) {
      problems.append(SettingProblem("id", unknown: id, kind: "benchmark", known: known))
    }
    for (index, name) in oodFrom.enumerated() {
      if !known.contains(name) {
        problems.append(
          SettingProblem("ood_from.\(index)", unknown: name, kind: "benchmark", known: known))
      } else if oodFrom[..<index].contains(name) {
        problems.append(SettingProblem("ood_from.\(index)", "names '\(name)' a second time"))
      }
    }
    if oodFrom == [id] {
      problems.append(
        SettingProblem("ood_from", "names nothing but the in-distribution benchmark"))
    }
    for name in benchmarks.keys.sorted() {
      if let problem = BenchmarkSettings.problem(ofName: name) {
        problems.append(SettingProblem("benchmarks.\(name)", problem))
      } else if shipped.contains(name) {
        problems.append(
          SettingProblem("benchmarks.\(name)", "has the name of a shipped one; choose another"))
      }
    }
    if let method = method.value as? any FineTuningMethod {
      for source in Set(method.training.chosenSupervision.benchmarks).sorted()
      where !known.contains(source) {
        problems.append(
          SettingProblem(
            "method", unknown: source, kind: "benchmark of its supervision", known: known))
      }
    }
    if compositeReward != nil, descriptors == nil {
      problems.append(
        SettingProblem(
          "descriptors",
          "are missing, and the objective of \(method.label) rewards them; name their "
            + "file"))
    }
    if detectors.isEmpty {
      problems.append(SettingProblem("detectors", "must name at least one detector"))
    }
    for (index, detector) in chosenDetectors.enumerated() {
      guard let reason = reasonAgainst(type(of: detector)) else { continue }
      problems.append(
        SettingProblem("detectors.\(index)", "names \(type(of: detector).name), which \(reason)"))
    }
    var names: Set<String> = []
    for (index, analysis) in analyses.enumerated() {
      let type = analysis.value as? any Analysis
      if !names.insert(analysis.name).inserted {
        problems.append(
          SettingProblem("analyses.\(index)", "names \(analysis.name) a second time"))
      } else if type.map({ Swift.type(of: $0).needsValidation }) == true, lacksValidation {
        problems.append(
          SettingProblem(
            "analyses.\(index)",
            "names \(analysis.name), which need validation images, and "
              + "benchmark \(id) has none; leave them out"))
      }
    }
    return problems
  }

  /// Why a detector cannot be part of this unit; nil if it can.
  private func reasonAgainst(_ detector: any Detector.Type) -> String? {
    if detector.featureDomain == .nonnegative {
      return "is defined on rectified activations, and CLIP's embeddings are signed; leave it out "
        + "here, 'ood score' applies it to features of other models"
    }
    if detector.needs.contains(.descriptorCosines), descriptors == nil {
      return "reads descriptors of the classes; set descriptors to their file, or leave it out"
    }
    if detector.needs.contains(.values), !trainsValue {
      return "reads a value head, which \(method.label) does not train; choose objective "
        + "\(ProximalPolicy.name) with shots from 1, or leave it out"
    }
    if !detector.trainingNeeds.isEmpty, detector.fitSource == .validation, lacksValidation {
      return "is fitted to validation images, and benchmark \(id) has none; leave it out"
    }
    return nil
  }

  /// Whether the method trains a policy with a value beside it.
  private var trainsValue: Bool {
    let training = (method.value as? any FineTuningMethod)?.training
    return shots > 0 && training?.chosenObjective is ProximalPolicy
  }

  /// Whether the benchmark is known to have no validation images.
  private var lacksValidation: Bool {
    benchmarks[id].map { !$0.hasValidation }
      ?? allBenchmarks.contains { $0.name == id && !$0.hasValidation }
  }
}
