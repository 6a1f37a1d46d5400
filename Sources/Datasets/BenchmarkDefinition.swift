/// How to load one benchmark; one conformer a task.
public protocol BenchmarkDefinition: Sendable {
  /// The name used in configurations.
  var name: String { get }
  /// One line for `ood ls`.
  var summary: String { get }
  /// The suite whose data `scripts/fetch-data` gets.
  var suite: String { get }
  /// Whether it holds out in-distribution images for choosing settings; most do.
  var hasValidation: Bool { get }
  /// Reads the data from the folder that `scripts/fetch-data` filled.
  ///
  /// - Throws: `DatasetError` or `FormatError` if data is missing, damaged or another version.
  func load(from folder: DataFolder) throws -> Benchmark
}

extension BenchmarkDefinition {
  public var hasValidation: Bool { true }

  /// Reads the data from the folder at a path, for example "/home/me/.cache/ood".
  public func load(root: String) throws -> Benchmark { try load(from: DataFolder(root)) }
}
