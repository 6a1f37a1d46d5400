/// Every shipped benchmark; a new one is one file and one line here.
public let allBenchmarks: [any BenchmarkDefinition] = [
  FashionBenchmark(heldOut: []),
  FashionBenchmark(heldOut: [2, 4, 6]),
  FashionBenchmark(heldOut: [5, 7, 9]),
  FashionBenchmark(heldOut: [0, 3, 8]),
  AnimalsBenchmark(heldOut: []),
  AnimalsBenchmark(heldOut: [3, 7, 8, 9]),
  AnimalsBenchmark(heldOut: [0, 1, 2]),
  AnimalsSelectionBenchmark(),
  DigitsBenchmark(),
  EmojiBenchmark(),
  EmojiStylesBenchmark(),
  BrainMRIBenchmark(),
  SolarCellsBenchmark(),
]

/// The benchmark of a name.
///
/// - Throws: `DatasetError` that lists the known names.
public func benchmark(named name: String) throws -> any BenchmarkDefinition {
  guard let found = allBenchmarks.first(where: { $0.name == name }) else {
    let known = allBenchmarks.map(\.name).joined(separator: ", ")
    throw DatasetError(name, "is no known benchmark; known: \(known)")
  }
  return found
}
