import Configuration
import Metrics

/// The metrics of one detector on one out-of-distribution split.
public struct ResultRow: Sendable, Equatable {
  /// The detector by name, with its settings where a sweep has it twice.
  public var detector: String
  /// The revision of the detector's code, so that a repaired detector is evaluated anew.
  public var revision: Int
  /// The name of the out-of-distribution split.
  public var split: String
  /// What the split is to the in-distribution classes.
  public var role: OODRole
  /// The number of in-distribution images.
  public var nID: Int
  /// The number of out-of-distribution images.
  public var nOOD: Int
  /// Fractions by the names of `Metric`: `auroc`, `fpr95/id-nearest`.
  public var metrics: [String: Double]
  /// Bootstrap intervals of the metrics; nil where none were asked for.
  public var intervals: Intervals?

  /// Creates a row.
  public init(
    detector: String, revision: Int, split: String, role: OODRole, nID: Int, nOOD: Int,
    metrics: [String: Double], intervals: Intervals? = nil
  ) {
    self.detector = detector
    self.revision = revision
    self.split = split
    self.role = role
    self.nID = nID
    self.nOOD = nOOD
    self.metrics = metrics
    self.intervals = intervals
  }

  /// Creates a row with every metric of a detector on a split.
  public init(
    detector: String, revision: Int, split: String, role: OODRole, metrics: DetectionMetrics
  ) {
    var values = [
      "auroc": metrics.auroc, "aupr-in": metrics.auprIn, "aupr-out": metrics.auprOut,
      "ap-in": metrics.apIn, "ap-out": metrics.apOut, "detection-error": metrics.detectionError,
    ]
    for (convention, value) in metrics.fpr95 { values["fpr95/" + convention] = value }
    self.init(
      detector: detector, revision: revision, split: split, role: role,
      nID: metrics.inDistributionCount, nOOD: metrics.outOfDistributionCount, metrics: values)
  }
}

extension ResultRow {
  /// The row as a record's file has it.
  var json: JSONValue {
    var members: [String: JSONValue] = [
      "detector": .string(detector), "revision": .integer(revision), "split": .string(split),
      "role": .string(role.rawValue), "n_id": .integer(nID), "n_ood": .integer(nOOD),
      "metrics": .numbers(metrics),
    ]
    members["intervals"] = intervals?.json
    return .object(members)
  }

  /// Reads a row of a record's file.
  init(_ reader: RecordReader) throws(ResultsError) {
    self.init(
      detector: try reader.string("detector"), revision: try reader.integer("revision"),
      split: try reader.string("split"), role: try OODRole(reader), nID: try reader.integer("n_id"),
      nOOD: try reader.integer("n_ood"), metrics: try reader.numbers("metrics"),
      intervals: try reader.optional("intervals").map(Intervals.init))
  }
}
