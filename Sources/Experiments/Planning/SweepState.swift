import Configuration
import FileFormats
import FoundationEssentials
import Results

/// The state of every unit of a sweep: what `ood plan`, `ood status` and `ood sweep` go by.
public struct SweepState: Sendable {
  /// A unit with its state.
  public struct Unit: Sendable {
    /// The place in the sweep, from 0.
    public let index: Int
    /// The cell in words.
    public let cell: String
    /// The settings.
    public let settings: UnitSettings
    /// The run id; nil where data or weights could not be read.
    public let runID: String?
    /// The state.
    public let state: UnitState
  }

  /// The units in the order of the file.
  public let units: [Unit]
  /// The run ids of records that belong to no unit, sorted: of removed cells, or superseded.
  public let orphans: [String]
  /// Why some units have no run id; they are matched with records by their settings alone.
  public let faults: [String]

  /// Derives the states; nothing is written.
  ///
  /// - Parameters:
  ///   - sweep: the units.
  ///   - folder: the folder of the sweep's results, which need not exist.
  ///   - identify: everything that decides a unit's numbers; throws where data or weights cannot be
  ///     read.
  /// - Throws: if the folder cannot be read.
  public init(
    _ sweep: Sweep<UnitSettings>, folder: String,
    identify: (UnitSettings) throws -> RunIdentity
  ) throws {
    let files = try SweepFiles(folder: folder)
    var faults: [String] = []
    var known: Set<String> = []
    units = try sweep.units.enumerated().map { index, unit in
      let config = try unit.settings.deciding()
      var runID: String?
      var state: UnitState
      do {
        let identity = try identify(unit.settings)
        let id = try identity.runID()
        runID = id
        state = files.state(of: id, identity: identity)
      } catch {
        // A clone without data still has its records.
        let reason = "\(error)"
        if !faults.contains(reason) { faults.append(reason) }
        let records = files.records(of: config)
        runID = records.count == 1 ? try records[0].runID() : nil
        state = records.isEmpty ? .missing(reason) : .done
      }
      if let runID { known.insert(runID) }
      return Unit(
        index: index, cell: unit.cell.description, settings: unit.settings, runID: runID,
        state: state)
    }
    self.faults = faults
    orphans = files.runIDs.subtracting(known).sorted()
  }

  /// The number of units in each state that occurs, in the order of `UnitState.names`.
  public var counts: [(state: String, count: Int)] {
    UnitState.names.map { name in (name, units.count { $0.state.name == name }) }
      .filter { $0.1 > 0 }
  }

  /// Whether every unit has its record.
  public var isComplete: Bool { units.allSatisfy { $0.state == .done } }
}

/// What lies in the folder of a sweep's results, read once.
private struct SweepFiles {
  let runIDs: Set<String>
  private let folder: String
  private let byConfig: [JSONValue: [UnitRecord]]
  private let damage: [String: String]
  private let conflicts: [String: [String]]
  private let failures: [String: [Int]]

  init(folder: String) throws {
    let store = RecordStore(folder: folder)
    var byConfig: [JSONValue: [UnitRecord]] = [:]
    var damage: [String: String] = [:]
    let contents = try store.contents()
    runIDs = Set(contents.map(\.id))
    for (id, record) in contents {
      switch record {
      case .success(let record): byConfig[record.identity.config, default: []].append(record)
      case .failure(let error): damage[id] = "\(error)"
      }
    }
    self.byConfig = byConfig
    self.damage = damage
    self.folder = folder
    var conflicts: [String: [String]] = [:]
    for name in SweepFiles.names(in: "\(folder)/conflicts") {
      conflicts[String(name.prefix { $0 != "." }), default: []].append(name)
    }
    self.conflicts = conflicts
    var failures: [String: [Int]] = [:]
    for name in SweepFiles.names(in: "\(folder)/failures") {
      let parts = name.split(separator: ".")
      guard parts.count == 3, parts[2] == "json", let attempt = Int(parts[1]) else { continue }
      failures[String(parts[0]), default: []].append(attempt)
    }
    self.failures = failures.mapValues { $0.sorted() }
  }

  func records(of config: JSONValue) -> [UnitRecord] { byConfig[config] ?? [] }

  func state(of id: String, identity: RunIdentity) -> UnitState {
    if let others = conflicts[id] {
      return .conflict(
        "another result of the same run lies at "
          + others.map { "\(folder)/conflicts/\($0)" }.joined(separator: ", "))
    }
    if let fault = damage[id] { return .conflict(fault) }
    let records = records(of: identity.config)
    if runIDs.contains(id) { return .done }
    let parts = SweepFolder(folder)
    if FolderLock.isHeld(parts.workLock(id)) { return .running }
    if let attempts = failures[id], let last = attempts.last {
      return .failed(failure(id, last) + (attempts.count > 1 ? " (try \(last))" : ""))
    }
    let nearest = records.map { (record: $0, changes: identity.changes(since: $0.identity)) }
      .min { $0.changes.count < $1.changes.count }
    if let nearest, let earlier = try? nearest.record.runID() {
      return .stale(record: earlier, changes: nearest.changes)
    }
    let hasWork = FileManager.default.fileExists(atPath: parts.work(id))
    return .missing(hasWork ? "interrupted; it goes on where it was" : nil)
  }

  private func failure(_ id: String, _ attempt: Int) -> String {
    let path = "\(folder)/failures/\(id).\(attempt).json"
    guard let bytes = try? FileBytes.read(path),
      let json = try? JSONValue(parsing: bytes, name: path), let error = json["error"]?.string
    else { return "see \(path)" }
    let phase = json["phase"]?.string ?? ""
    return phase.isEmpty ? error : "\(error) (in \(phase))"
  }

  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }
}
