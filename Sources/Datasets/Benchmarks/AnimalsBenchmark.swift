/// Animal silhouettes; near-OOD are held-out animals, far-OOD clothes, digits and brain slices.
public struct AnimalsBenchmark: BenchmarkDefinition {
  /// The classes held out of training, in the order of `AnimalMNIST.classNames`.
  public let heldOut: [Int]

  static let promptTemplates = [
    "a photo of a {}", "a silhouette of a {}", "a gray picture of a {}", "the white shape of a {}",
  ]

  /// Creates the benchmark with some classes held out; none means no near-OOD set.
  public init(heldOut: [Int]) { self.heldOut = heldOut }

  public var name: String { Gray28.name("animals", heldOut: heldOut) }
  public var suite: String { Gray28.suite }
  public var summary: String {
    heldOut.isEmpty
      ? "Animal-MNIST against clothes, digits and brain MRI"
      : "Animal-MNIST without "
        + heldOut.map { AnimalMNIST.classNames[$0] }.joined(separator: ", ")
        + ", which are near-OOD"
  }

  public func load(from folder: DataFolder) throws -> Benchmark {
    let far = try Gray28.read([
      { try FashionMNIST.test(in: folder) }, { try DigitsMNIST.split(in: folder).test },
      { try OptDigits.images(in: folder) }, { try BrainMRI.images(in: folder) },
    ])
    let (train, test) = try AnimalMNIST.split(in: folder)
    return try Gray28.benchmark(
      name: name, train: train, test: test, heldOut: heldOut, far: far,
      promptTemplates: AnimalsBenchmark.promptTemplates)
  }
}
