/// A benchmark out of a user's own images, as a configuration describes it.
///
/// In-distribution sets are matched to the training classes by name; near and far sets may have any
/// classes, or none.
public struct UserBenchmark: BenchmarkDefinition, Codable, Equatable {
  /// The name for tables and records.
  public var name = "user"
  /// In-distribution training images.
  public var train = ImageSource()
  /// In-distribution images for choosing settings; without them, the last tenth of each training
  /// class is parted off.
  public var validation: ImageSource?
  /// In-distribution test images.
  public var test = ImageSource()
  /// Out-of-distribution sets close to the classes.
  public var near: [ImageSource] = []
  /// Other out-of-distribution sets.
  public var far: [ImageSource] = []
  /// The classes in other styles.
  public var covariate: [ImageSource] = []
  /// Class names in the order of their numbers, for formats that hold only these.
  public var classNames: [String]?
  /// Prompts with `{}` for the class name.
  public var promptTemplates = ["a photo of a {}."]

  /// A benchmark that names no images yet.
  public init() {}

  public var suite: String { "user" }
  public var summary: String { "the images that the configuration names" }

  public func load(from folder: DataFolder) throws -> Benchmark {
    let all = try train.load(classNames: classNames)
    guard !all.classNames.isEmpty else {
      throw DatasetError(name, "training images need classes; give classNames")
    }
    guard !promptTemplates.isEmpty, promptTemplates.allSatisfy({ $0.contains("{}") }) else {
      throw DatasetError(name, "promptTemplates need at least one, each with {} for the class name")
    }
    let (training, rest) = validation == nil ? all.splitValidation() : (all, all)
    return Benchmark(
      name: name, train: training,
      validation: try validation?.load(classNames: all.classNames) ?? rest,
      test: try test.load(classNames: all.classNames),
      near: try near.map { try $0.load() }, far: try far.map { try $0.load() },
      covariate: try covariate.map { try $0.load(classNames: all.classNames) },
      promptTemplates: promptTemplates)
  }
}
