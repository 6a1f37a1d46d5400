import Configuration
import Datasets
import LabelModels
import Tensors

/// Labels by functions that look at images, texts and metadata, and never at the labels.
///
/// Each function votes for a class or abstains; functions of a group have one vote together; a label
/// model makes a distribution over the classes of each image's votes. Images on which all abstain,
/// and those whose most probable class has less than `dropBelow`, are left out of training.
///
/// Sources: Ratner et al., Snorkel, arXiv:1711.10160 (labelling functions); Dawid, Skene, 1979.
public struct WeakLabels: Supervision {
  public static let name = "labelling-functions"
  public static let revision = 1

  /// The rule that makes labels of votes.
  public enum Model: String, Codable, Sendable, CaseIterable {
    case majority
    /// One accuracy a function.
    case oneCoin = "one-coin"
    /// A confusion matrix a function.
    case dawidSkene = "dawid-skene"

    var rule: any LabelModel {
      switch self {
      case .majority: MajorityVote()
      case .oneCoin: OneCoinDawidSkene()
      case .dawidSkene: DawidSkene()
      }
    }
  }

  /// What becomes of votes that agree more than independent functions can.
  public enum Guard: String, Codable, Sendable, CaseIterable {
    /// No training.
    case strict
    /// Training, with the finding in the record.
    case warn
  }

  /// The functions.
  public var functions: [Chosen<LabellingFunctions>] = []
  /// What makes labels of their votes.
  public var labelModel = Model.oneCoin
  /// A metadata column with a value a domain, where functions may be better or worse; empty for one
  /// domain.
  public var domains = ""
  /// Unlabelled images a class, drawn from the training images; 0 for the unit's own shots.
  public var pool = 0
  /// Foreign images in the pool.
  public var contamination = Contamination()
  /// Images with less for their most probable class are left out.
  public var dropBelow = 0.5
  /// Whether training gets the distributions; else the most probable class alone.
  public var soft = true
  public var dependencies = Guard.strict
  /// The largest residual that the guard lets pass.
  public var dependencyThreshold = 0.15
  /// How many true labels of the pool the report may look at; nil for all.
  ///
  /// Training never does.
  public var nGold: Int?

  public init() {}

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    func check(_ setting: String, _ isRight: Bool, _ message: String) {
      if !isRight { problems.append(SettingProblem(setting, message)) }
    }
    check("functions", !functions.isEmpty, "must name at least one labelling function")
    check("pool", pool >= 0, "must not be negative, got \(pool)")
    check("drop_below", dropBelow >= 0 && dropBelow <= 1, "must lie in [0, 1], got \(dropBelow)")
    check(
      "dependency_threshold", dependencyThreshold > 0,
      "must be above 0, got \(dependencyThreshold)")
    check("n_gold", nGold ?? 0 >= 0, "must not be negative, got \(nGold ?? 0)")
    check(
      "domains", domains.isEmpty || labelModel == .oneCoin,
      "needs the label model one-coin, got \(labelModel.rawValue)")
    return problems
  }

  var chosenFunctions: [any LabellingFunction] {
    functions.compactMap { $0.value as? any LabellingFunction }
  }

  public var benchmarks: [String] {
    chosenFunctions.compactMap(\.benchmark) + [contamination.benchmark].compactMap { $0 }
  }

  public func data(beside shots: ImageSet, in scene: SupervisionScene) throws -> [String: String] {
    // Functions with labelled images read training images that are not in the pool.
    var data = ["supervision-pool": try scene.contentHash(nil)]
    let columns = chosenFunctions.flatMap(\.columns) + (domains.isEmpty ? [] : [domains])
    if !columns.isEmpty {
      data["supervision-columns"] = try scene.pool.metadataHash(columns: columns)
    }
    for name in Set(benchmarks) {
      data["supervision-\(name)"] = try scene.contentHash(name)
    }
    return data
  }

  public func supervised(_ shots: ImageSet, in scene: SupervisionScene) throws -> SupervisedShots {
    let own =
      pool == 0
      ? shots : try FewShotSplit.sample(from: scene.pool, shots: pool, seed: scene.seed).images
    let foreign = try contamination.images(
      beside: own.count, classNames: own.classNames, in: scene)
    // No function sees a label of the pool: they are taken off here.
    let blank = own.relabelled([Int](repeating: 0, count: own.count))
    let images =
      foreign.map { blank.joined(with: $0, labels: [Int](repeating: 0, count: $0.count)) } ?? blank
    let votes = try votes(on: images, pooled: own, in: scene)
    let (groups, names) = try self.groups()
    let grouped = try votes.grouped(groups, count: names.count)
    let finding = DependencyGuard(threshold: dependencyThreshold).finding(on: grouped)
    if let finding, finding.isDependent, dependencies == .strict {
      throw FineTuningError(refusal(finding, names))
    }
    let estimate = try labelModel.rule.labels(for: grouped)
    let kept = (0..<images.count).filter {
      estimate.confidence($0).map { $0 >= dropBelow } ?? false
    }
    guard !kept.isEmpty else {
      throw FineTuningError(
        "labelling functions left none of \(images.count) images with a label of \(dropBelow) or "
          + "more; lower drop_below or the functions' margins")
    }
    let report = try WeakLabelReport(
      votes: votes, groups: groups.map { names[$0] }, names: functionNames(), estimate: estimate,
      finding: finding, labels: own.labels, foreign: foreign?.count ?? 0, kept: kept, nGold: nGold,
      seed: scene.seed
    ).report()
    let labels = kept.map { estimate.label($0) ?? 0 }
    return SupervisedShots(
      images: images.selecting(kept).relabelled(labels),
      targets: soft ? targets(estimate, kept) : nil,
      report: report)
  }
}
