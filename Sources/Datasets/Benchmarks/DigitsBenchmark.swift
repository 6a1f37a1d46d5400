/// Handwritten digits; covariate shift are optical digits, far-OOD clothes, animals, brain slices.
public struct DigitsBenchmark: BenchmarkDefinition {
  /// Creates the benchmark.
  public init() {}

  public var name: String { "digits" }
  public var suite: String { Gray28.suite }
  public var summary: String {
    "MNIST-5k against clothes, animals and brain MRI; optdigits as covariate shift"
  }

  public func load(from folder: DataFolder) throws -> Benchmark {
    let others = try Gray28.read([
      { try FashionMNIST.test(in: folder) }, { try AnimalMNIST.split(in: folder).test },
      { try BrainMRI.images(in: folder) }, { try OptDigits.images(in: folder) },
    ])
    let (train, test) = try DigitsMNIST.split(in: folder)
    return try Gray28.benchmark(
      name: name, train: train, test: test, heldOut: [], far: [ImageSet](others[..<3]),
      covariate: [others[3]],
      promptTemplates: [
        "a photo of the digit {}", "the digit {}", "a handwritten {}", "the number {}",
      ])
  }
}
