/// Planes of slices through a human brain; covariate shift is a macaque's, far-OOD the gray sets.
public struct BrainMRIBenchmark: BenchmarkDefinition {
  /// Creates the benchmark.
  public init() {}

  public var name: String { "brain-mri" }
  public var suite: String { Gray28.suite }
  public var hasValidation: Bool { false }
  public var summary: String {
    "three planes of a human brain's MRI against clothes, animals and digits; a macaque's as "
      + "covariate shift"
  }

  public func load(from folder: DataFolder) throws -> Benchmark {
    let (train, test, macaque) = try BrainMRI.split(in: folder)
    let far = try Gray28.read([
      { try FashionMNIST.test(in: folder) }, { try AnimalMNIST.split(in: folder).test },
      { try DigitsMNIST.split(in: folder).test }, { try OptDigits.images(in: folder) },
    ])
    return Benchmark(
      name: name, train: train,
      // Slices far enough from training and from test slices are too few to spare.
      validation: train.selecting([], name: "brain-mri-validation"), test: test, near: [], far: far,
      covariate: [macaque],
      promptTemplates: [
        "a photo of a {}", "an MRI of a {}", "a gray picture of a {}", "a {}",
      ])
  }
}
