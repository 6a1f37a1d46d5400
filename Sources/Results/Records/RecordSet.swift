import FileFormats

/// Records sorted by run id, with their hashes and what occurs in their rows, computed once.
public struct RecordSet: Sendable, Equatable {
  /// A split as rows name it.
  struct Split: Sendable, Hashable {
    let name: String
    let role: OODRole
  }

  /// The records by run id.
  public let records: [UnitRecord]
  /// The protocol of each record.
  let protocols: [EvaluationProtocol]
  /// The first 12 digits of a hash of all results: it changes if any number does.
  public let source: String
  /// The detectors of all rows, in the order of their first.
  let detectors: [String]
  /// The splits of all rows, in the order of their first.
  let splits: [Split]
  private let hashes: [String]

  /// Sorts and hashes records.
  public init(_ records: [UnitRecord]) throws {
    let ids = try records.map { try $0.runID() }
    let hashes = try records.map { try $0.resultSHA256() }
    let order = records.indices.sorted { (ids[$0], hashes[$0]) < (ids[$1], hashes[$1]) }
    self.init(
      records: order.map { records[$0] },
      protocols: order.map { records[$0].evaluationProtocol }, hashes: order.map { hashes[$0] })
  }

  private init(records: [UnitRecord], protocols: [EvaluationProtocol], hashes: [String]) {
    self.records = records
    self.protocols = protocols
    self.hashes = hashes
    let text = hashes.sorted().joined(separator: "\n")
    source = String(SHA256.hexDigest(of: Array(text.utf8)).prefix(12))
    var detectors: [String] = []
    var splits: [Split] = []
    for index in records.indices {
      for place in records[index].results.indices {
        // As a rule the rows of one record are those of the one before.
        if index > 0, records[index - 1].results.count > place,
          records[index].results[place].isLike(records[index - 1].results[place])
        {
          continue
        }
        let row = records[index].results[place]
        if !detectors.contains(row.detector) { detectors.append(row.detector) }
        let split = Split(name: row.split, role: row.role)
        if !splits.contains(split) { splits.append(split) }
      }
    }
    self.detectors = detectors
    self.splits = splits
  }

  /// The records that fulfil a condition.
  public func filter(_ isIncluded: (UnitRecord) -> Bool) -> RecordSet {
    let kept = records.indices.filter { isIncluded(records[$0]) }
    return RecordSet(
      records: kept.map { records[$0] }, protocols: kept.map { protocols[$0] },
      hashes: kept.map { hashes[$0] })
  }
}

extension ResultRow {
  /// Whether the row is of the same detector and split.
  fileprivate func isLike(_ other: ResultRow) -> Bool {
    detector == other.detector && split == other.split && role == other.role
  }
}
