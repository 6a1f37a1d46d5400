/// Functional and defective solar cells of two kinds; far-OOD are clothes, animals, digits and brains.
///
/// The data is under CC BY-NC-SA 4.0 and comes with a suite of its own.
public struct SolarCellsBenchmark: BenchmarkDefinition {
  /// Creates the benchmark.
  public init() {}

  public var name: String { "solar-cells" }
  public var suite: String { SolarCells.labelFile.suite }
  public var summary: String {
    "ELPV solar cells, functional or defective x mono- or polycrystalline, against clothes, animals, "
      + "digits and brain MRI"
  }

  public func load(from folder: DataFolder) throws -> Benchmark {
    let (train, test) = try SolarCells.split(in: folder)
    let far = try Gray28.read([
      { try FashionMNIST.test(in: folder) }, { try AnimalMNIST.split(in: folder).test },
      { try DigitsMNIST.split(in: folder).test }, { try OptDigits.images(in: folder) },
      { try BrainMRI.images(in: folder) },
    ])
    return try Gray28.benchmark(
      name: name, train: train, test: test, heldOut: [], far: far,
      promptTemplates: [
        "a photo of a {}", "an electroluminescence image of a {}", "a gray photo of a {}", "a {}",
      ])
  }
}
