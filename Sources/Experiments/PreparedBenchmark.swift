import Datasets
import Results

/// A benchmark with the hashes of its sets, loaded once for all units that use it.
public struct PreparedBenchmark: Sendable {
  public let benchmark: Benchmark
  /// The content hash of each evaluation set, by its name.
  public let hashes: [String: String]

  /// Loads a benchmark, with at most `limit` images in each evaluation set (0 for all).
  public init(named name: String, limit: Int, root: String) throws {
    let whole = try Datasets.benchmark(named: name).load(root: root)
    try self.init(limit > 0 ? whole.limited(toImagesASet: limit) : whole)
  }

  /// Hashes the sets of a benchmark.
  ///
  /// - Throws: `ExperimentError` for sets of one name, and if an image cannot be read.
  public init(_ benchmark: Benchmark) throws {
    self.benchmark = benchmark
    var hashes: [String: String] = [:]
    for set in [benchmark.test] + benchmark.outOfDistribution + benchmark.covariate {
      guard hashes.updateValue(try set.contentHash(), forKey: set.name) == nil else {
        throw ExperimentError(
          "benchmark \(benchmark.name) has two evaluation sets named '\(set.name)'; name them apart"
        )
      }
    }
    self.hashes = hashes
  }

  /// The sets that detectors are measured on, with what they are to the in-distribution classes.
  var splits: [(role: OODRole, images: ImageSet)] {
    benchmark.near.map { (.near, $0) } + benchmark.far.map { (.far, $0) }
      + benchmark.covariate.map { (.covariate, $0) }
  }
}
