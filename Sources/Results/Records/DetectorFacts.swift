import Configuration
import Metrics

/// What was measured of one detector apart from any out-of-distribution split.
public struct DetectorFacts: Sendable, Equatable {
  /// The detector as in `ResultRow`.
  public var detector: String
  /// Metrics of its scores as confidences on the in-distribution test images: `augrc`,
  /// `aurc/trapezoid`, `auroc/errors`.
  public var metrics: [String: Double]
  /// Its thresholds for deployment; nil where none were chosen.
  public var operatingPoint: OperatingPoint?

  /// Creates the facts of a detector.
  public init(
    detector: String, metrics: [String: Double] = [:], operatingPoint: OperatingPoint? = nil
  ) {
    self.detector = detector
    self.metrics = metrics
    self.operatingPoint = operatingPoint
  }
}

extension DetectorFacts {
  /// The facts as a record's file has them.
  func json() throws -> JSONValue {
    var members: [String: JSONValue] = [
      "detector": .string(detector), "metrics": .numbers(metrics),
    ]
    members["operating_point"] = try operatingPoint.map(OperatingPointFile.json)
    return .object(members)
  }

  /// Reads the facts of a record's file.
  init(_ reader: RecordReader) throws {
    self.init(
      detector: try reader.string("detector"), metrics: try reader.numbers("metrics"),
      operatingPoint: try reader.optional("operating_point").map(OperatingPointFile.point))
  }
}
