import Configuration

/// How the records of two folders differ, unit by unit.
public struct StoreDifferences: Sendable, Equatable {
  /// Two records of one unit.
  public struct Pair: Sendable, Equatable {
    /// The unit in words: its labels.
    public let title: String
    /// The run ids, the first record's and the second's.
    public let runs: [String]
    /// What differs.
    public let differences: RecordDifferences
  }

  /// The settings that name a unit where all settings together do not.
  public static let labels = ["model", "id", "method", "shots", "seed"]

  /// Units of both folders that differ, by title.
  public let pairs: [Pair]
  /// The number of units of both folders.
  public let comparedCount: Int
  /// Units of the first folder alone, as run ids.
  public let onlyFirst: [String]
  /// Units of the second folder alone, as run ids.
  public let onlySecond: [String]

  /// Whether both folders hold the same units with the same numbers, up to the tolerance.
  public var isEmpty: Bool { pairs.isEmpty && onlyFirst.isEmpty && onlySecond.isEmpty }

  /// Compares records of equal settings; of the rest those whose labels are unique and equal.
  ///
  /// Two single records are compared whatever they are.
  ///
  /// - Parameters:
  ///   - first: the old records.
  ///   - second: the new records.
  ///   - tolerance: the largest difference of a fraction that is left out.
  public init(_ first: [UnitRecord], _ second: [UnitRecord], tolerance: Double = 0) throws {
    var matched: [(UnitRecord, UnitRecord)] = []
    var (left, right) = (first, second)
    let keys: [(UnitRecord) throws -> String] = [
      { try $0.runID() }, { $0.identity.config.canonicalText },
      { $0.identity.labels(StoreDifferences.labels).joined(separator: "\n") },
    ]
    let areSingle = first.count == 1 && second.count == 1
    for key in keys + (areSingle ? [{ _ in "" }] : []) {
      let (pairs, restLeft, restRight) = try StoreDifferences.match(left, right, by: key)
      matched += pairs
      (left, right) = (restLeft, restRight)
    }
    comparedCount = matched.count
    pairs = try matched.compactMap { first, second -> Pair? in
      let differences = RecordDifferences(first, second, tolerance: tolerance)
      guard !differences.isEmpty else { return nil }
      return Pair(
        title: second.title, runs: [try first.runID(), try second.runID()],
        differences: differences)
    }.sorted { ($0.title, $0.runs[0]) < ($1.title, $1.runs[0]) }
    onlyFirst = try left.map { try $0.runID() }.sorted()
    onlySecond = try right.map { try $0.runID() }.sorted()
  }

  private static func match(
    _ first: [UnitRecord], _ second: [UnitRecord], by key: (UnitRecord) throws -> String
  ) throws -> (pairs: [(UnitRecord, UnitRecord)], [UnitRecord], [UnitRecord]) {
    let old = try Dictionary(grouping: first, by: key)
    let new = try Dictionary(grouping: second, by: key)
    var pairs: [(UnitRecord, UnitRecord)] = []
    for (text, records) in old {
      guard records.count == 1, let others = new[text], others.count == 1 else { continue }
      pairs.append((records[0], others[0]))
    }
    let keys = try Set(pairs.map { try key($0.0) })
    return (
      pairs, try first.filter { try !keys.contains(key($0)) },
      try second.filter { try !keys.contains(key($0)) }
    )
  }
}

extension UnitRecord {
  /// The unit in words: `id=digits method=coop shots=4 seed=1`.
  public var title: String {
    StoreDifferences.labels.compactMap { name in
      identity.label(name).map { "\(name)=\($0)" }
    }.joined(separator: " ")
  }
}
