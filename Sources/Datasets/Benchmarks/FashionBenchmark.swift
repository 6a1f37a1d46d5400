/// Clothes; near-OOD are held-out kinds of clothes, far-OOD animals, digits and brain slices.
public struct FashionBenchmark: BenchmarkDefinition {
  /// The classes held out of training, as Fashion-MNIST numbers them.
  public let heldOut: [Int]

  /// Creates the benchmark with some classes held out; none means no near-OOD set.
  public init(heldOut: [Int]) { self.heldOut = heldOut }

  public var name: String { Gray28.name("fashion", heldOut: heldOut) }
  public var suite: String { Gray28.suite }
  public var summary: String {
    heldOut.isEmpty
      ? "Fashion-MNIST against animals, digits and brain MRI"
      : "Fashion-MNIST without "
        + heldOut.map { FashionMNIST.classNames[$0] }.joined(separator: ", ")
        + ", which are near-OOD"
  }

  public func load(from folder: DataFolder) throws -> Benchmark {
    let sets = try Gray28.read([
      { try FashionMNIST.train(in: folder) }, { try FashionMNIST.test(in: folder) },
      { try AnimalMNIST.split(in: folder).test }, { try DigitsMNIST.split(in: folder).test },
      { try OptDigits.images(in: folder) }, { try BrainMRI.images(in: folder) },
    ])
    return try Gray28.benchmark(
      name: name, train: sets[0], test: sets[1], heldOut: heldOut, far: [ImageSet](sets[2...]),
      promptTemplates: [
        "a photo of a {}", "a gray photo of a {}", "a gray picture of a {}",
        "a {}, a piece of clothing",
      ])
  }
}
