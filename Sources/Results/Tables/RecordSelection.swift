import Configuration
import Metrics

/// Records with a description of what is wanted of them: the ground of tables and plots.
struct RecordSelection {
  let set: RecordSet
  let spec: TableSpec
  /// The detectors in their order.
  let detectors: [String]
  /// The splits in their order.
  let splits: [String]

  init(_ set: RecordSet, spec: TableSpec) throws {
    if let problem = spec.problems.first {
      throw ResultsError("\(problem.setting) \(problem.message)")
    }
    try RecordSelection.checkProtocols(of: set, within: spec.comparableWithin)
    self.set = set
    self.spec = spec
    var detectors: [String] = []
    var splits: [String] = []
    for record in set.records {
      for row in record.results {
        if !detectors.contains(row.detector) { detectors.append(row.detector) }
        let wanted = spec.splits.isEmpty ? spec.roles.contains(row.role) : true
        if wanted, !splits.contains(row.split) { splits.append(row.split) }
      }
    }
    try RecordSelection.check(spec.detectors, among: detectors, kind: "detector")
    try RecordSelection.check(spec.splits, among: splits, kind: "split")
    self.detectors =
      spec.detectors.isEmpty ? spec.sorted(detectors, by: "detector") : spec.detectors
    self.splits = spec.splits.isEmpty ? spec.sorted(splits, by: "split") : spec.splits
  }

  /// A row's labels with its records, one for each seed.
  struct Group {
    let labels: [String]
    let detector: String?
    let records: [UnitRecord]
  }

  /// The rows in order.
  ///
  /// Throws if two records cannot be told apart by the rows, the columns and the seed.
  func groups() throws -> [Group] {
    let paths = spec.rows.filter { $0 != "detector" }
    var groups: [[String]: [UnitRecord]] = [:]
    for record in set.records { groups[record.identity.labels(paths), default: []].append(record) }
    var result: [Group] = []
    for (labels, members) in groups {
      for across in acrossLabels {
        try checkSeeds(self.records(members, across: across), labels: labels + across)
      }
      guard let place = spec.rows.firstIndex(of: "detector") else {
        result.append(Group(labels: labels, detector: nil, records: members))
        continue
      }
      for detector in detectors {
        var labels = labels
        labels.insert(detector, at: place)
        result.append(Group(labels: labels, detector: detector, records: members))
      }
    }
    return result.sorted { left, right in
      for (index, path) in spec.rows.enumerated() where left.labels[index] != right.labels[index] {
        return spec.precedes(left.labels[index], right.labels[index], by: path)
      }
      return false
    }
  }

  /// The labels of the columns that settings make; a single empty one where they make none.
  var acrossLabels: [[String]] {
    guard spec.columns == .setting else { return [[]] }
    let all = Set(set.records.map { $0.identity.labels(spec.across) })
    return all.sorted { left, right in
      for (index, path) in spec.across.enumerated() where left[index] != right[index] {
        return spec.precedes(left[index], right[index], by: path)
      }
      return false
    }
  }

  /// The records of a column that settings make.
  func records(_ records: [UnitRecord], across labels: [String]) -> [UnitRecord] {
    guard spec.columns == .setting else { return records }
    return records.filter { $0.identity.labels(spec.across) == labels }
  }

  /// The value of a metric in a record, averaged over splits; nil unless all of them have it.
  private func value(
    _ metric: MetricDescription, of record: UnitRecord, detector: String?, splits: [String]
  ) -> Double? {
    let name = metric.name
    switch metric.input {
    case .classifications: return record.metrics[name]
    case .confidences:
      return record.detectors.first { $0.detector == detector }?.metrics[name]
    case .scores, .scoreValues: break
    }
    guard !splits.isEmpty else { return nil }
    var values: [Double] = []
    for split in splits {
      let row = record.results.first { $0.split == split && $0.detector == detector }
      guard let value = row?.metrics[name] else { return nil }
      values.append(value)
    }
    return try? Summary(values).mean
  }

