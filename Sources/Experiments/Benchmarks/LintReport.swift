import Configuration
import Datasets
import Results

/// The findings of `ood lint` for one benchmark, with its protocols.
public struct LintReport: Sendable {
  /// A protocol of the benchmark: what a table's rows must share.
  public struct Measured: Sendable, Equatable {
    /// The most images of an evaluation set; 0 for all.
    public let limit: Int
    /// The protocol id.
    public let id: String
  }

  /// The benchmark by name.
  public let benchmark: String
  /// What was found.
  public let findings: [LintFinding]
  /// The number of images that were looked at.
  public let imageCount: Int
  /// The protocol for each limit; none where the benchmark cannot be loaded.
  public let protocols: [Measured]

  /// Checks a benchmark of a configuration.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - settings: where its images are.
  ///   - shots: the most training images a class that will be asked for.
  ///   - limits: the limits that will be asked for.
  /// - Throws: if a file of class names cannot be read.
  public init(
    _ name: String, settings: BenchmarkSettings, shots: Int = 0, limits: [Int] = [0]
  ) throws {
    let definition = try settings.definition(named: name)
    let lint = BenchmarkLint(definition, places: settings.places, shots: shots)
    self.init(name, lint, limits: limits) { try definition.load(root: "") }
  }

  /// Checks a shipped benchmark.
  ///
  /// - Throws: `DatasetError` if its data is not there.
  public init(
    shipped name: String, root: String, shots: Int = 0, limits: [Int] = [0]
  ) throws {
    let benchmark = try Datasets.benchmark(named: name).load(root: root)
    self.init(name, BenchmarkLint(benchmark, shots: shots), limits: limits) { benchmark }
  }

  private init(
    _ name: String, _ lint: BenchmarkLint, limits: [Int], load: () throws -> Benchmark
  ) {
    benchmark = name
    findings = lint.findings
    imageCount = lint.imageCount
    // What keeps a benchmark from being loaded is among the findings.
    guard let whole = try? load() else {
      protocols = []
      return
    }
    protocols = limits.compactMap { limit in
      let limited = limit > 0 ? whole.limited(toImagesASet: limit) : whole
      guard let prepared = try? PreparedBenchmark(limited) else { return nil }
      return Measured(limit: limit, id: prepared.evaluationProtocol.id)
    }
  }
}

extension BenchmarkSettings {
  /// Where the configuration names the sets.
  var places: [String: LintFinding.Place] {
    var sources: [(String, SourceSettings?)] = [
      ("train", train), ("validation", validation), ("test", test),
    ]
    sources += ood.all.map { ($0.name, $0.source) }
    var places: [String: LintFinding.Place] = [:]
    for (name, source) in sources {
      guard let position = source?.named?.path.position,
        position.source.argumentKey == nil
      else { continue }
      places[name] = LintFinding.Place(
        file: position.source.name, line: position.line, column: position.column)
    }
    return places
  }
}
