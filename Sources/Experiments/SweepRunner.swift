import Configuration
import Datasets
import Detectors
import FileFormats
import FoundationEssentials
import Results
import Tensors

/// Runs what is missing of a sweep: one record a unit, never a half-written one.
///
/// What is done is derived from the records alone, so an interrupted sweep goes on where it was.
public struct SweepRunner {
  /// The folders a sweep works in.
  public struct Folders: Sendable {
    /// Where fetched data is.
    public var data: String
    /// Where shipped models are.
    public var models: String
    /// Where features of frozen models are kept.
    public var cache: String
    /// The folder of this sweep's records and tables.
    public var results: String

    /// Names the folders.
    public init(data: String, models: String, cache: String, results: String) {
      self.data = data
      self.models = models
      self.cache = cache
      self.results = results
    }
  }

  /// What happened, for progress displays.
  public enum Event: Sendable {
    /// A unit begins: its position from 0 and its cell.
    case started(Int, String)
    /// A unit goes on.
    case phase(Int, Run.Phase)
    /// A unit's record was there already.
    case cached(Int, String)
    /// A unit's record was published.
    case finished(Int, UnitRecord, seconds: Double)
    /// A unit failed; the others go on.
    case failed(Int, String, error: String)
  }

  /// What came of a sweep.
  public struct Summary: Sendable {
    /// Units that ran now.
    public var run = 0
    /// Units whose record was there.
    public var cached = 0
    /// Units that failed.
    public var failed = 0
    /// The run ids of the sweep's units with a record, in the order of the file.
    public var runIDs: [String] = []
  }

  private let sweep: Sweep<UnitSettings>
  private let folders: Folders
  private let workers: Workers
  private let load: (_ name: String, _ limit: Int) throws -> PreparedBenchmark
  private let loadWords: () throws -> WordNet

  /// Prepares a sweep.
  ///
  /// - Parameters:
  ///   - sweep: the units.
  ///   - folders: where everything is.
  ///   - workers: the threads to use.
  ///   - load: gives the benchmark of a name with at most so many images a set; by default the
  ///     shipped one, from the folder of fetched data.
  ///   - loadWords: gives the words to mine negative labels from; by default the fetched ones.
  public init(
    _ sweep: Sweep<UnitSettings>, folders: Folders, workers: Workers,
    load: ((_ name: String, _ limit: Int) throws -> PreparedBenchmark)? = nil,
    loadWords: (() throws -> WordNet)? = nil
  ) {
    self.sweep = sweep
    self.folders = folders
    self.workers = workers
    self.load =
      load ?? { name, limit in
        try PreparedBenchmark(named: name, limit: limit, root: folders.data)
      }
    self.loadWords = loadWords ?? { try WordNet(from: DataFolder(folders.data)) }
  }

  /// The number of units.
  public var unitCount: Int { sweep.units.count }

  /// Runs the units in order.
  ///
  /// - Parameters:
  ///   - filter: leaves out units whose cell does not fulfil it.
  ///   - report: called as the work goes on.
  /// - Throws: errors that concern the whole sweep: no such model, missing data, a full disk.
  public func run(
    only filter: SweepFilter? = nil, report: @escaping @Sendable (Event) -> Void
  ) throws -> Summary {
    let store = RecordStore(folder: folders.results)
    let cache = FeatureCache(folder: folders.cache)
    var benchmarks: [String: PreparedBenchmark] = [:]
    var models: [String: ModelFolder] = [:]
    var words: WordNet?
    var summary = Summary()
    for (index, unit) in sweep.units.enumerated() where filter?.admits(unit.cell) ?? true {
      let settings = unit.settings
      let model =
        try models[settings.model] ?? ModelFolder(named: settings.model, in: folders.models)
      models[settings.model] = model
      let key = "\(settings.id) \(settings.limit)"
      let prepared = try benchmarks[key] ?? load(settings.id, settings.limit)
      benchmarks[key] = prepared
      let needsWords = settings.reads(.negativeCosines)
      if needsWords, words == nil { words = try loadWords() }
      try Folder.create(folders.results)
      let run = Run(
        settings: settings, folder: model, prepared: prepared, cache: cache, workers: workers,
        words: needsWords ? words : nil)
      let cell = unit.cell.description
      do {
        let runID = try run.identity().runID()
        if store.contains(runID) {
          summary.cached += 1
          summary.runIDs.append(runID)
          report(.cached(index, cell))
          continue
        }
        report(.started(index, cell))
        let clock = ContinuousClock()
        let start = clock.now
        let record = try run.record { report(.phase(index, $0)) }
        let outcome = try store.publish(record)
        if case .conflict(let path) = outcome {
          throw ExperimentError(
            "a record of the same run with other numbers is there; the new one lies at \(path)")
        }
        summary.run += 1
        summary.runIDs.append(runID)
        report(.finished(index, record, seconds: (clock.now - start) / .seconds(1)))
      } catch let error as FormatError where error.kind == .system {
        // A full disk fails every later unit as well, after its whole training.
        throw error
      } catch {
        summary.failed += 1
        report(.failed(index, cell, error: "\(error)"))
      }
    }
    return summary
  }
}
