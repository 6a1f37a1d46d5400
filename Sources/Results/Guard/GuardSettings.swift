import Configuration

/// The settings of a guard file.
public struct GuardSettings: Configurable, Equatable {
  public static let name = "guard"

  /// How the chance of false alarms is shared out over the rows.
  public enum Multiplicity: String, Codable, Sendable, CaseIterable {
    /// Holm's correction: the chance of any false alarm stays below alpha.
    case holm
    /// Each row has its own chance.
    case none
  }

  /// What makes the guard fail.
  public enum Failure: String, Codable, Sendable, CaseIterable {
    /// A row is worse than it may be, or scores raise an alarm.
    case regression
    /// A cell or a row is missing, or there is one that the baseline lacks.
    case missing
    /// A row may be worse, but there are too few images to tell.
    case inconclusive
    /// Scores differ from the baseline's on the same kernels.
    case drift
  }

  /// The version of the grammar.
  public var ood = 0
  /// The folder of the baseline, relative to the guard file.
  public var baseline = ""
  /// The sweep, relative to the guard file.
  public var sweep = ""
  /// What is compared.
  public var rules: [GuardRule] = []
  /// How the chance of false alarms is shared out over the rows.
  public var multiplicity = Multiplicity.holm
  /// What makes the guard fail.
  public var failOn = [Failure.regression, .missing]
  /// The bootstrap replicates of a row.
  public var replicates = 1000

  /// Creates the default, which is incomplete.
  public init() {}

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if ood != 1 { problems.append(SettingProblem("ood", "must be 1, the version of the grammar")) }
    if baseline.isEmpty { problems.append(SettingProblem("baseline", "must name a folder")) }
    if sweep.isEmpty { problems.append(SettingProblem("sweep", "must name the file of a sweep")) }
    if rules.isEmpty { problems.append(SettingProblem("rules", "must not be empty")) }
    for needed in [Failure.regression, .missing] where !failOn.contains(needed) {
      problems.append(
        SettingProblem("fail_on", "must have '\(needed.rawValue)', else nothing is guarded"))
    }
    if replicates < 100 {
      problems.append(SettingProblem("replicates", "must be at least 100, got \(replicates)"))
    }
    return problems
  }
}
