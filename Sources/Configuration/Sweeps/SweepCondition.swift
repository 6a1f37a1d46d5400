/// A condition on one dimension of a cell: `zeroshot`, `[1, 2]`, `">1"`.
struct SweepCondition: Sendable {
  enum Comparison: String, CaseIterable {
    // Longer signs first: the parser takes the first that fits.
    case atLeast = ">="
    case atMost = "<="
    case unequal = "!="
    case above = ">"
    case below = "<"
    case equal = "="
  }

  let dimension: String
  let comparison: Comparison
  let values: [String]

  /// Reads the value of a condition in a file.
  init?(dimension: String, node: SettingNode) {
    self.dimension = dimension
    if let elements = node.elements {
      comparison = .equal
      values = elements.map(SweepCell.label)
      if values.isEmpty { return nil }
      return
    }
    guard let text = node.text else {
      comparison = .equal
      values = [SweepCell.label(node)]
      return
    }
    let found = Comparison.allCases.first { text.hasPrefix($0.rawValue) }
    comparison = found ?? .equal
    let rest = text.dropFirst(found?.rawValue.count ?? 0).drop { $0 == " " }
    values = [String(rest)]
    if rest.isEmpty || (isOrder && Double(rest) == nil) { return nil }
  }

  /// Reads one word of an argument such as `shots<=4` or `method=coop,lora`.
  init?(word: String) {
    guard let start = word.firstIndex(where: { "<>=!".contains($0) }) else { return nil }
    let rest = word[start...]
    guard start > word.startIndex,
      let comparison = Comparison.allCases.first(where: { rest.hasPrefix($0.rawValue) })
    else { return nil }
    dimension = String(word[..<start])
    self.comparison = comparison
    values = rest.dropFirst(comparison.rawValue.count).split(separator: ",").map(String.init)
    if values.isEmpty || (isOrder && (values.count != 1 || Double(values[0]) == nil)) { return nil }
  }

  private var isOrder: Bool { comparison != .equal && comparison != .unequal }

  /// Whether the condition holds; a cell without the dimension fulfils none.
  func holds(for cell: SweepCell) -> Bool {
    guard let text = cell[dimension] else { return false }
    switch comparison {
    case .equal: return values.contains { SweepCondition.equal($0, text) }
    case .unequal: return !values.contains { SweepCondition.equal($0, text) }
    case .above, .below, .atLeast, .atMost:
      guard let value = Double(text), let border = Double(values[0]) else { return false }
      switch comparison {
      case .above: return value > border
      case .below: return value < border
      case .atLeast: return value >= border
      default: return value <= border
      }
    }
  }

  private static func equal(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    guard let left = Double(left), let right = Double(right) else { return false }
    return left == right
  }
}
