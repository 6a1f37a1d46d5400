import Metrics

/// One line of a guard's report: a number, or something that should not be so.
public struct GuardRow: Sendable, Equatable {
  /// What is said of a row.
  public enum Verdict: String, Sendable, CaseIterable {
    /// Worse than the tolerance, and not by chance.
    case regression
    /// Something is wrong with scores or with the metric itself, whatever the tolerances.
    case alarm
    /// Not in one of the two.
    case missing
    /// Other data, weights or metrics than the baseline's.
    case notComparable = "not-comparable"
    /// Other bits on the same kernels.
    case drift
    /// Worse than the tolerance, but too few images to tell it from chance.
    case inconclusive
    /// Better than the tolerance.
    case improvement
    /// Within the tolerance.
    case ok
    /// Not looked at, for the reason that the note gives.
    case skipped
  }

  /// The cell, as `digits coop shots=4`.
  public var cell: String
  /// Detector, split and metric, as `mcm/inat/fpr95`; less where it concerns more.
  public var name: String
  /// What is said of it.
  public var verdict: Verdict
  /// Why, for people.
  public var note = ""
  /// The index of the rule that decided; nil where none was needed.
  public var rule: Int?
  /// The baseline's value.
  public var baseline: Double?
  /// The value now.
  public var current: Double?
  /// What the replicates say of the change; nil where there are none.
  public var change: MetricChange?
  /// The p-value after the correction for the number of rows.
  public var adjustedP: Double?
  /// The tolerance in points.
  public var tolerance: Double?
  /// The images of the smaller set.
  public var count: Int?
  /// The images of the smaller set that would decide.
  public var countNeeded: Int?
  /// Whether both versions were resampled on the same images.
  public var isPaired = true
  /// Whether a larger value is a better one.
  var higherIsBetter = true

  /// Creates a row without numbers.
  public init(
    _ verdict: Verdict, cell: String, name: String, note: String = "", rule: Int? = nil
  ) {
    self.cell = cell
    self.name = name
    self.verdict = verdict
    self.note = note
    self.rule = rule
  }

  /// By how many points the value became worse; negative where it became better.
  var worsening: Double {
    guard let baseline, let current else { return 0 }
    return 100 * (higherIsBetter ? baseline - current : current - baseline)
  }

  /// The detector, the split and the metric's name.
  var metric: String { name.split(separator: "/").dropFirst(2).joined(separator: "/") }
}
