import Configuration

extension ResultRow {
  /// Bootstrap intervals of a row's metrics.
  public struct Intervals: Sendable, Equatable {
    /// The two ends of an interval.
    public struct Bounds: Sendable, Equatable {
      /// The lower end.
      public var lower: Double
      /// The upper end.
      public var upper: Double

      /// Creates an interval's ends.
      public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
      }
    }

    /// The confidence level, such as 0.95.
    public var level: Double
    /// The number of replicates.
    public var replicates: Int
    /// The interval of each metric by its name.
    public var bounds: [String: Bounds]

    /// Creates the intervals of a row.
    public init(level: Double, replicates: Int, bounds: [String: Bounds]) {
      self.level = level
      self.replicates = replicates
      self.bounds = bounds
    }
  }
}

extension ResultRow.Intervals {
  /// The intervals as a record's file has them: `[lower, upper]` by metric.
  var json: JSONValue {
    .object([
      "level": .number(level), "replicates": .integer(replicates),
      "bounds": .object(
        bounds.mapValues { .array([.number($0.lower), .number($0.upper)]) }),
    ])
  }

  /// Reads the intervals of a record's file.
  init(_ reader: RecordReader) throws(ResultsError) {
    level = try reader.number("level")
    replicates = try reader.integer("replicates")
    bounds = [:]
    guard let pairs = reader.optional("bounds") else {
      throw reader.fault("bounds", "is missing")
    }
    for metric in pairs.keys {
      let ends = try pairs.doubles(metric)
      guard ends.count == 2 else {
        throw pairs.fault(metric, "expected [lower, upper], found \(ends.count) numbers")
      }
      bounds[metric] = Bounds(lower: ends[0], upper: ends[1])
    }
  }
}
