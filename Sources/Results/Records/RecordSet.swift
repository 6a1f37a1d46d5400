import FileFormats

/// Records sorted by run id with their hashes, which are computed once.
public struct RecordSet: Sendable, Equatable {
  /// The records by run id.
  public let records: [UnitRecord]
  /// The protocol of each record.
  let protocols: [EvaluationProtocol]
  private let hashes: [String]

  /// Sorts and hashes records.
  public init(_ records: [UnitRecord]) throws {
    let keyed = try records.map { (id: try $0.runID(), hash: try $0.resultSHA256(), record: $0) }
    let sorted = keyed.sorted { ($0.id, $0.hash) < ($1.id, $1.hash) }
    self.init(
      records: sorted.map(\.record), protocols: sorted.map(\.record.evaluationProtocol),
      hashes: sorted.map(\.hash))
  }

  private init(records: [UnitRecord], protocols: [EvaluationProtocol], hashes: [String]) {
    self.records = records
    self.protocols = protocols
    self.hashes = hashes
  }

  /// The records that fulfil a condition.
  public func filter(_ isIncluded: (UnitRecord) -> Bool) -> RecordSet {
    let kept = records.indices.filter { isIncluded(records[$0]) }
    return RecordSet(
      records: kept.map { records[$0] }, protocols: kept.map { protocols[$0] },
      hashes: kept.map { hashes[$0] })
  }

  /// The first 12 digits of a hash of all results: it changes if any number does.
  public var source: String {
    let text = hashes.sorted().joined(separator: "\n")
    return String(SHA256.hexDigest(of: Array(text.utf8)).prefix(12))
  }
}
