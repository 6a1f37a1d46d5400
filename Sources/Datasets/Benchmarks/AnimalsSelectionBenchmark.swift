/// Animal silhouettes to choose settings of methods on; no test image and no OOD set is in reach.
///
/// What is measured is the validation part of `animals`. Methods train on, and choose what they
/// choose themselves on, parts of its training part.
public struct AnimalsSelectionBenchmark: BenchmarkDefinition {
  public init() {}

  public var name: String { "animals-selection" }
  public var suite: String { Gray28.suite }
  public var summary: String {
    "Animal-MNIST's training images only, to choose settings of methods on; nothing is OOD"
  }

  public func load(from folder: DataFolder) throws -> Benchmark {
    let (training, measured) = try AnimalMNIST.split(in: folder).train.splitValidation()
    let (train, validation) = try training.splitValidation()
    return Benchmark(
      name: name, train: train,
      validation: validation.selecting(
        [Int](0..<validation.count), name: "animal-mnist-inner-validation"),
      test: measured, near: [], far: [], covariate: [],
      promptTemplates: AnimalsBenchmark.promptTemplates)
  }
}
