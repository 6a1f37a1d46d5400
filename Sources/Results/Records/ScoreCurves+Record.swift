import Configuration
import Metrics

extension ScoreCurves {
  /// The curves as a record's file has them.
  var json: JSONValue {
    .object([
      "fpr": .array(rates.map { .number($0) }), "coverage": .array(coverages.map { .number($0) }),
      "detectors": .array(detectors.map(\.json)),
    ])
  }

  /// Reads the curves of a record's file.
  ///
  /// Throws `ResultsError` where a curve has other points than its grid, or a count is too large.
  init(_ reader: RecordReader) throws {
    rates = try reader.doubles("fpr")
    coverages = try reader.doubles("coverage")
    detectors = []
    for element in try reader.elements("detectors") {
      detectors.append(
        try Detector(element, rates: rates.count, coverages: coverages.count))
    }
  }
}

extension ScoreCurves.Detector {
  fileprivate var json: JSONValue {
    .object([
      "detector": .string(detector), "tau95": threshold.map { .number($0) } ?? .null,
      "lower": .number(bins.lower), "upper": .number(bins.upper), "id": .integers(histogram),
      "covered": .integers(covered), "errors": .integers(errors), "aurc": .number(area),
      "splits": .array(splits.map(\.json)),
    ])
  }

  fileprivate init(_ reader: RecordReader, rates: Int, coverages: Int) throws {
    detector = try reader.string("detector")
    threshold = try reader.optionalNumber("tau95")
    histogram = try reader.counts("id", count: nil, most: nil)
    do {
      bins = try ScoreBins(
        lower: try reader.number("lower"), upper: try reader.number("upper"),
        count: histogram.count)
    } catch let error as MetricError {
      throw reader.fault("id", "\(error)")
    }
    let images = histogram.reduce(0, +)
    covered = try reader.counts("covered", count: coverages, most: images)
    errors = try reader.counts("errors", count: coverages, most: images)
    guard zip(covered, errors).allSatisfy({ $0 > 0 && $1 <= $0 }) else {
      throw reader.fault("errors", "expected at most as many as are covered, which is some image")
    }
    area = try reader.number("aurc")
    splits = []
    for element in try reader.elements("splits") {
      splits.append(
        ScoreCurves.Split(
          split: try element.string("split"),
          accepted: try element.counts("accepted", count: rates, most: images),
          histogram: try element.counts("histogram", count: bins.count, most: nil)))
    }
  }
}

extension ScoreCurves.Split {
  fileprivate var json: JSONValue {
    .object([
      "split": .string(split), "accepted": .integers(accepted), "histogram": .integers(histogram),
    ])
  }
}

extension JSONValue {
  fileprivate static func integers(_ values: [Int]) -> JSONValue {
    .array(values.map { .integer($0) })
  }
}

extension RecordReader {
  /// Counts of images: as many as stated, none negative, none above the most.
  fileprivate func counts(_ key: String, count: Int?, most: Int?) throws(ResultsError) -> [Int] {
    let values: [Int] = try integers(key)
    if let count, values.count != count {
      throw fault(key, "expected \(count) counts as on its grid, found \(values.count)")
    }
    if let wrong = values.first(where: { $0 < 0 || $0 > most ?? Int(Int32.max) }) {
      throw fault(key, "expected counts of images up to \(most ?? Int(Int32.max)), found \(wrong)")
    }
    return values
  }
}
