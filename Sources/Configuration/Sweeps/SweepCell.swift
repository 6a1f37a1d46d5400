/// One combination of the dimensions of a sweep.
public struct SweepCell: Sendable, Equatable, CustomStringConvertible {
  /// A dimension with its value.
  public struct Value: Sendable, Equatable {
    /// The dimension, which is the dotted key of a setting.
    public let dimension: String
    /// The value with its place.
    public let node: SettingNode
    /// The place of the dimension's name.
    let keyPosition: SettingPosition
  }

  /// The dimensions in the order of the file.
  public let values: [Value]

  /// The short text of a dimension's value, such as `coop`, or nil if there is no such dimension.
  public subscript(dimension: String) -> String? {
    values.first { $0.dimension == dimension }.map { SweepCell.label($0.node) }
  }

  /// The cell in one line: `method=coop shots=4 seed=1`.
  public var description: String {
    values.map { "\($0.dimension)=\(SweepCell.label($0.node))" }.joined(separator: " ")
  }

  /// A scalar's text; of a component with settings, its name.
  static func label(_ node: SettingNode) -> String {
    if let text = node.text { return text }
    if let name = node["name"]?.text { return name }
    if let entries = node.entries, entries.count == 1 { return entries[0].key }
    let parts = node.elements?.map(label) ?? node.entries?.map(\.key) ?? []
    return "[" + parts.joined(separator: ", ") + "]"
  }

  /// Whether two nodes say the same, wherever they stand.
  static func equal(_ left: SettingNode, _ right: SettingNode) -> Bool {
    switch (left.content, right.content) {
    case (.scalar(let l, let lPlain), .scalar(let r, let rPlain)):
      if lPlain, rPlain, let l = Double(l), let r = Double(r) { return l == r }
      return l == r
    case (.sequence(let l), .sequence(let r)):
      return l.count == r.count && zip(l, r).allSatisfy(equal)
    case (.mapping(let l), .mapping(let r)):
      return l.count == r.count
        && l.allSatisfy { entry in right[entry.key].map { equal(entry.value, $0) } ?? false }
    default: return false
    }
  }
}
