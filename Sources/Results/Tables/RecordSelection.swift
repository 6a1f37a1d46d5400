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
    let detectors = set.detectors
    var splits: [String] = []
    for split in set.splits where !splits.contains(split.name) {
      if !spec.splits.isEmpty || spec.roles.contains(split.role) { splits.append(split.name) }
    }
    try RecordSelection.check(spec.detectors, among: detectors, kind: "detector")
    try RecordSelection.check(spec.splits, among: splits, kind: "split")
    self.detectors =
      spec.detectors.isEmpty ? spec.sorted(detectors, by: "detector") : spec.detectors
    self.splits = spec.splits.isEmpty ? spec.sorted(splits, by: "split") : spec.splits
  }

  /// A row's labels with its records.
  struct Group {
    let labels: [String]
    let detector: String?
    /// In the order of the set.
    let records: [UnitRecord]
    /// By the labels of the columns that settings make; where none do, there is one without labels.
    let cells: [[String]: Repetitions]
  }

  /// The rows in order.
  ///
  /// Throws if two records cannot be told apart by the rows, the columns and the seed.
  func groups() throws -> [Group] {
    let paths = spec.rows.filter { $0 != "detector" }
    var result: [Group] = []
    for (labels, members) in Dictionary(grouping: set.records, by: { $0.identity.labels(paths) }) {
      let columns =
        spec.columns == .setting
        ? Dictionary(grouping: members) { $0.identity.labels(spec.across) } : [[]: members]
      var cells: [[String]: Repetitions] = [:]
      for (across, records) in columns {
        cells[across] = try Repetitions(
          records, seed: spec.seed, splits: splits, labels: labels + across)
      }
      guard let place = spec.rows.firstIndex(of: "detector") else {
        result.append(Group(labels: labels, detector: nil, records: members, cells: cells))
        continue
      }
      for detector in detectors {
        var labels = labels
        labels.insert(detector, at: place)
        result.append(Group(labels: labels, detector: detector, records: members, cells: cells))
      }
    }
    return result.sorted { spec.precedes($0.labels, $1.labels, by: spec.rows) }
  }

  /// The labels of the columns that settings make, in order, each with the number of its seeds.
  func acrossLabels() -> [(labels: [String], seeds: Int)] {
    let all = Dictionary(grouping: set.records) { $0.identity.labels(spec.across) }
    return all.map { labels, records in
      (labels: labels, seeds: Set(records.map { $0.identity.label(spec.seed) ?? "--" }).count)
    }.sorted { spec.precedes($0.labels, $1.labels, by: spec.across) }
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

extension TableSpec {
  /// Whether a row or column of labels stands before another.
  func precedes(_ left: [String], _ right: [String], by dimensions: [String]) -> Bool {
    for (index, path) in dimensions.enumerated() where left[index] != right[index] {
      return precedes(left[index], right[index], by: path)
    }
    return false
  }

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