  /// The values of a metric over seeds; nil unless every seed has the value.
  func measurement(
    _ metric: String, of records: [UnitRecord], detector: String?, splits: [String]
  ) -> Measurement? {
    // Found by name once, not once a record.
    let description = MetricDescription(name: metric)
    guard description != nil || metric.hasPrefix("accuracy/") else { return nil }
    var values: [String: Double] = [:]
    for record in records {
      let value =
        if let description {
          value(description, of: record, detector: detector, splits: splits)
        } else {
          record.metrics[metric]
        }
      guard let value else { return nil }
      values[record.identity.label(spec.seed) ?? "--"] = value
    }
    let isConstant = records.count == 1 && records.allSatisfy(\.drawsNothing)
    return Measurement(values, isConstant: isConstant)
  }

  /// The splits that belong to records: other benchmarks have others.
  func splits(of records: [UnitRecord]) -> [String] {
    // The first record has them all as a rule, and there may be thousands.
    var unseen = Set(splits)
    for record in records where !unseen.isEmpty {
      for row in record.results { unseen.remove(row.split) }
    }
    return splits.filter { !unseen.contains($0) }
  }

  /// Throws if rows that would be compared were measured on different data.
  private static func checkProtocols(of set: RecordSet, within paths: [String]) throws {
    var first: [[String]: Int] = [:]
    for (index, record) in set.records.enumerated() {
      let labels = record.identity.labels(paths)
      guard let other = first[labels] else {
        first[labels] = index
        continue
      }
      guard set.protocols[index] != set.protocols[other],
        let difference = set.protocols[other].difference(from: set.protocols[index])
      else { continue }
      let ids = try [other, index].map {
        "\(try set.records[$0].runID()) (protocol \(set.protocols[$0].id))"
      }
      throw ResultsError(
        "runs \(ids.joined(separator: " and ")) were measured on different data, so they cannot "
          + "share a table: \(difference). Run the sweep again, so that all rows are of one "
          + "protocol; remove a superseded record, which 'ood status' lists among those of no unit; "
          + "or name the setting that changes the data in 'comparable_within', now "
          + "\(paths.joined(separator: ", "))")
    }
  }

  private func checkSeeds(_ records: [UnitRecord], labels: [String]) throws {
    var bySeed: [String: UnitRecord] = [:]
    for record in records {
      let seed = record.identity.label(spec.seed) ?? "--"
      guard let other = bySeed.updateValue(record, forKey: seed) else { continue }
      let ids = try [other.runID(), record.runID()].sorted().joined(separator: " and ")
      throw ResultsError(
        "runs \(ids) have the same row (\(labels.joined(separator: ", "))) and the same "
          + "\(spec.seed) \(seed); add the setting in which they differ to 'rows'")
    }
  }

  private static func check(_ names: [String], among known: [String], kind: String) throws {
    for name in names where !known.contains(name) {
      let list = known.isEmpty ? "none" : known.sorted().joined(separator: ", ")
      throw ResultsError("no record has the \(kind) '\(name)'; known: \(list)")
    }
  }
}

extension RunIdentity {
  /// The labels of settings; `--` where there is none.
  func labels(_ paths: [String]) -> [String] { paths.map { label($0) ?? "--" } }
}

extension UnitRecord {
  /// Whether another seed would give the same numbers: no step of training, no images drawn.
  fileprivate var drawsNothing: Bool {
    (training?.steps ?? 0) == 0 && identity.label("shots") == "0"
      && ["0", nil].contains(identity.label("fit_shots"))
  }
}

extension TableSpec {
  /// Whether a label stands before another: the given order first, then by number, then by text.
  func precedes(_ left: String, _ right: String, by dimension: String) -> Bool {
    let given = order[dimension] ?? []
    switch (given.firstIndex(of: left), given.firstIndex(of: right)) {
    case (let l?, let r?): return l < r
    case (_?, nil): return true
    case (nil, _?): return false
    case (nil, nil):
      if let l = Double(left), let r = Double(right), l != r { return l < r }
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
  }

  func sorted(_ labels: [String], by dimension: String) -> [String] {
    labels.sorted { precedes($0, $1, by: dimension) }
  }
}
