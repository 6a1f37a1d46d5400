/// One in-distribution task with the out-of-distribution sets it is measured against.
public struct Benchmark: Sendable {
  /// The name used in configurations, for example "fashion-near-246".
  public let name: String
  /// In-distribution training images.
  public let train: ImageSet
  /// In-distribution images for choosing settings, disjoint from `train`; empty where data is scarce.
  public let validation: ImageSet
  /// In-distribution test images.
  public let test: ImageSet
  /// Sibling classes of the same source, held out of training.
  public let near: [ImageSet]
  /// Other kinds of images.
  public let far: [ImageSet]
  /// In-distribution classes in another style; their labels are the in-distribution ones.
  public let covariate: [ImageSet]
  /// Prompts with `{}` for the class name; the first is the default, all together are the ensemble.
  public let promptTemplates: [String]

  /// The classes to tell apart.
  public var idClassNames: [String] { train.classNames }

  /// All out-of-distribution sets, the near ones first.
  public var outOfDistribution: [ImageSet] { near + far }

  /// Creates a benchmark; all in-distribution sets must have the same classes.
  public init(
    name: String, train: ImageSet, validation: ImageSet, test: ImageSet, near: [ImageSet],
    far: [ImageSet], covariate: [ImageSet], promptTemplates: [String]
  ) {
    for set in [validation, test] + covariate {
      require(
        set.classNames == train.classNames,
        "\(name): the classes of \(set.name) differ from those of \(train.name)")
    }
    require(!promptTemplates.isEmpty, "\(name): a benchmark needs a prompt template")
    self.name = name
    self.train = train
    self.validation = validation
    self.test = test
    self.near = near
    self.far = far
    self.covariate = covariate
    self.promptTemplates = promptTemplates
  }

  /// The same benchmark with at most `limit` images in every set but the training one.
  ///
  /// The images are drawn once with a fixed seed, so that all methods and seeds see the same ones.
  public func limited(toImagesASet limit: Int) -> Benchmark {
    func cut(_ set: ImageSet) -> ImageSet { set.sampled(limit, seed: 0) }
    return Benchmark(
      name: name, train: train, validation: cut(validation), test: cut(test), near: near.map(cut),
      far: far.map(cut), covariate: covariate.map(cut), promptTemplates: promptTemplates)
  }

  /// The same in-distribution images against other sets, as far-OOD, and nothing else.
  public func against(_ sets: [ImageSet]) -> Benchmark {
    Benchmark(
      name: name, train: train, validation: validation, test: test, near: [], far: sets,
      covariate: [], promptTemplates: promptTemplates)
  }
}
