import Configuration
import Metrics

/// A table of means and spreads over seeds, before it has a format.
public struct ResultTable: Sendable, Equatable {
  /// A column of numbers.
  public struct Column: Sendable, Equatable {
    /// The detector, the split or the settings; empty for the accuracy.
    public let group: String
    /// The metric by name.
    public let metric: String
    /// Whether a larger value is the better one.
    public let higherIsBetter: Bool
    /// The number of seeds where it differs between columns instead of rows.
    public let seeds: Int?
  }

  /// A row of numbers.
  public struct Row: Sendable, Equatable {
    /// The labels that make the row.
    public let labels: [String]
    /// Rows with equal keys are compared.
    public let comparable: [String]
    /// The number of seeds; nil where it differs between columns.
    public let seeds: Int?
    /// A value for each column, or nil where a seed has none.
    public let cells: [Cell?]
  }

  /// A number of the table.
  public struct Cell: Sendable, Equatable {
    /// The mean and deviation over seeds as fractions.
    public let summary: Summary
    /// Whether it has the best mean of its comparable rows, of which there are several.
    public let isBest: Bool
    /// How surely the best mean is better than every rival: the largest p-value of its tests; of a
    /// difference from a baseline, how surely it is none.
    ///
    /// Adjusted over the table. Nil for other cells, and where a test cannot be made.
    public let pValue: Double?
  }

  /// What the table shows.
  public let spec: TableSpec
  /// The columns of numbers.
  public let columns: [Column]
  /// The rows in order.
  public let rows: [Row]
  /// The splits in order.
  public let splits: [String]
  /// The number of tests behind the bold cells.
  public let testCount: Int
  /// Whether some tests have a row of a single run that draws nothing as a constant.
  public let hasConstants: Bool
  /// The first 12 digits of a hash of all records used.
  public let source: String
  /// The number of records used.
  public let recordCount: Int

  /// The number of cells without a value.
  public var missingCount: Int { rows.reduce(0) { $0 + $1.cells.count { $0 == nil } } }

  /// Aggregates records; averages over splits are taken per seed from unrounded values.
  ///
  /// Throws `ResultsError` if the description does not fit the records.
  public init(_ set: RecordSet, spec: TableSpec = TableSpec()) throws {
    let selection = try RecordSelection(set, spec: spec)
    let all = try selection.groups()
    let columns = selection.columns()
    let baselines = try ResultTable.baselines(of: all, spec: spec)
    let groups = spec.baseline.isEmpty ? all : baselines.keys.sorted().map { all[$0] }
    let keys = groups.map { group in
      spec.comparableWithin.map { group.records.first?.identity.label($0) ?? "--" }
    }
    let measurements = columns.map { column in
      guard !spec.baseline.isEmpty else {
        return groups.map { selection.measurement(column, of: $0) }
      }
      return baselines.keys.sorted().map { row -> Measurement? in
        guard let base = baselines[row],
          let reference = selection.measurement(column, of: all[base])
        else { return nil }
        return selection.measurement(column, of: all[row])?.difference(from: reference)
      }
    }
    let comparisons =
      spec.baseline.isEmpty
      ? Comparisons(
        columns: measurements, higherIsBetter: columns.map(\.column.higherIsBetter), keys: keys)
      : Comparisons(differences: measurements)
    self.spec = spec
    self.columns = columns.map(\.column)
    rows = groups.indices.map { row in
      let cells = columns.indices.map { column in
        measurements[column][row].map { Cell($0, comparisons.findings[column][row]) }
      }
      return Row(
        labels: groups[row].labels, comparable: keys[row],
        seeds: spec.columns == .setting ? nil : groups[row].records.count, cells: cells)
    }
    splits = selection.splits
    testCount = comparisons.count
    hasConstants = comparisons.hasConstants
    source = set.source
    recordCount = set.records.count
  }
}

extension ResultTable {
  /// The row that each row is compared with, by their places; rows of baselines have none.
  ///
  /// - Throws: `ResultsError` where a row's baseline is not there.
  private static func baselines(
    of groups: [RecordSelection.Group], spec: TableSpec
  ) throws -> [Int: Int] {
    guard !spec.baseline.isEmpty else { return [:] }
    let places = Dictionary(
      groups.enumerated().map { ($1.labels, $0) }, uniquingKeysWith: { first, _ in first })
    var baselines: [Int: Int] = [:]
    for (index, group) in groups.enumerated() {
      let labels = zip(spec.rows, group.labels).map { spec.baseline[$0] ?? $1 }
      guard labels != group.labels else { continue }
      guard let place = places[labels] else {
        throw ResultsError(
          "the row \(group.labels.joined(separator: ", ")) has no baseline: no row is "
            + "\(labels.joined(separator: ", "))")
      }
      baselines[index] = place
    }
    return baselines
  }
}

extension ResultTable.Cell {
  init(_ measurement: Measurement, _ finding: Comparisons.Finding) {
    summary = measurement.summary
    switch finding {
    case .best(let pValue):
      isBest = true
      self.pValue = pValue
    case .differs(let pValue):
      isBest = false
      self.pValue = pValue
    case .other:
      isBest = false
      pValue = nil
    }
  }
}
