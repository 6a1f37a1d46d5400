import Configuration
import Metrics

/// A table of means and deviations over seeds, before it has a format.
public struct ResultTable: Sendable, Equatable {
  /// A column of numbers.
  public struct Column: Sendable, Equatable {
    /// The detector or the split; empty for the accuracy.
    public let group: String
    /// The metric by name.
    public let metric: String
    /// Whether a larger value is the better one.
    public let higherIsBetter: Bool
  }

  /// A row of numbers.
  public struct Row: Sendable, Equatable {
    /// The labels that make the row.
    public let labels: [String]
    /// Rows with equal keys compete for the best value.
    public let comparable: [String]
    /// The number of seeds.
    public let seeds: Int
    /// A value for each column as a fraction, or nil where a seed has none.
    public let cells: [Summary?]
  }

  /// What the table shows.
  public let spec: TableSpec
  /// The columns of numbers.
  public let columns: [Column]
  /// The rows in order.
  public let rows: [Row]
  /// The splits in order.
  public let splits: [String]
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
    let columns = ResultTable.columns(selection)
    self.spec = spec
    self.columns = columns
    splits = selection.splits
    rows = try selection.groups().map { group in
      let cells = columns.map { column -> Summary? in
        let isSplit = spec.columns == .split
        let detector = isSplit ? group.detector ?? selection.detectors.first : column.group
        let isAverage = !isSplit || column.group == ResultTable.average
        let splits = isAverage ? selection.splits(of: group) : [column.group]
        return selection.summary(column.metric, of: group, detector: detector, splits: splits)
      }
      let keys = spec.comparableWithin.map { group.records.first?.identity.label($0) ?? "--" }
      return Row(
        labels: group.labels, comparable: keys, seeds: group.records.count, cells: cells)
    }
    source = set.source
    recordCount = set.records.count
  }

  /// The name of the column that averages the splits.
  static let average = "average"

  private static func columns(_ selection: RecordSelection) -> [Column] {
    let spec = selection.spec
    var columns: [Column] = []
    if spec.accuracy {
      // Beside the test set's there may be `accuracy/SPLIT`, that of a covariate shift.
      let shifted = Set(selection.set.records.flatMap(\.metrics.keys)).filter {
        $0.hasPrefix("accuracy/")
      }
      columns = (["accuracy"] + shifted.sorted()).map {
        Column(group: "", metric: $0, higherIsBetter: true)
      }
    }
    var groups = selection.detectors
    if spec.columns == .split {
      groups = selection.splits + (selection.splits.count > 1 ? [average] : [])
    }
    for group in groups {
      for name in spec.metrics {
        guard let metric = Metric(name: name) else { continue }
        columns.append(
          Column(group: group, metric: metric.name, higherIsBetter: metric.higherIsBetter))
      }
    }
    return columns
  }
}
