import Configuration

/// How two records differ: in what decided them, in where they were made, and in their numbers.
public struct RecordDifferences: Sendable, Equatable {
  /// A member that differs, as canonical JSON; nil where one record lacks it.
  public struct Change: Sendable, Equatable {
    /// The dotted key, such as `method.coop.training.epochs`.
    public let key: String
    /// The first record's value.
    public let first: String?
    /// The second record's value.
    public let second: String?
  }

  /// A number that differs; nil where one record lacks it.
  public struct Number: Sendable, Equatable {
    /// What it is, such as `mcm inat fpr95/id-nearest`.
    public let name: String
    /// The first record's value.
    public let first: Double?
    /// The second record's value.
    public let second: Double?
    /// The half width that both intervals together give the difference; nil without intervals.
    public let halfWidth: Double?

    /// Second less first; nil where one is missing.
    public var difference: Double? {
      guard let first, let second else { return nil }
      return second - first
    }

    /// What numbers are sorted by: the difference over its half width, or over a percentage point
    /// where there are no intervals; missing numbers come first.
    var weight: Double { difference.map { $0.magnitude / (halfWidth ?? 0.01) } ?? .infinity }
  }

  /// Settings that differ.
  public let config: [Change]
  /// Data, weights, revisions and numerics that differ: with other ones numbers may well be others.
  public let identity: [Change]
  /// Program, machine and libraries that differ, which must not change numbers.
  public let environment: [Change]
  /// Numbers that differ by more than the tolerance, the weightiest first.
  public let numbers: [Number]

  /// Whether everything but the environment is equal, up to the tolerance.
  public var isEmpty: Bool { config.isEmpty && identity.isEmpty && numbers.isEmpty }

  /// Compares.
  ///
  /// - Parameters:
  ///   - first: the old record.
  ///   - second: the new record.
  ///   - tolerance: the largest difference of a fraction that is left out; 0.01 is a percentage point.
  public init(_ first: UnitRecord, _ second: UnitRecord, tolerance: Double = 0) {
    config = RecordDifferences.changes(first.identity.config, second.identity.config)
    identity = RecordDifferences.changes(first.identity.conditions, second.identity.conditions)
    environment = RecordDifferences.changes(first.env, second.env)
    let old = first.namedNumbers
    let new = second.namedNumbers
    numbers = Set(old.keys).union(new.keys).sorted().compactMap { name in
      let number = Number(
        name: name, first: old[name]?.value, second: new[name]?.value,
        halfWidth: RecordDifferences.halfWidth(old[name]?.bounds, new[name]?.bounds))
      if let difference = number.difference, difference.magnitude <= tolerance { return nil }
      return number
    }.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.name < $1.name }
  }

  private static func halfWidth(
    _ first: ResultRow.Intervals.Bounds?, _ second: ResultRow.Intervals.Bounds?
  ) -> Double? {
    guard let first, let second else { return nil }
    let (a, b) = ((first.upper - first.lower) / 2, (second.upper - second.lower) / 2)
    let width = (a * a + b * b).squareRoot()
    return width > 0 ? width : nil
  }

  /// The leaves that differ, by dotted key.
  private static func changes(_ first: JSONValue, _ second: JSONValue) -> [Change] {
    let old = first.leaves(below: "")
    let new = second.leaves(below: "")
    return Set(old.keys).union(new.keys).sorted().compactMap { key in
      old[key] == new[key] ? nil : Change(key: key, first: old[key], second: new[key])
    }
  }
}

extension JSONValue {
  /// The canonical texts of all scalars and lists below a value, by dotted key.
  fileprivate func leaves(below path: String) -> [String: String] {
    guard case .object(let members) = self, !members.isEmpty else {
      return path.isEmpty && self == .object([:]) ? [:] : [path: canonicalText]
    }
    var leaves: [String: String] = [:]
    for (key, value) in members {
      let own = path.isEmpty ? key : "\(path).\(key)"
      leaves.merge(value.leaves(below: own)) { first, _ in first }
    }
    return leaves
  }
}

extension RunIdentity {
  /// Everything but the settings.
  fileprivate var conditions: JSONValue {
    var members = self.members
    members["config"] = nil
    return .object(members)
  }
}

extension UnitRecord {
  /// Every number of the record by what it is, with its interval.
  fileprivate var namedNumbers: [String: (value: Double, bounds: ResultRow.Intervals.Bounds?)] {
    var numbers: [String: (value: Double, bounds: ResultRow.Intervals.Bounds?)] = [:]
    for (name, value) in metrics { numbers[name] = (value, nil) }
    for facts in detectors {
      for (name, value) in facts.metrics { numbers["\(facts.detector) \(name)"] = (value, nil) }
    }
    for row in results {
      for (name, value) in row.metrics {
        numbers["\(row.detector) \(row.split) \(name)"] = (value, row.intervals?.bounds[name])
      }
    }
    for (index, loss) in (training?.losses ?? []).enumerated() {
      numbers["training loss of epoch \(index + 1)"] = (loss, nil)
    }
    return numbers
  }
}
