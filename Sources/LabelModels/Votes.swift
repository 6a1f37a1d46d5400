/// What labelling functions say of items: a class or nothing, `[items][functions]`.
public struct Votes: Sendable, Equatable {
  /// The vote of a function that says nothing about an item.
  public static let abstain = -1

  /// The number of classes.
  public let classes: Int
  /// The number of functions.
  public let functions: Int
  /// The domain of each item, from 0; all 0 where there is one domain.
  public let domains: [Int]
  /// The number of domains: the largest one's index and one.
  public let domainCount: Int
  /// The votes in row-major order.
  private let values: [Int32]

  /// The number of items.
  public var items: Int { domains.count }

  /// Creates votes.
  ///
  /// - Parameters:
  ///   - rows: `[items][functions]`, each a class in 0 ..< `classes` or `Votes.abstain`.
  ///   - functions: how many functions there are.
  ///   - classes: how many classes there are, at least two.
  ///   - domains: the domain of each item, from 0; nil for one domain.
  /// - Throws: `LabelModelError` for a row of another length, a vote that is neither a class nor
  ///   -1, fewer than two classes, and domains that do not fit the items.
  public init(
    _ rows: [[Int]], functions: Int, classes: Int, domains: [Int]? = nil
  ) throws {
    guard classes >= 2 else {
      throw LabelModelError(
        "\(classes) classes, expected at least two; one class needs no labelling")
    }
    var values: [Int32] = []
    values.reserveCapacity(rows.count * functions)
    for (item, row) in rows.enumerated() {
      guard row.count == functions else {
        throw LabelModelError("item \(item) has \(row.count) votes, expected \(functions)")
      }
      for (function, vote) in row.enumerated() {
        guard vote >= Votes.abstain, vote < classes else {
          throw LabelModelError(
            "vote \(vote) of function \(function) on item \(item), expected -1 (abstain) or a "
              + "class from 0 to \(classes - 1)")
        }
        values.append(Int32(vote))
      }
    }
    let domains = domains ?? [Int](repeating: 0, count: rows.count)
    guard domains.count == rows.count else {
      throw LabelModelError("\(domains.count) domains for \(rows.count) items, expected as many")
    }
    if let item = domains.firstIndex(where: { $0 < 0 }) {
      throw LabelModelError("domain \(domains[item]) of item \(item), expected one from 0")
    }
    self.classes = classes
    self.functions = functions
    self.domains = domains
    self.domainCount = (domains.max() ?? 0) + 1
    self.values = values
  }

  /// The vote of a function on an item: a class, or -1.
  public subscript(item: Int, function: Int) -> Int {
    Int(values[item * functions + function])
  }

  /// Whether some function votes on an item.
  public func isCovered(_ item: Int) -> Bool {
    for function in 0..<functions where self[item, function] != Votes.abstain { return true }
    return false
  }

  /// The votes of one function on all items.
  public func column(_ function: Int) -> [Int] {
    (0..<items).map { self[$0, function] }
  }
}
