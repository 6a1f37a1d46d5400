import Configuration
import FileFormats
import FoundationEssentials

/// Makes and replaces the baseline of a guard: a results folder of its own.
public struct GuardBaseline {
  /// What a new baseline changes, as text for people and for a commit's message.
  public let message: String
  private let baseline: RecordStore
  private let current: RecordStore
  private let records: [UnitRecord]

  /// Compares the records of a sweep with a baseline; nothing is written.
  ///
  /// Throws `ResultsError` where a unit of the sweep has no record.
  public init(
    _ file: GuardFile, units: [GuardUnit], baseline: RecordStore, current: RecordStore
  ) throws {
    self.baseline = baseline
    self.current = current
    let found = try GuardUnits.records(in: current, of: units)
    records = try units.map { unit in
      guard let record = found[unit.config.canonicalText] else {
        throw ResultsError(
          "\(current.folder): \(unit.cell) seed \(unit.seed) has no record; run the sweep first, for "
            + "a baseline is of all its units")
      }
      if record.scores != nil, try current.scores(of: record) == nil {
        throw ResultsError(
          "\(current.scoresPath(of: try record.runID())): is missing; run the sweep into an empty "
            + "folder: ood sweep FILE --out DIR")
      }
      return record
    }
    let old = try baseline.records()
    var lines = ["Update the baseline of \(file.path)", ""]
    lines.append(
      old.isEmpty
        ? "\(records.count) units; there was none." : "\(old.count) -> \(records.count) units")
    if old.isEmpty == false {
      lines += GuardBaseline.changes(from: old, to: records, units: units, file: file)
    }
    if records.contains(where: { $0.scores == nil }) {
      lines += [
        "",
        "There are no scores of every image ('analyses: [scores]' in the sweep), so changes will "
          + "be judged by separate intervals, which is weaker.",
      ]
    }
    message = lines.joined(separator: "\n") + "\n"
  }

  /// Writes the new baseline and removes what is no longer part of it.
  public func write() throws {
    var kept: Set<String> = []
    for record in records {
      let id = try record.runID()
      kept.insert(id)
      let scores = record.scores == nil ? nil : try FileBytes.read(current.scoresPath(of: id))
      try baseline.replace(record, scores: scores)
    }
    for id in try baseline.runIDs() where !kept.contains(id) { try baseline.remove(id) }
  }

  /// The rows whose numbers change, old and new.
  private static func changes(
    from old: [UnitRecord], to new: [UnitRecord], units: [GuardUnit], file: GuardFile
  ) -> [String] {
    let before = Dictionary(
      old.map { ($0.identity.config.canonicalText, $0) }, uniquingKeysWith: { first, _ in first })
    var lines: [String] = []
    for (unit, record) in zip(units, new) {
      let cell = "\(unit.cell) seed \(unit.seed)"
      guard let previous = before[unit.config.canonicalText] else {
        lines.append("new: \(cell)")
        continue
      }
      for row in record.results {
        let other = previous.results.first {
          $0.detector == row.detector && $0.split == row.split
        }
        for metric in ["auroc", "fpr95/id-nearest"] {
          guard let value = row.metrics[metric], let was = other?.metrics[metric], was != value
          else { continue }
          lines.append("\(cell) \(row.detector)/\(row.split)/\(metric): " + change(was, value))
        }
      }
      if let value = record.metrics["accuracy"], let was = previous.metrics["accuracy"],
        was != value
      {
        lines.append("\(cell) acc: " + change(was, value))
      }
    }
    let configs = Set(units.map(\.config.canonicalText))
    for record in old where !configs.contains(record.identity.config.canonicalText) {
      lines.append("gone: \((try? record.runID()) ?? "")")
    }
    return lines.isEmpty ? ["no AUROC, FPR95 or accuracy changes"] : lines
  }

  private static func change(_ old: Double, _ new: Double) -> String {
    "\(DecimalText.text(old, decimals: 2, scale: 2)) -> "
      + DecimalText.text(new, decimals: 2, scale: 2)
  }
}

extension RecordStore {
  /// Puts a record in the place of one of the same run, with its scores.
  func replace(_ record: UnitRecord, scores: [UInt8]?) throws {
    let id = try record.runID()
    try createFolder("\(folder)/records/\(id.prefix(2))")
    if let scores {
      try createFolder("\(folder)/scores")
      try AtomicFile.write(scores, to: scoresPath(of: id))
    }
    try AtomicFile.write(record.text(), to: path(of: id))
  }
}
