import Configuration
import Datasets
import Detectors
import FineTuning

/// The settings of one unit of a sweep: what is trained and scored together.
public struct UnitSettings: Configurable {
  public static let name = "sweep"

  /// A model by the name of its folder in `models/`, or by path.
  public var model = "ood-tiny"
  /// The in-distribution benchmark, with its out-of-distribution splits.
  public var id = "fashion"
  /// Benchmarks of the user's own images, which `id` can name beside the shipped ones.
  ///
  /// Not part of a unit's identity: the contents of the named one are.
  public var benchmarks: [String: BenchmarkSettings] = [:]
  /// Benchmarks whose test images stand in for the benchmark's own out-of-distribution sets.
  ///
  /// Each makes a far set of its name; `id` itself is left out. Empty for the benchmark's own sets. With
  /// a grid over `id` that gives a matrix: each benchmark against each other one.
  public var oodFrom: [String] = []
  public var method = Chosen<Methods>(ZeroShot())
  /// Training images a class; 0 for methods that use none.
  public var shots = 16
  /// How these, and the validation images that methods choose settings on, are drawn.
  public var sampling = FewShotSampling.nested
  public var seed = 1
  /// At most this many images in each evaluation set; 0 for all.
  public var limit = 0
  /// Named one by one, so that a detector that is added later changes no sweep.
  public var detectors: [Chosen<DetectorRegistry>] = [
    Chosen(MaximumConceptMatching()), Chosen(MaximumSoftmaxProbability()), Chosen(MaxLogit()),
    Chosen(Energy()),
  ]
  /// Training images a class that detectors which learn are fitted to; 0 for all of them.
  ///
  /// Apart from `shots`, so that methods are compared on detectors that saw equally much. The images
  /// are those of the few-shot split with as many shots and the unit's seed.
  public var fitShots = 16
  /// How negative labels are mined for detectors that read them.
  public var negatives = NegativeLabelSettings()
  /// A file with descriptors of the classes, `{"class": ["...", ...]}`, for rewards and detectors that read
  /// some.
  ///
  /// Not part of a unit's identity: its contents are, where something reads them.
  public var descriptors: RelativePath?
  /// Epochs behind which a training is looked at, at most: accuracy and MCM on few test images, for
  /// analysis only; 0 for no trajectory.
  public var trajectory = UnitSettings.defaultTrajectory
  /// Whether the trajectory also follows classes that the task does not have, and the domains of the
  /// test set.
  public var forgetting = false
  /// What is measured beside the metrics of every detector on every split.
  public var analyses: [Chosen<AnalysisRegistry>] = []

  public init() {}

  private static let defaultTrajectory = 10
}

extension UnitSettings {
  /// Axes of a training that files may name beside the method: `objective: grpo` is
  /// `method.NAME.training.objective: grpo`, whatever the method's name.
  public static let trainingAxes = [
    "objective", "regularizers", "supervision", "curriculum", "domains", "replay", "guardrail",
  ]

  public static func normalized(_ settings: SettingNode) -> SettingNode {
    var node = settings.removing(trainingAxes)
    for axis in trainingAxes {
      guard let entry = settings.entries?.first(where: { $0.key == axis }) else { continue }
      let method = node["method"]
      let name = method?.text ?? (method?["name"] == nil ? method?.entries?.first?.key : nil)
      let path = ["method", name, "training", axis].compactMap { $0 }.joined(separator: ".")
      node.set(entry.value, at: path, keyPosition: entry.keyPosition)
    }
    return node
  }
}

