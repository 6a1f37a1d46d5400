import Datasets
import FileFormats
import FoundationEssentials
import Results
import Tensors

/// A benchmark with the hashes of its sets, loaded once for all units that use it.
public struct PreparedBenchmark: Sendable {
  public let benchmark: Benchmark
  /// The content hash of each evaluation set, by its name.
  public let hashes: [String: String]
  /// The content hash of the training images.
  let trainingHash: LazyContentHash

  /// Loads a shipped benchmark, with at most `limit` images in each evaluation set (0 for all).
  public init(named name: String, limit: Int, from folder: DataFolder) throws {
    try self.init(Datasets.benchmark(named: name), limit: limit, from: folder)
  }

  /// Loads a benchmark, with at most `limit` images in each evaluation set (0 for all).
  ///
  /// - Parameter folder: the folder of fetched data; a user's benchmark has no use for it.
  public init(
    _ definition: any BenchmarkDefinition, limit: Int, from folder: DataFolder = DataFolder("")
  ) throws {
    let whole = try definition.load(from: folder)
    try self.init(limit > 0 ? whole.limited(toImagesASet: limit) : whole)
  }

  /// Hashes the sets of a benchmark.
  ///
  /// - Throws: `ExperimentError` for sets of one name, and if an image cannot be read.
  public init(_ benchmark: Benchmark) throws {
    self.benchmark = benchmark
    trainingHash = LazyContentHash(benchmark.train)
    var hashes: [String: String] = [:]
    let sets = [benchmark.test] + benchmark.outOfDistribution + benchmark.covariate
    let digests = try Workers(threads: ProcessInfo.processInfo.activeProcessorCount)
      .tryMap(sets.count) { try sets[$0].contentHash() }
    for (set, digest) in zip(sets, digests) {
      guard hashes.updateValue(digest, forKey: set.name) == nil else {
        throw ExperimentError(
          "benchmark \(benchmark.name) has two evaluation sets named '\(set.name)'; name them apart"
        )
      }
    }
    self.hashes = hashes
  }

  /// What makes rows of this benchmark comparable: that of every record it will give.
  public var evaluationProtocol: EvaluationProtocol {
    let roles = splits.map { ($0.images.name, $0.role) }
    return EvaluationProtocol(
      data: hashes.merging(["prompts": promptsHash]) { $1 },
      roles: Dictionary(roles, uniquingKeysWith: { first, _ in first }))
  }

  /// The SHA-256 of the prompts.
  var promptsHash: String {
    SHA256.hexDigest(of: [UInt8](benchmark.promptTemplates.joined(separator: "\n").utf8))
  }

  /// The sets that detectors are measured on, with what they are to the in-distribution classes.
  var splits: [(role: OODRole, images: ImageSet)] {
    benchmark.near.map { (.near, $0) } + benchmark.far.map { (.far, $0) }
      + benchmark.covariate.map { (.covariate, $0) }
  }
}
