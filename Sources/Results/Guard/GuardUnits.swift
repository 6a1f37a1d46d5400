import Configuration
import FileFormats

/// A unit of a guarded sweep, found by its settings alone.
public struct GuardUnit: Sendable {
  /// The cell without the seed, for people.
  public var cell: String
  /// The seed.
  public var seed: String
  /// All settings that decide the unit's numbers.
  public var config: JSONValue

  /// Creates a unit.
  public init(cell: String, seed: String, config: JSONValue) {
    self.cell = cell
    self.seed = seed
    self.config = config
  }
}

/// The two records of a unit with their scores, where there are any.
struct GuardPair {
  let seed: String
  let old: UnitRecord
  let new: UnitRecord
  let oldScores: UnitScores?
  let newScores: UnitScores?

  /// Both versions' scores, if both are here.
  var scores: (old: UnitScores, new: UnitScores)? {
    guard let oldScores, let newScores else { return nil }
    return (oldScores, newScores)
  }
}

/// The records of a baseline and of now, matched by their settings.
struct GuardUnits {
  /// The comparable pairs of each cell, whose seeds are taken together, in the sweep's order.
  private(set) var cells: [(name: String, pairs: [GuardPair])] = []
  /// What has no counterpart, or cannot be compared with it.
  private(set) var rows: [GuardRow] = []

