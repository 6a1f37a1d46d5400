import Configuration
import Dispatch
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
    /// Where outputs of models are kept.
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

  /// What to do about failures.
  public struct Options: Sendable {
    /// Further tries of a unit that fails.
    public var retries = 0
    /// Whether no unit is begun after one has failed.
    public var failsFast = false

    /// The next sweep tries again, this one goes on.
    public init() {}
  }

  /// What came of a sweep.
  public struct Summary: Sendable {
    /// Units that ran now.
    public var run = 0
    /// Units whose record was there.
    public var cached = 0
    /// Units that failed.
    public var failed = 0
    /// Units that were stopped or not begun.
    public var remaining = 0
    /// The run ids of the sweep's units with a record, in the order of the file.
    public var runIDs: [String] = []
  }

  private let sweep: Sweep<UnitSettings>
  private let folders: Folders
  private let resources: UnitResources

  /// Prepares a sweep.
  ///
  /// - Parameters:
  ///   - sweep: the units.
  ///   - folders: where everything is.
  ///   - resources: models and data.
  public init(_ sweep: Sweep<UnitSettings>, folders: Folders, resources: UnitResources) {
    self.sweep = sweep
    self.folders = folders
    self.resources = resources
  }

  /// The number of units.
  public var unitCount: Int { sweep.units.count }

  /// Reads the models of the chosen units, so that a wrong name is known before anything runs.
  public func checkModels(only filter: SweepFilter? = nil) throws {
    for unit in sweep.units where filter?.admits(unit.cell) ?? true {
      _ = try resources.model(of: unit.settings)
    }
  }

  /// Runs the units, those of the file's beginning first.
  ///
  /// - Parameters:
  ///   - filter: leaves out units whose cell does not fulfil it.
  ///   - options: what to do about failures.
  ///   - workers: what runs the units, at the same time; by default this process.
  ///   - stop: begins no further unit.
  ///   - report: called as the work goes on, by several threads.
  /// - Throws: errors that concern the whole sweep: no such model, no data for any unit,
  ///   `SweepStorageError` where results cannot be written.
  public func run(
    only filter: SweepFilter? = nil, options: Options = Options(),
    workers: [any UnitWorker] = [], stop: StopRequest = StopRequest(),
    report: @escaping @Sendable (SweepEvent) -> Void
  ) throws -> Summary {
    try checkModels(only: filter)
    let plan = try SweepPlan(sweep, only: filter, resources: resources)
    try Folder.create(folders.results)
    let schedule = SweepSchedule(
      plan, folder: folders.results, options: options, stop: stop, report: report)
    if workers.isEmpty {
      let executor = UnitExecutor(resources, results: folders.results, stop: stop)
      schedule.work(as: 0) { executor.run($0, report: $1) }
    } else {
      // The workers have loaded their own by now, or will.
      resources.release()
      let group = DispatchGroup()
      for (index, worker) in workers.enumerated() {
        // A queue each, for the threads wait for processes most of the time.
        DispatchQueue(label: "worker \(index)").async(group: group) {
          schedule.work(as: index) { worker.run($0, report: $1) }
        }
      }
      group.wait()
    }
    return try schedule.summary()
  }
}
