import Metrics

/// Which bests of a table are real: the best of each column against each of its rivals.
///
/// Each pair gets a two-sided paired t-test over seeds, and Holm's correction runs over all tests of
/// the table. A best is significant if *all* its adjusted p-values reach the level. Because all must,
/// it does no harm that the same data chose the best: of several equal rows the leader rarely beats
/// each of the others, and of two it does so in alpha of all cases. Over columns this admits no more
/// than Holm's rule on the largest p-value of each column would, so the level holds for the table.
struct Comparisons {
  /// What the tests say of a cell.
  enum Finding: Equatable {
    /// It has the best mean of several comparable rows; the largest adjusted p-value of its tests,
    /// or nil where one of them cannot be made.
    case best(pValue: Double?)
    /// It is a difference from a baseline, with its adjusted p-value; nil where it cannot be tested.
    case differs(pValue: Double?)
    /// It has no rival, or a better one.
    case other
  }

  /// For each column and row what the tests say.
  let findings: [[Finding]]
  /// The number of tests: the family of Holm's correction.
  let count: Int
  /// Whether a test was made against a row of a single run that draws nothing.
  let hasConstants: Bool

  /// Compares.
  ///
  /// - Parameters:
  ///   - columns: the values of each column by row; a row without a value is no rival.
  ///   - higherIsBetter: for each column.
  ///   - keys: for each row; rows with equal keys are rivals.
  init(columns: [[Measurement?]], higherIsBetter: [Bool], keys: [[String]]) {
    var contests: [Contest] = []
    for (column, cells) in columns.enumerated() {
      for key in Set(keys).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        let rows = cells.indices.filter { keys[$0] == key }
        contests.append(
          Contest(column: column, rows: rows, cells: cells, higher: higherIsBetter[column]))
      }
    }
    let tests = contests.flatMap { $0.pValues.compactMap { $0 } }
    var adjusted = Holm.adjusted(tests)[...]
    var findings = columns.map { $0.map { _ in Finding.other } }
    for contest in contests where !contest.pValues.isEmpty {
      let count = contest.pValues.count { $0 != nil }
      let own = adjusted.prefix(count)
      adjusted = adjusted.dropFirst(count)
      findings[contest.column][contest.best] = .best(
        pValue: count == contest.pValues.count ? own.max() : nil)
    }
    self.findings = findings
    count = tests.count
    hasConstants = contests.contains(where: \.hasConstants)
  }

  /// Tests of each difference from its baseline whether its mean over seeds is other than 0.
  init(differences columns: [[Measurement?]]) {
    let tests = columns.map { cells in
      cells.map { cell in
        cell.flatMap { PairedTTest($0.values.map { (first: $0, second: 0) })?.pValue }
      }
    }
    let all = tests.flatMap { $0.compactMap { $0 } }
    var adjusted = Holm.adjusted(all)[...]
    findings = tests.map { cells in
      cells.map { .differs(pValue: $0 == nil ? nil : adjusted.popFirst()) }
    }
    count = all.count
    hasConstants = false
  }

  /// The best of a column's comparable rows against each of the others.
  private struct Contest {
    let column: Int
    /// The row with the best mean; the first of equal ones.
    let best: Int
    /// For each rival, in the order of the rows.
    let pValues: [Double?]
    let hasConstants: Bool

    init(column: Int, rows: [Int], cells: [Measurement?], higher: Bool) {
      let present = rows.compactMap { row in cells[row].map { (row: row, cell: $0) } }
      let leader = present.reduce(present.first) { leader, rival in
        guard let leader else { return rival }
        let gain = rival.cell.summary.mean - leader.cell.summary.mean
        return (higher ? gain : -gain) > 0 ? rival : leader
      }
      let rivals = present.filter { $0.row != leader?.row }.map(\.cell)
      let pValues = rivals.map { leader?.cell.pValue(against: $0) }
      self.column = column
      best = leader?.row ?? 0
      self.pValues = pValues
      hasConstants = zip(rivals, pValues).contains { rival, pValue in
        pValue != nil && (rival.isConstant || leader?.cell.isConstant == true)
      }
    }
  }
}
