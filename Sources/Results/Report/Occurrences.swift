import Configuration

/// Which values the leaves of several JSON values have, and in how many of them.
struct Occurrences {
  /// A dotted key with its values.
  struct Leaf {
    let path: String
    /// The different values in the order of their first appearance, and how many have each.
    var values: [(value: JSONValue, count: Int)]

    /// How many have the key at all.
    var count: Int { values.reduce(0) { $0 + $1.count } }

    /// The values as a text: numbers of many kinds as their range.
    var text: String {
      let numbers = values.compactMap(\.value.double)
      if values.count > 4, numbers.count == values.count, let low = numbers.min(),
        let high = numbers.max()
      {
        return "\(JSONValue.text(of: low)) to \(JSONValue.text(of: high))"
      }
      guard values.count > 1 else { return values.first.map { Occurrences.text($0.value) } ?? "" }
      return values.map { "\(Occurrences.text($0.value)) (\($0.count))" }.joined(separator: ", ")
    }
  }

  /// The leaves by path.
  let leaves: [Leaf]

  init(_ values: [JSONValue]) {
    var leaves: [String: Leaf] = [:]
    for value in values {
      for (path, leaf) in Occurrences.leaves(of: value, below: "") {
        var known = leaves[path] ?? Leaf(path: path, values: [])
        if let place = known.values.firstIndex(where: { $0.value == leaf }) {
          known.values[place].count += 1
        } else {
          known.values.append((leaf, 1))
        }
        leaves[path] = known
      }
    }
    self.leaves = leaves.values.sorted { $0.path < $1.path }
  }

  /// The scalars and lists below a value by dotted key, sorted; of a component its name as well.
  static func leaves(of value: JSONValue, below path: String) -> [(path: String, value: JSONValue)]
  {
    guard case .object(let members) = value else { return [(path, value)] }
    let below = members.sorted { $0.key < $1.key }.flatMap { key, value in
      leaves(of: value, below: path.isEmpty ? key : "\(path).\(key)")
    }
    guard !path.isEmpty, members.count == 1, let only = members.first, case .object = only.value
    else { return below }
    return [(path, .string(only.key))] + below
  }

  /// A text as it is, anything else as canonical JSON.
  static func text(_ value: JSONValue) -> String { value.string ?? value.canonicalText }

  /// The different texts in the order of their first appearance.
  static func ordered(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  /// The labels that a setting has in some records, in their order.
  static func labels(_ path: String, of records: [UnitRecord]) -> [String] {
    ordered(records.compactMap { $0.identity.label(path) })
  }
}
