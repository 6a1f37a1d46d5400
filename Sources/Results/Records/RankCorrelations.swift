import Configuration

/// Kendall's tau-b of every pair of a unit's detectors: what one of them adds to the others.
public struct RankCorrelations: Sendable, Equatable {
  /// The detectors as in `ResultRow`.
  public var detectors: [String]
  /// tau-b `[detectors][detectors]`, symmetric; nil where a detector gives all images one score.
  public var tau: [[Double?]]

  /// Creates the matrix.
  public init(detectors: [String], tau: [[Double?]]) {
    self.detectors = detectors
    self.tau = tau
  }
}

extension RankCorrelations {
  /// The matrix as a record's file has it.
  var json: JSONValue {
    .object([
      "detectors": .array(detectors.map { .string($0) }),
      "tau": .array(tau.map { row in .array(row.map { $0.map { .number($0) } ?? .null }) }),
    ])
  }

  /// Reads the matrix of a record's file.
  init(_ reader: RecordReader) throws(ResultsError) {
    detectors = try reader.texts("detectors")
    tau = try reader.rows("tau")
    guard tau.count == detectors.count, tau.allSatisfy({ $0.count == detectors.count }) else {
      throw reader.fault("tau", "expected \(detectors.count) rows of as many numbers")
    }
  }
}
