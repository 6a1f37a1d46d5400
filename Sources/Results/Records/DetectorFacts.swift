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
  func json() -> JSONValue {
    var members: [String: JSONValue] = [
      "detector": .string(detector), "metrics": .numbers(metrics),
    ]
    members["operating_point"] = operatingPoint?.recordJSON
    return .object(members)
  }

  /// Reads the facts of a record's file.
  init(_ reader: RecordReader) throws {
    self.init(
      detector: try reader.string("detector"), metrics: try reader.numbers("metrics"),
      operatingPoint: try reader.optional("operating_point").map(OperatingPoint.init))
  }
}

// A record has an operating point for each of many detectors, so it keeps the counts alone; rates and
// intervals follow from them, and `OperatingPointFile` has them for people.
extension OperatingPoint {
  fileprivate var recordJSON: JSONValue {
    .object([
      "detector": .string(detector), "settings": .string(settings),
      "thresholds": .array(thresholds.map(OperatingPointFile.json)),
      "realised": .array(
        realised.map { set in
          .object([
            "set": .string(set.set), "role": .string(set.role.rawValue), "n": .integer(set.count),
            "accepted": .array(set.accepted.map { .integer($0) }),
          ])
        }),
    ])
  }

  fileprivate init(_ reader: RecordReader) throws {
    try self.init(
      detector: reader.string("detector"), settings: reader.string("settings"),
      thresholds: reader.elements("thresholds").map(OperatingPointFile.threshold),
      realised: reader.elements("realised").map { set in
        Realised(
          set: try set.string("set"), role: try OperatingPointFile.role(set),
          count: try set.integer("n"), accepted: try set.integers("accepted"))
      })
  }
}
