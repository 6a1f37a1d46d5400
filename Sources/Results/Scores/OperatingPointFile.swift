import Configuration
import FileFormats
import Metrics

/// An operating point as a JSON file.
public enum OperatingPointFile {
  /// The format that this program reads and writes.
  public static let format = "ood-operating-point/1"

  /// Writes an operating point: canonical JSON, one member a line, in one step.
  ///
  /// - Throws: `FormatError` where the file cannot be written.
  public static func write(_ point: OperatingPoint, to path: String) throws {
    try AtomicFile.write(json(point).prettyText, to: path)
  }

  /// Reads an operating point.
  ///
  /// - Throws: `FormatError` where the file cannot be read, `ConfigurationError` for malformed JSON,
  ///   `ResultsError` for a file of another kind or with members missing.
  public static func read(_ path: String) throws -> OperatingPoint {
    let json = try JSONValue(parsing: FileBytes.read(path), name: path)
    guard json["format"]?.string == format else {
      let found = json["format"]?.string.map { "format \($0)" } ?? "no format"
      throw ResultsError(
        "\(path): \(found), expected \(format); make one with ood metrics --operating-point")
    }
    do {
      return try point(RecordReader(json))
    } catch {
      throw ResultsError("\(path): \(error)")
    }
  }

  /// The members of the file.
  ///
  /// - Throws: `MetricError` for a set without images.
  public static func json(_ point: OperatingPoint) throws -> JSONValue {
    .object([
      "format": .string(format),
      "detector": .string(point.detector),
      "settings": .string(point.settings),
      "positive": .string(PositiveClass.inDistribution.words),
      "rule": .string(
        "accept as in-distribution where score >= threshold; null accepts everything"),
      "thresholds": .array(point.thresholds.map(json)),
      "realised": .array(try point.realised.map { try json($0, of: point) }),
    ])
  }

  /// The members of a threshold.
  static func json(_ threshold: AcceptanceThreshold) -> JSONValue {
    .object([
      "tpr": .number(threshold.level),
      "guarantee": .string(threshold.guarantee.rawValue),
      "confidence": threshold.confidence.map { .number($0) } ?? .null,
      "threshold": threshold.threshold.map { .number($0) } ?? .null,
      "rank": .integer(threshold.rank),
      "n_validation": .integer(threshold.validationCount),
    ])
  }

  private static func json(
    _ realised: OperatingPoint.Realised, of point: OperatingPoint
  ) throws -> JSONValue {
    .object([
      "set": .string(realised.set),
      "role": .string(realised.role.rawValue),
      "n": .integer(realised.count),
      // Rates and intervals follow from the counts; they are here for people.
      "accepted": .array(
        try point.thresholds.indices.map { index in
          let interval = try realised.interval(index)
          return .object([
            "tpr": .number(point.thresholds[index].level),
            "guarantee": .string(point.thresholds[index].guarantee.rawValue),
            "n": .integer(realised.accepted[index]),
            "rate": .number(realised.rate(index)),
            "lower": .number(interval.lower),
            "upper": .number(interval.upper),
          ])
        }),
    ])
  }

  private static func point(_ reader: RecordReader) throws -> OperatingPoint {
    let thresholds = try reader.elements("thresholds").map(threshold)
    return try OperatingPoint(
      detector: reader.string("detector"), settings: reader.string("settings"),
      thresholds: thresholds,
      realised: reader.elements("realised").map { set in
        OperatingPoint.Realised(
          set: try set.string("set"), role: try role(set), count: try set.integer("n"),
          accepted: try set.elements("accepted").map { try $0.integer("n") })
      })
  }

  /// Reads the role of a set.
  static func role(_ set: RecordReader) throws(ResultsError) -> OperatingPoint.Role {
    let name = try set.string("role")
    guard let role = OperatingPoint.Role(rawValue: name) else {
      let known = OperatingPoint.Role.allCases.map(\.rawValue).joined(separator: ", ")
      throw set.fault("role", "expected one of \(known), found '\(name)'")
    }
    return role
  }

  /// Reads a threshold.
  static func threshold(_ reader: RecordReader) throws -> AcceptanceThreshold {
    let name = try reader.string("guarantee")
    guard let guarantee = ThresholdGuarantee(rawValue: name) else {
      let known = ThresholdGuarantee.allCases.map(\.rawValue).joined(separator: ", ")
      throw reader.fault("guarantee", "expected one of \(known), found '\(name)'")
    }
    return AcceptanceThreshold(
      level: try reader.number("tpr"), guarantee: guarantee,
      confidence: try reader.optionalNumber("confidence"),
      threshold: try reader.optionalNumber("threshold"), rank: try reader.integer("rank"),
      validationCount: try reader.integer("n_validation"))
  }
}

extension RecordReader {
  func number(_ key: String) throws(ResultsError) -> Double {
    guard let number = try optionalNumber(key) else {
      throw fault(key, "expected a number, found null")
    }
    return number
  }

  /// The number of a member that may be null.
  func optionalNumber(_ key: String) throws(ResultsError) -> Double? {
    let value = try value(key)
    if value == .null { return nil }
    guard let number = value.double else {
      throw fault(key, "expected a number or null, found \(value.canonicalText.prefix(40))")
    }
    return number
  }
}
