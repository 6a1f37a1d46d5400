import Metrics

/// Records that differ in the seed alone, in the order of the seeds: the ground of one cell.
struct Repetitions {
  private let records: [UnitRecord]
  private let seeds: [String]
  /// The splits that belong to these records: other benchmarks have others.
  let splits: [String]
  private let isConstant: Bool

  /// Sorts records by seed.
  ///
  /// - Parameters:
  ///   - records: records of one row and column.
  ///   - seed: the setting that repeats an experiment.
  ///   - splits: the splits that are wanted.
  ///   - labels: the row and column, for the message.
  /// - Throws: `ResultsError` if two records have one seed.
  init(_ records: [UnitRecord], seed: String, splits: [String], labels: [String]) throws {
    let names = records.map { $0.identity.label(seed) ?? "--" }
    let order = records.indices.sorted { (names[$0], $0) < (names[$1], $1) }
    for (left, right) in zip(order, order.dropFirst()) where names[left] == names[right] {
      let ids = try [records[left].runID(), records[right].runID()].sorted()
      throw ResultsError(
        "runs \(ids.joined(separator: " and ")) have the same row "
          + "(\(labels.joined(separator: ", "))) and the same \(seed) \(names[left]); "
          + "add the setting in which they differ to 'rows'")
    }
    self.records = order.map { records[$0] }
    seeds = order.map { names[$0] }
    // The first record has them all as a rule, and there may be thousands.
    var unseen = Set(splits)
    for record in self.records where !unseen.isEmpty {
      for row in record.results { unseen.remove(row.split) }
    }
    self.splits = splits.filter { !unseen.contains($0) }
    isConstant = records.count == 1 && records.allSatisfy(\.drawsNothing)
  }

  /// The values of a metric over seeds, each averaged over splits; nil unless every seed has it.
  func measurement(_ metric: String, detector: String?, splits: [String]) -> Measurement? {
    let values: [Double]?
    if let description = MetricDescription(name: metric) {
      switch description.input {
      case .classifications: values = classificationValues(description.name)
      case .confidences: values = confidenceValues(description.name, detector: detector)
      case .scores, .scoreValues:
        values = means(description.name, detector: detector, splits: splits)
      }
    } else {
      values = metric.hasPrefix("accuracy/") ? classificationValues(metric) : nil
    }
    return values.flatMap { Measurement(seeds: seeds, values: $0, isConstant: isConstant) }
  }

  private func classificationValues(_ metric: String) -> [Double]? {
    var values: [Double] = []
    for index in records.indices {
      guard let value = records[index].metrics[metric] else { return nil }
      values.append(value)
    }
    return values
  }

  private func confidenceValues(_ metric: String, detector: String?) -> [Double]? {
    var values: [Double] = []
    for index in records.indices {
      let facts = records[index].detectors.first { $0.detector == detector }
      guard let value = facts?.metrics[metric] else { return nil }
      values.append(value)
    }
    return values
  }

  private func means(_ metric: String, detector: String?, splits: [String]) -> [Double]? {
    guard !splits.isEmpty else { return nil }
    // Records of a sweep have their rows in one order, so a row is looked for where the last
    // record had it.
    var places = [Int](repeating: 0, count: splits.count)
    var parts = [Double](repeating: 0, count: splits.count)
    var values: [Double] = []
    for index in records.indices {
      for (part, split) in splits.enumerated() {
        func isWanted(_ row: ResultRow) -> Bool {
          row.split == split && row.detector == detector
        }
        let last = places[part]
        if last >= records[index].results.count || !isWanted(records[index].results[last]) {
          guard let place = records[index].results.firstIndex(where: isWanted) else { return nil }
          places[part] = place
        }
        guard let value = records[index].results[places[part]].metrics[metric] else { return nil }
        parts[part] = value
      }
      guard let mean = try? Summary(parts).mean else { return nil }
      values.append(mean)
    }
    return values
  }
}

extension UnitRecord {
  /// Whether another seed would give the same numbers: no step of training, no images drawn.
  fileprivate var drawsNothing: Bool {
    (training?.steps ?? 0) == 0 && identity.label("shots") == "0"
      && ["0", nil].contains(identity.label("fit_shots"))
  }
}
