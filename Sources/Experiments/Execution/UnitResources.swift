import Configuration
import Datasets
import Detectors
import FineTuning
import Tensors

/// What units share, loaded when a unit first needs it and kept: models, benchmarks, words.
public final class UnitResources {
  private let folders: SweepRunner.Folders
  private let workers: Workers
  private let load: (_ name: String, _ limit: Int) throws -> PreparedBenchmark
  private let loadWords: () throws -> WordNet
  private var benchmarks: [String: Result<PreparedBenchmark, any Error>] = [:]
  /// Benchmarks against test images of others.
  private var matrices: [String: PreparedBenchmark] = [:]
  private var models: [String: ModelFolder] = [:]
  private var words: WordNet?
  /// Whether the images of two benchmarks are apart, by their names and limits.
  private var separations: [String: Result<Void, any Error>] = [:]

  /// Loads nothing yet.
  ///
  /// - Parameters:
  ///   - folders: where everything is.
  ///   - workers: the threads to use.
  ///   - load: gives the benchmark of a name with at most so many images a set; by default the
  ///     shipped one, from the folder of fetched data.
  ///   - loadWords: gives the words to mine negative labels from; by default the fetched ones.
  public init(
    _ folders: SweepRunner.Folders, workers: Workers,
    load: ((_ name: String, _ limit: Int) throws -> PreparedBenchmark)? = nil,
    loadWords: (() throws -> WordNet)? = nil
  ) {
    self.folders = folders
    let data = DataFolder(folders.data)
    self.workers = workers
    self.load =
      load ?? { name, limit in
        try PreparedBenchmark(named: name, limit: limit, from: data)
      }
    self.loadWords = loadWords ?? { try WordNet(from: data) }
  }

  /// The model of a unit; throws if there is no such folder or it is faulty.
  func model(of settings: UnitSettings) throws -> ModelFolder {
    if let model = models[settings.model] { return model }
    let model = try ModelFolder(named: settings.model, in: folders.models)
    models[settings.model] = model
    return model
  }

  /// A unit with all it needs.
  public func run(_ settings: UnitSettings) throws -> Run {
    let model = try model(of: settings)
    let prepared = try prepared(settings)
    let needsWords = settings.reads(.negativeCosines)
    if needsWords, words == nil { words = try loadWords() }
    return Run(
      settings: settings, folder: model, prepared: prepared,
      cache: FeatureCache(folder: folders.cache), workers: workers,
      words: needsWords ? words : nil, other: { try self.benchmark($0, of: settings) },
      others: try others(of: settings, beside: prepared))
  }

  /// The unit's benchmark, against the test images of others where the settings name some.
  private func prepared(_ settings: UnitSettings) throws -> PreparedBenchmark {
    let own = try benchmark(settings.id, of: settings)
    let others = settings.oodFrom.filter { $0 != settings.id }
    guard !others.isEmpty else { return own }
    let key = try ([settings.id] + others).map { try self.key($0, of: settings) }
      .joined(separator: " against ")
    if let known = matrices[key] { return known }
    let far = try others.map { name in
      let test = try benchmark(name, of: settings).benchmark.test
      return test.selecting([Int](0..<test.count), name: name)
    }
    let prepared = try PreparedBenchmark(own.benchmark.against(far))
    matrices[key] = prepared
    return prepared
  }

  /// A benchmark as a unit's settings know it, loaded once.
  private func benchmark(_ name: String, of settings: UnitSettings) throws -> PreparedBenchmark {
    let own = settings.benchmarks[name]
    let key = try key(name, of: settings)
    // A benchmark that cannot be read is not read again for each of its units.
    let loaded =
      benchmarks[key]
      ?? Result {
        guard let own else { return try load(name, settings.limit) }
        return try PreparedBenchmark(own.definition(named: name), limit: settings.limit)
      }
    benchmarks[key] = loaded
    return try loaded.get()
  }

  private func key(_ name: String, of settings: UnitSettings) throws -> String {
    let own = settings.benchmarks[name]
    let definition = try own.map { try Configuration.settings(of: $0).canonicalText } ?? ""
    return "\(name) \(settings.limit) \(definition)"
  }

  /// The benchmarks whose training images a unit's supervision reads.
  ///
  /// - Throws: `ExperimentError` for one that shares an image with what the unit is measured on.
  private func others(
    of settings: UnitSettings, beside unit: PreparedBenchmark
  ) throws -> [String: PreparedBenchmark] {
    guard settings.shots > 0, let method = settings.method.value as? any FineTuningMethod else {
      return [:]
    }
    var others: [String: PreparedBenchmark] = [:]
    for name in method.training.chosenSupervision.benchmarks where others[name] == nil {
      let other = try benchmark(name, of: settings)
      let pair = try ([settings.id, name] + settings.oodFrom).map { try key($0, of: settings) }
        .joined(separator: "\n")
      let separation =
        separations[pair] ?? Result { try UnitResources.checkApart(other, from: unit) }
      separations[pair] = separation
      try separation.get()
      others[name] = other
    }
    return others
  }

  /// Refuses a benchmark of which any in-distribution image, for training or not, is one that another
  /// is measured on: it is the same data set under another name.
  private static func checkApart(
    _ other: PreparedBenchmark, from unit: PreparedBenchmark
  ) throws {
    let measured = [unit.benchmark.test] + unit.splits.map(\.images)
    for set in [other.benchmark.train, other.benchmark.validation, other.benchmark.test] {
      guard let shared = try set.firstImage(sharedWith: measured) else { continue }
      throw ExperimentError(
        "benchmark \(other.benchmark.name) cannot be a source for training on "
          + "\(unit.benchmark.name): image \(set.sampleIDs[shared.index]) of \(set.name) is in "
          + "\(shared.set), which detectors are measured on; name a source of other data")
    }
  }

  /// Forgets what was loaded.
  func release() {
    benchmarks = [:]
    matrices = [:]
    models = [:]
    words = nil
    separations = [:]
  }
}
