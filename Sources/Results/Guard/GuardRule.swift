import Configuration
import Metrics

/// Which rows of a guard may become worse by how much.
///
/// Either `metric` with a `tolerance`, or `scores: exact`. Of several rules that name the same row
/// the last one counts.
public struct GuardRule: Configurable, Equatable {
  public static let name = "rule"

  /// What scores may do.
  public enum Scores: String, Codable, Sendable, CaseIterable {
    /// Keep every bit, as long as the matrix kernels are the same.
    case exact
  }

  /// How a change is told from chance.
  public enum Test: String, Codable, Sendable, CaseIterable {
    /// The bootstrap over images, the same ones for both versions.
    case pairedBootstrap = "paired-bootstrap"
  }

  /// What a broken rule counts as.
  public enum Outcome: String, Codable, Sendable, CaseIterable {
    /// A drift, which fails only where `fail_on` says so.
    case drift
  }

  /// A metric of `ood metrics`, or `acc`; nil for a rule about scores.
  public var metric: String?
  /// What is asked of the scores; nil for a rule about a metric.
  public var scores: Scores?
  /// The detectors, with `*` for any text.
  public var detector = "*"
  /// The splits, with `*` for any text; of `acc`, the sets under a covariate shift.
  public var ood = "*"
  /// By how many points (hundredths) the metric may become worse.
  public var tolerance: Double?
  /// How a change is told from chance.
  public var test = Test.pairedBootstrap
  /// The chance of any false alarm that is admitted, over all rows together.
  public var alpha = 0.05
  /// What broken `scores: exact` counts as.
  public var on: Outcome?

  /// Creates the default, which is incomplete.
  public init() {}

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    switch (metric, scores) {
    case (nil, nil):
      problems.append(
        SettingProblem("metric", "is missing; write 'metric: NAME' or 'scores: exact'"))
    case (.some, .some):
      problems.append(SettingProblem("scores", "and metric exclude each other; write two rules"))
    case (.some(let name), nil):
      let known = Metric.all.map(\.name) + ["fpr95", GuardRule.accuracy]
      if !known.contains(name) {
        problems.append(SettingProblem("metric", unknown: name, kind: "metric", known: known))
      }
      if tolerance == nil {
        problems.append(
          SettingProblem("tolerance", "is missing; write by how many points it may worsen"))
      }
      if name == GuardRule.accuracy, detector != "*" {
        problems.append(SettingProblem("detector", "has no meaning for the classifier's accuracy"))
      }
      if on != nil { problems.append(SettingProblem("on", "belongs to 'scores: exact'")) }
    case (nil, .some):
      if tolerance != nil {
        problems.append(SettingProblem("tolerance", "has no meaning for exact scores"))
      }
    }
    if let tolerance, !(tolerance >= 0 && tolerance.isFinite) {
      problems.append(SettingProblem("tolerance", "must not be negative, got \(tolerance)"))
    }
    if !(alpha > 0 && alpha < 1) {
      problems.append(SettingProblem("alpha", "must lie between 0 and 1, got \(alpha)"))
    }
    return problems
  }
}

extension GuardRule {
  /// The name of the classifier's accuracy in rules.
  static let accuracy = "acc"

  /// Whether a pattern with `*` fits a whole text.
  static func fits(_ pattern: String, _ text: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      return pattern == text
    }
    guard text.hasPrefix(first), text.hasSuffix(last),
      text.utf8.count >= first.utf8.count + last.utf8.count
    else { return false }
    var rest = text.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}
