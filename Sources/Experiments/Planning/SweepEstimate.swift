import Results

/// What the units that are yet to run will cost, from units that have run and from calibration.
public struct SweepEstimate: Sendable {
  /// The cost of one unit.
  public struct Unit: Sendable {
    /// The place in the sweep, from 0.
    public let index: Int
    /// Seconds of its own work on all threads; nil if nothing like it has run or was calibrated.
    public let seconds: Double?
  }

  /// Work that several units share.
  public struct SharedStage: Sendable {
    /// The model, the benchmark and the number of images.
    public let title: String
    /// How many units use what comes out of it.
    public let units: Int
    /// Seconds; 0 where an earlier unit has done it, nil where no rate is known.
    public let seconds: Double?
  }

  /// The units to run, in the order of the file.
  public let units: [Unit]
  /// The encoding of images by frozen towers.
  public let sharedStages: [SharedStage]
  /// Rows of all units of the sweep, run or not; nil where data cannot be read.
  public let rows: Int?
  /// The most memory of a unit in bytes; nil if unknown.
  public let peakMemory: Int?
  /// Bytes of records and features that will be written.
  public let diskBytes: Int
  /// Where the times come from, in words.
  public let basis: String

  /// Prices a sweep.
  ///
  /// - Parameters:
  ///   - state: what is to run.
  ///   - records: earlier records whose times count, of this and other sweeps.
  ///   - calibration: measured rates by model name.
  ///   - embeddingSize: the width of a model's features, by model name.
  ///   - workload: the counts of a unit; throws where its data cannot be read.
  public init(
    _ state: SweepState, records: [UnitRecord], calibration: [String: Calibration.Costs],
    embeddingSize: (String) -> Int?, workload: (UnitSettings) throws -> UnitWorkload
  ) {
    let history = CostHistory(records, calibration: calibration)
    let works = state.units.map { try? workload($0.settings) }
    rows = works.contains { $0 == nil } ? nil : works.reduce(0) { $0 + ($1?.rows ?? 0) }

    var units: [Unit] = []
    var shared: [String: (work: UnitWorkload, count: Int, isDone: Bool)] = [:]
    var order: [String] = []
    var memory: Int?
    var disk = 0
    var sources: (stored: Int, records: Int, calibrated: Int, unknown: Int) = (0, 0, 0, 0)
    for (unit, work) in zip(state.units, works) {
      if let work, !work.isEncodedAnew {
        if shared[work.sharedStage] == nil { order.append(work.sharedStage) }
        shared[work.sharedStage, default: (work, 0, false)].count += 1
        if unit.state == .done || work.isStored { shared[work.sharedStage]?.isDone = true }
      }
      guard unit.state.isToRun else { continue }
      let seconds = work.flatMap(history.seconds)
      units.append(Unit(index: unit.index, seconds: seconds))
      guard let work else {
        sources.unknown += 1
        continue
      }
      if work.isStored {
        sources.stored += 1
      } else if seconds == nil {
        sources.unknown += 1
      } else if history.recordCount(work.model, work.method) > 0 {
        sources.records += 1
      } else {
        sources.calibrated += 1
      }
      memory = [memory, history.peakMemory(of: work)].compactMap { $0 }.max()
      // As the records of the shipped sweeps: settings, provenance and what training did, then some
      // 700 bytes a row.
      disk += 5_000 + 700 * work.rows
      if work.isEncodedAnew, !work.isStored {
        disk += 4 * work.images * (embeddingSize(work.model) ?? 512)
      }
    }
    sharedStages = order.compactMap { key in
      guard let stage = shared[key] else { return nil }
      if !stage.isDone {
        disk += 4 * stage.work.images * (embeddingSize(stage.work.model) ?? 512)
      }
      return SharedStage(
        title: "\(stage.work.images) images of \(stage.work.benchmark) by \(stage.work.model)",
        units: stage.count,
        seconds: stage.isDone ? 0 : history.encodingSeconds(of: stage.work))
    }
    self.units = units
    peakMemory = memory
    diskBytes = disk
    basis = [
      (sources.stored, "with stored outputs, so only detectors are left"),
      (sources.records, "from records of the same model and method"),
      (sources.calibrated, "from ood doctor --calibrate"),
      (sources.unknown, "unknown: run one such unit, or ood doctor --calibrate"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: "; ")
  }

  /// Seconds of all that is known, one unit after the other; nil if nothing is.
  public var seconds: Double? {
    let known = units.compactMap(\.seconds)
    if known.isEmpty { return units.isEmpty ? 0 : nil }
    return (known + (sharedStages.compactMap(\.seconds))).reduce(0, +)
  }

  /// Seconds of the longest unit; nil if none is known.
  public var longest: Double? { units.compactMap(\.seconds).max() }
}
