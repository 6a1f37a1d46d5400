import FileFormats

/// A benchmark out of a user's own images.
///
/// The classes are those of the training images, or the ones given, sorted by their names in
/// prompts. Near and far sets have no classes. Sets depend on contents alone: see
/// `ImageSet.contents`.
public struct UserBenchmark: BenchmarkDefinition {
  /// A set beside training, validation and test, with its name in tables.
  public struct NamedSource: Sendable, Equatable {
    /// The name for tables and records.
    public let name: String
    /// Where the images are.
    public let source: ImageSource

    /// Names a source.
    public init(_ name: String, _ source: ImageSource) {
      self.name = name
      self.source = source
    }
  }

  /// The name for tables and records.
  public let name: String
  /// In-distribution training images.
  public let train: ImageSource
  /// In-distribution images for choosing settings.
  public var validation: ImageSource?
  /// Whether, without `validation`, the last tenth of each training class is parted off for it, but
  /// for images that remain in training too.
  public var holdsOutTenth = true
  /// In-distribution test images.
  public let test: ImageSource
  /// Out-of-distribution sets close to the classes.
  public var near: [NamedSource] = []
  /// Other out-of-distribution sets.
  public var far: [NamedSource] = []
  /// The classes in other styles.
  public var covariate: [NamedSource] = []
  /// All classes as the sources name them, in the order of their numbers; nil for those of the
  /// training images.
  public var classes: [String]?
  /// What prompts call a class, where it is not what the sources call it.
  public var promptNames: [String: String] = [:]
  /// Prompts with `{}` for the class.
  public var promptTemplates = ["a photo of a {}."]

  /// Describes a benchmark; nothing is read.
  public init(name: String, train: ImageSource, test: ImageSource) {
    self.name = name
    self.train = train
    self.test = test
  }

  public var suite: String { "user" }
  public var summary: String { "the images that the configuration names" }
  public var hasValidation: Bool { validation != nil || holdsOutTenth }

  /// The classes with their names in prompts, in the order of a benchmark's labels.
  ///
  /// - Throws: `DatasetError` if two classes have one name in prompts or a given name has no class.
  func withPromptNames(_ classes: [String]) throws -> [(className: String, promptName: String)] {
    if let unknown = promptNames.keys.sorted().first(where: { !classes.contains($0) }) {
      throw DatasetError(
        name,
        "'names' has '\(unknown)', which is no class; classes: "
          + classes.prefix(20).joined(separator: ", "))
    }
    let named = classes.map { (className: $0, promptName: promptNames[$0] ?? $0) }
      .sorted { $0.promptName < $1.promptName }
    for (one, other) in zip(named, named.dropFirst()) where one.promptName == other.promptName {
      throw DatasetError(
        name,
        "classes '\(one.className)' and '\(other.className)' are both '\(one.promptName)' in "
          + "prompts, so no text tells them apart; rename one under 'names'")
    }
    return named
  }

  /// Reads all sets; the folder of fetched data has no part in it.
  public func load(from folder: DataFolder) throws -> Benchmark {
    let training = try train.listing(classNames: classes, isLabelled: true).checked()
    let named = try withPromptNames(classes ?? training.classNames)
    let names = named.map(\.promptName)
    let labelOf = Dictionary(
      zip(named.map(\.className), named.indices), uniquingKeysWith: { first, _ in first })
    func labelled(_ source: ImageSource, _ name: String) throws -> ImageSet {
      try .contents(
        of: source.listing(classNames: classes, isLabelled: true), name: name, classNames: names,
        labelOf: labelOf)
    }
    func unlabelled(_ sets: [NamedSource]) throws -> [ImageSet] {
      try sets.map {
        try .contents(
          of: $0.source.listing(isLabelled: false), name: $0.name, classNames: [], labelOf: [:])
      }
    }
    let all = try ImageSet.contents(
      of: training, name: "\(name)-train", classNames: names, labelOf: labelOf)
    let (rest, tenth) = try all.splitValidation()
    let parted = validation == nil && holdsOutTenth
    return Benchmark(
      name: name, train: parted ? rest : all,
      validation: try validation.map { try labelled($0, "\(name)-validation") }
        ?? (parted ? tenth : all.selecting([], name: "\(name)-validation")),
      test: try labelled(test, "\(name)-test"), near: try unlabelled(near),
      far: try unlabelled(far), covariate: try covariate.map { try labelled($0.source, $0.name) },
      promptTemplates: promptTemplates)
  }
}