  init(_ units: [GuardUnit], baseline: RecordStore, current: RecordStore) throws {
    var old = try GuardUnits.records(in: baseline)
    let new = try GuardUnits.records(in: current, of: units)
    var groups: [(key: String, name: String, pairs: [GuardPair])] = []
    var unmatched: [GuardUnit] = []
    for unit in units {
      let config = unit.config.canonicalText
      guard let before = old.removeValue(forKey: config) else {
        unmatched.append(unit)
        continue
      }
      guard let after = new[config] else {
        rows.append(
          GuardRow(
            .missing, cell: unit.cell, name: "seed \(unit.seed)",
            note: "has no record in \(current.folder); run the sweep"))
        continue
      }
      if let reason = GuardUnits.difference(before, after) {
        rows.append(
          GuardRow(.notComparable, cell: unit.cell, name: "seed \(unit.seed)", note: reason))
        continue
      }
      let pair = GuardPair(
        seed: unit.seed, old: before, new: after, oldScores: try baseline.scores(of: before),
        newScores: try current.scores(of: after))
      if let reason = GuardUnits.difference(pair) {
        rows.append(
          GuardRow(.notComparable, cell: unit.cell, name: "seed \(unit.seed)", note: reason))
        continue
      }
      let key = GuardUnits.withoutSeed(unit.config)
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].pairs.append(pair)
      } else {
        let isTaken = groups.contains { $0.name == unit.cell }
        let hash = SHA256.hexDigest(of: Array(key.utf8)).prefix(6)
        groups.append((key, unit.cell + (isTaken ? " #\(hash)" : ""), [pair]))
      }
    }
    cells = groups.map { ($0.name, $0.pairs) }
    addUnmatched(unmatched, Array(old.values), baseline: baseline)
  }

  /// Units of one side; two that differ only in their settings are the same cell, changed.
  private mutating func addUnmatched(
    _ units: [GuardUnit], _ records: [UnitRecord], baseline: RecordStore
  ) {
    var records = records.sorted {
      $0.identity.config.canonicalText < $1.identity.config.canonicalText
    }
    for unit in units {
      let dimensions = ["id", "method", "shots", "seed", "model"]
      let twin = records.firstIndex { record in
        let other = RunIdentity(config: unit.config, data: [:], weights: [:], revs: [:])
        return dimensions.allSatisfy { record.identity.label($0) == other.label($0) }
      }
      let changes = twin.map {
        JSONValue.differences(records.remove(at: $0).identity.config, unit.config)
      }
      let note =
        changes.map { "other settings than the baseline's: " + $0.joined(separator: ", ") }
        ?? "is not in the baseline \(baseline.folder); update it"
      rows.append(GuardRow(.missing, cell: unit.cell, name: "seed \(unit.seed)", note: note))
    }
    for record in records {
      let identity = record.identity
      let cell =
        ["id", "method"].compactMap(identity.label)
        + ["shots"].compactMap { key in identity.label(key).map { "\(key)=\($0)" } }
      rows.append(
        GuardRow(
          .missing, cell: cell.joined(separator: " "),
          name: "seed \(identity.label("seed") ?? "")",
          note: "is in the baseline, but no longer in the sweep; update the baseline"))
    }
  }

  /// The records of a folder by their settings, all or those of a sweep.
  ///
  /// Of records that differ in the revisions of components only, the later one counts.
  static func records(
    in store: RecordStore, of units: [GuardUnit]? = nil
  ) throws -> [String: UnitRecord] {
    let wanted = units.map { Set($0.map(\.config.canonicalText)) }
    var records: [String: UnitRecord] = [:]
    for record in try store.records() {
      let key = record.identity.config.canonicalText
      guard wanted?.contains(key) != false else { continue }
      guard let other = records[key] else {
        records[key] = record
        continue
      }
      if isLater(record, than: other) {
        records[key] = record
      } else if !isLater(other, than: record) {
        throw ResultsError(
          "\(store.folder): records \(try other.runID()) and \(try record.runID()) have the same "
            + "settings, but other data or weights; which one is meant? Use a folder of its own "
            + "('ood sweep --out DIR'), or remove the older one")
      }
    }
    return records
  }

  private static func isLater(_ record: UnitRecord, than other: UnitRecord) -> Bool {
    record.identity.data == other.identity.data && record.identity.weights == other.identity.weights
      && other.identity.revs.allSatisfy { record.identity.revs[$0.key] ?? 0 >= $0.value }
  }

  /// Why two records of the same settings cannot be compared; nil if they can.
  ///
  /// Revisions of detectors and methods may differ: what their change does is the question.
  private static func difference(_ old: UnitRecord, _ new: UnitRecord) -> String? {
    let parts = [
      ("data", old.identity.data, new.identity.data),
      ("weights", old.identity.weights, new.identity.weights),
    ]
    for (kind, before, after) in parts where before != after {
      let names = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
      return "other \(kind) than the baseline's: \(names.joined(separator: ", "))"
    }
    let before = old.identity.revs["metrics"] ?? 0
    let after = new.identity.revs["metrics"] ?? 0
    return before == after
      ? nil
      : "the metrics have revision \(after), the baseline's had \(before); update the baseline"
  }

  /// Why two files of scores cannot be compared; nil if they can, or are not both there.
  private static func difference(_ pair: GuardPair) -> String? {
    guard let (old, new) = pair.scores else { return nil }
    for name in old.sets.keys.sorted() {
      guard let before = old.sets[name], let after = new.sets[name] else { continue }
      if before.samples != after.samples {
        return "set \(name) has other images than the baseline's"
      }
    }
    return nil
  }

  private static func withoutSeed(_ config: JSONValue) -> String {
    guard case .object(var members) = config else { return config.canonicalText }
    members["seed"] = nil
    return JSONValue.object(members).canonicalText
  }
}

extension JSONValue {
  /// What differs between two values, as `train.lr: 0.1 -> 0.2`.
  static func differences(_ old: JSONValue, _ new: JSONValue, at path: String = "") -> [String] {
    if old == new { return [] }
    func below(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
    switch (old, new) {
    case (.object(let before), .object(let after)):
      return Set(before.keys).union(after.keys).sorted().flatMap { key in
        differences(before[key] ?? .null, after[key] ?? .null, at: below(key))
      }
    case (.array(let before), .array(let after)) where before.count == after.count:
      return before.indices.flatMap { differences(before[$0], after[$0], at: below("\($0)")) }
    default: return ["\(path): \(old.canonicalText) -> \(new.canonicalText)"]
    }
  }
}
