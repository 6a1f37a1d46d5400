import Configuration
import Datasets
import Results

/// A user's own benchmark, in a configuration.
public struct BenchmarkSettings: Configurable, Equatable {
  public static let name = "benchmark"

  /// What becomes of training images where no `validation` is named.
  public enum HeldOut: String, Codable, Sendable, CaseIterable {
    /// The last tenth of each class is parted off for choosing settings.
    case tenth
    /// All stay for training, and there are no validation images.
    case none
  }

  /// The sets that detectors are measured on, by the names that tables give them.
  public struct Splits: Configurable, Equatable {
    public static let name = "ood"
    /// Out-of-distribution sets close to the classes.
    public var near: [String: SourceSettings] = [:]
    /// Other out-of-distribution sets.
    public var far: [String: SourceSettings] = [:]
    /// The classes in other styles.
    public var covariate: [String: SourceSettings] = [:]

    /// No sets.
    public init() {}

    /// All sets with their places in the benchmark.
    var all: [(key: String, name: String, source: SourceSettings)] {
      [("near", near), ("far", far), ("covariate", covariate)].flatMap { role, sets in
        sets.sorted { $0.key < $1.key }.map { ("ood.\(role).\($0.key)", $0.key, $0.value) }
      }
    }
  }

  /// In-distribution training images.
  public var train = SourceSettings()
  /// In-distribution images for choosing settings.
  public var validation: SourceSettings?
  /// What becomes of training images where no `validation` is named.
  public var heldOut = HeldOut.tenth
  /// In-distribution test images.
  public var test = SourceSettings()
  /// The sets that detectors are measured on.
  public var ood = Splits()
  /// All classes as the sources name them; without them, those of the training images.
  public var classes: ClassList?
  /// What prompts call a class, where it is not what the sources call it.
  public var names = NamedTexts([:])
  /// Prompts with `{}` for the class; the first is the default, all together are the ensemble.
  public var prompts = ["a photo of a {}."]

  /// A benchmark that names no images yet.
  public init() {}

  /// Whether there will be validation images.
  var hasValidation: Bool { validation != nil || heldOut == .tenth }

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    for (key, source) in [("train", train), ("test", test)] where source == SourceSettings() {
      problems.append(
        SettingProblem(key, "is missing; write \(key): {folder: PATH}, or another source"))
    }
    if train.imglist != nil || test.imglist != nil, classes == nil {
      problems.append(
        SettingProblem("classes", "are missing; an image list has only their numbers"))
    }
    if case .names(let names) = classes {
      if names.isEmpty { problems.append(SettingProblem("classes", "must not be empty")) }
      for (index, name) in names.enumerated() where names[..<index].contains(name) {
        problems.append(SettingProblem("classes.\(index)", "names '\(name)' a second time"))
      }
    }
    for (name, texts) in names.texts.sorted(by: { $0.key < $1.key }) where texts.count != 1 {
      problems.append(SettingProblem("names.\(name)", "must be one text, got \(texts.count)"))
    }
    if prompts.isEmpty { problems.append(SettingProblem("prompts", "must not be empty")) }
    for (index, prompt) in prompts.enumerated() where !prompt.contains("{}") {
      problems.append(
        SettingProblem("prompts.\(index)", "is '\(prompt)', expected {} where the class stands"))
    }
    var seen: Set<String> = []
    for (key, name, _) in ood.all {
      if let problem = BenchmarkSettings.problem(ofName: name) {
        problems.append(SettingProblem(key, problem))
      } else if BenchmarkSettings.isReserved(name) {
        problems.append(
          SettingProblem(key, "has a name that records use for other data; choose another"))
      } else if !seen.insert(name).inserted {
        problems.append(SettingProblem(key, "has the name of another set; choose another"))
      }
    }
    return problems
  }

  /// Why a text cannot name a set or a benchmark; nil if it can.
  static func problem(ofName name: String) -> String? {
    let isPlain = name.utf8.allSatisfy {
      (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
    return isPlain && !name.isEmpty
      ? nil : "needs a name of a-z, 0-9 and -, which tables and files have as well"
  }

  /// Whether records have something else of that name among their data.
  private static func isReserved(_ name: String) -> Bool {
    name == "prompts" || EvaluationProtocol.isForTraining(name)
  }

  /// The benchmark, of which nothing is read but a file of class names.
  ///
  /// - Throws: `FormatError` if that file cannot be read; `ExperimentError` without train or test.
  public func definition(named name: String) throws -> UserBenchmark {
    guard let train = train.source, let test = test.source else {
      throw ExperimentError("benchmark \(name) needs 'train' and 'test'")
    }
    func sets(_ sets: [String: SourceSettings]) -> [UserBenchmark.NamedSource] {
      sets.sorted { $0.key < $1.key }.compactMap { name, settings in
        settings.source.map { UserBenchmark.NamedSource(name, $0) }
      }
    }
    var benchmark = UserBenchmark(name: name, train: train, test: test)
    benchmark.validation = validation?.source
    benchmark.holdsOutTenth = heldOut == .tenth
    benchmark.near = sets(ood.near)
    benchmark.far = sets(ood.far)
    benchmark.covariate = sets(ood.covariate)
    benchmark.classes = try classes?.names()
    benchmark.promptNames = names.texts.compactMapValues(\.first)
    benchmark.promptTemplates = prompts
    return benchmark
  }
}
