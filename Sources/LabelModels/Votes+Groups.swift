extension Votes {
  /// One vote a group: what most members that vote say, and nothing where the most are tied.
  ///
  /// Members whose votes are equal on all items count once, so a copy within its group changes
  /// nothing. Conditional independence is then asked of groups and not of members.
  ///
  /// - Parameter groups: the group of each function, 0 ..< `count`.
  /// - Throws: `LabelModelError` where the groups do not fit the functions.
  public func grouped(_ groups: [Int], count: Int) throws -> Votes {
    guard groups.count == functions, groups.allSatisfy({ 0 <= $0 && $0 < count }) else {
      throw LabelModelError(
        "groups \(groups) for \(functions) functions, expected one from 0 to \(count - 1) each")
    }
    let members = (0..<count).map { group in
      distinct((0..<functions).filter { groups[$0] == group })
    }
    var tally = [Int](repeating: 0, count: classes)
    let rows = (0..<items).map { item in
      members.map { plurality(of: $0, on: item, &tally) }
    }
    return try Votes(rows, functions: count, classes: classes, domains: domains)
  }

  /// Functions of which no two vote alike on all items: the first of each.
  private func distinct(_ functions: [Int]) -> [Int] {
    var seen: Set<[Int]> = []
    return functions.filter { seen.insert(column($0)).inserted }
  }

  private func plurality(of members: [Int], on item: Int, _ tally: inout [Int]) -> Int {
    for k in tally.indices { tally[k] = 0 }
    var best = Votes.abstain
    var isTied = false
    for member in members {
      let vote = self[item, member]
      guard vote != Votes.abstain else { continue }
      tally[vote] += 1
    }
    for (k, count) in tally.enumerated() where count > 0 {
      if best == Votes.abstain || count > tally[best] {
        best = k
        isTied = false
      } else if count == tally[best] {
        isTied = true
      }
    }
    return isTied ? Votes.abstain : best
  }
}
