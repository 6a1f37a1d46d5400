import Configuration
import FileFormats
import Metrics

/// A sweep compared with its baseline, row by row.
///
/// A row is worse than it may be where the worsening exceeds the rule's tolerance and a paired
/// bootstrap tells it from chance. Images are resampled, in-distribution and out-of-distribution
/// ones apart and the same for both versions; where a cell has several seeds of training, these are
/// resampled first. Holm's correction keeps the chance of any false alarm over all rows below
/// alpha. Scores and metrics that are wrong by themselves raise an alarm whatever the tolerances.
public struct GuardComparison: Sendable {
  /// Every row, in the order of the sweep.
  public let rows: [GuardRow]
  /// Which verdicts fail.
  let failOn: [GuardSettings.Failure]

  /// Compares the records of a sweep with a baseline's.
  ///
  /// - Parameters:
  ///   - file: the rules.
  ///   - units: the units of the sweep.
  ///   - baseline: the records that are good.
  ///   - current: the records to judge.
  /// - Throws: `ResultsError` for faulty records, `ConfigurationError` for a rule that names nothing.
  public init(
    _ file: GuardFile, units: [GuardUnit], baseline: RecordStore, current: RecordStore
  ) throws {
    guard try !baseline.runIDs().isEmpty else {
      throw ResultsError(
        "\(baseline.folder): there is no baseline; make one: ood guard \(file.path) "
          + "--update-baseline")
    }
    let matched = try GuardUnits(units, baseline: baseline, current: current)
    var builder = GuardRows(rules: file.settings.rules, replicates: file.settings.replicates)
    for (cell, pairs) in matched.cells { try builder.add(cell: cell, pairs: pairs) }
    if !matched.cells.isEmpty { try builder.checkRules(of: file) }
    rows =
      GuardComparison.decided(
        builder.rows, rules: file.settings.rules, multiplicity: file.settings.multiplicity)
      + matched.rows
    failOn = file.settings.failOn
  }

  /// Fills in the p-values and verdicts of rows with numbers.
  static func decided(
    _ rows: [GuardRow], rules: [GuardRule], multiplicity: GuardSettings.Multiplicity
  ) -> [GuardRow] {
    var rows = rows
    let tested = rows.indices.filter { rows[$0].change != nil && rows[$0].verdict == .ok }
    let pValues = tested.map { rows[$0].change?.pValue ?? 1 }
    let adjusted = multiplicity == .holm ? Holm.adjusted(pValues) : pValues
    for (index, p) in zip(tested, adjusted) { rows[index].adjustedP = p }
    for index in rows.indices where rows[index].verdict == .ok {
      guard let tolerance = rows[index].tolerance, let rule = rows[index].rule else { continue }
      rows[index].decide(tolerance: tolerance, alpha: rules[rule].alpha, family: tested.count)
    }
    return rows
  }
}

extension GuardRow {
  /// Decides a row with numbers.
  fileprivate mutating func decide(tolerance: Double, alpha: Double, family: Int) {
    // Decimal tolerances have no exact doubles: 0.902 - 0.9 is a hair more than 0.002.
    let slack = 1e-9
    if -worsening > tolerance + slack {
      verdict = .improvement
      note = "better by more than the tolerance; update the baseline"
    }
    guard worsening > tolerance + slack else { return }
    guard let change, let adjustedP else {
      verdict = .regression
      note = "by the tolerance alone: there are neither scores of every image nor intervals"
      return
    }
    if adjustedP <= alpha {
      verdict = .regression
      return
    }
    verdict = .inconclusive
    let share = change.pValue > 0 && adjustedP < 1 ? change.pValue / adjustedP : 1 / Double(family)
    countNeeded = count.flatMap { change.countNeeded(from: $0, alpha: alpha * share) }
    if change.pValue <= alpha { note = "not by chance alone, but so it is among \(family) rows" }
  }
}

extension GuardComparison {
  /// The number of rows with a verdict.
  public func count(_ verdict: GuardRow.Verdict) -> Int { rows.count { $0.verdict == verdict } }

  /// Whether a verdict makes the guard fail.
  public func fails(_ verdict: GuardRow.Verdict) -> Bool {
    switch verdict {
    case .regression, .alarm, .missing, .notComparable: true
    case .drift: failOn.contains(.drift)
    case .inconclusive: failOn.contains(.inconclusive)
    case .improvement, .ok, .skipped: false
    }
  }

  /// What the whole says.
  public enum Answer: Sendable, Equatable {
    /// Nothing fails.
    case passed
    /// Something is worse than it may be.
    case failed
    /// Something is missing or undecided, and nothing is worse.
    case incomplete
    /// Something cannot be compared.
    case notComparable
  }

  /// What the whole says: the gravest of the rows.
  public var answer: Answer {
    let failing = Set(rows.map(\.verdict).filter(fails))
    if failing.contains(.notComparable) { return .notComparable }
    if !failing.isDisjoint(with: [.regression, .alarm, .drift]) { return .failed }
    return failing.isEmpty ? .passed : .incomplete
  }
}