extension UnitSettings {
  /// The settings that decide the unit's numbers, for its identity.
  ///
  /// What nothing in the unit reads is left out. So units that differ in it share a record, and a
  /// setting that the program learns later leaves the ids of earlier records alone.
  public func deciding() throws -> JSONValue {
    guard case .object(var members) = try Configuration.settings(of: self) else {
      throw ExperimentError("the settings of a unit are no mapping")
    }
    members["method"] = members["method"].map(UnitSettings.deciding)
    members["benchmarks"] = nil
    if oodFrom.isEmpty { members["ood_from"] = nil }
    members["descriptors"] = nil
    if sampling == .nested { members["sampling"] = nil }
    if !fitSources.contains(.training) { members["fit_shots"] = nil }
    if analyses.isEmpty { members["analyses"] = nil }
    if trajectory == UnitSettings.defaultTrajectory { members["trajectory"] = nil }
    if !forgetting { members["forgetting"] = nil }
    if !reads(.negativeCosines) { members["negatives"] = nil }
    return .object(members)
  }

  /// A method's settings without those that came after the first records and are not used.
  private static func deciding(_ method: JSONValue) -> JSONValue {
    guard case .object(var chosen) = method, let name = chosen.keys.first,
      case .object(var settings) = chosen[name]
    else { return method }
    let type = allMethods.first { $0.name == name }
    settings = UnitSettings.settings(settings, without: type?.settingsAddedLater ?? [:])
    for (key, value) in settings where key != "training" {
      settings[key] = UnitSettings.withoutAxes(value)
    }
    if case .array(let stages) = settings["stages"] {
      settings["stages"] = .array(stages.map(withoutAdded))
    }
    if case .object(let training) = settings["training"] {
      settings["training"] = .object(
        UnitSettings.settings(training, without: TrainingConfiguration.settingsAddedLater))
    }
    chosen[name] = .object(settings)
    return .object(chosen)
  }

  /// A value whose trainings, however deep, are without the axes that came later and are not used.
  private static func withoutAxes(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map(withoutAxes))
    case .object(let members):
      var members = members.mapValues(withoutAxes)
      if case .object(let training) = members["training"] {
        members["training"] = .object(
          UnitSettings.settings(training, without: TrainingConfiguration.axesAddedLater))
      }
      if case .array(let stages) = members["stages"] {
        members["stages"] = .array(stages.map(withoutAdded))
      }
      return .object(members)
    default: return value
    }
  }

  private static func withoutAdded(_ stage: JSONValue) -> JSONValue {
    guard case .object(let members) = stage else { return stage }
    return .object(settings(members, without: UnfreezingStage.settingsAddedLater))
  }

  private static func settings(
    _ settings: [String: JSONValue], without added: [String: JSONValue]
  ) -> [String: JSONValue] {
    settings.filter { added[$0.key] != $0.value }
  }

  /// The objective whose reward reads attributes or descriptors; nil where none does.
  var compositeReward: CompositeReward? {
    let training = (method.value as? any FineTuningMethod)?.training
    let reward = training?.chosenObjective as? CompositeReward
    return reward.flatMap { $0.readsDescriptors ? $0 : nil }
  }

  /// The detectors, in the order of the file.
  var chosenDetectors: [any Detector] { detectors.compactMap { $0.value as? any Detector } }

  /// The analyses, in the order in which a record gets them, whatever the order of the file.
  var chosenAnalyses: [any Analysis] {
    let chosen = analyses.compactMap { $0.value as? any Analysis }
    return allAnalyses.flatMap { type in chosen.filter { Swift.type(of: $0) == type } }
  }

  /// Whether a detector reads a field, to score or to learn.
  func reads(_ field: OutputField) -> Bool {
    for detector in chosenDetectors {
      let type = type(of: detector)
      if type.needs.contains(field) || type.trainingNeeds.contains(field) { return true }
    }
    return false
  }

  /// The in-distribution images that the detectors learn from.
  var fitSources: Set<FitSource> {
    Set(FitSource.allCases.filter { !detectors(fittedTo: $0).isEmpty })
  }

  /// The names of the detectors that learn from a kind of images.
  func detectors(fittedTo source: FitSource) -> [String] {
    var names: [String] = []
    for detector in chosenDetectors {
      let type = type(of: detector)
      if !type.trainingNeeds.isEmpty, type.fitSource == source { names.append(type.name) }
    }
    return names
  }
}
