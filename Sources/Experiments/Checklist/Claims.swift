import Configuration
import Metrics
import Results

/// A paper's claims with the numbers that records must show: the file `claims.yaml`.
public struct Claims: Configurable {
  public static let name = "claims"

  /// The version of the format.
  public var ood = 1
  /// The claims in the order of the paper.
  public var claims: [Claim] = []

  public init() {}

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if ood != 1 { problems.append(SettingProblem("ood", "must be 1, the version of the format")) }
    if claims.isEmpty { problems.append(SettingProblem("claims", "must name at least one claim")) }
    return problems
  }
}

/// One claim: a mean over units of a sweep that must lie near a number.
public struct Claim: Configurable {
  public static let name = "claim"

  /// The claim in the paper's words.
  public var claim = ""
  /// The file of the sweep, relative to the working folder.
  public var sweep = ""
  /// The command that makes the records; empty for `ood sweep` with the file.
  public var command = ""
  /// How long that takes, in words.
  public var time = ""
  /// The units whose mean is meant, as `--only` takes them: `id=digits method=coop shots<=4`.
  public var units = ""
  /// The metric by name, as in tables.
  public var metric = "accuracy"
  /// The detector; empty for metrics of the classifier.
  public var detector = ""
  /// The splits whose mean is meant; empty for all of the roles below.
  public var splits: [String] = []
  /// The roles of the splits.
  public var roles: [OODRole] = [.far]
  /// The number, in per cent.
  public var expected = 0.0
  /// How far the number may be off, in percentage points.
  public var tolerance = 0.01

  public init() {}

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    for (setting, text) in [("claim", claim), ("sweep", sweep)] where text.isEmpty {
      problems.append(SettingProblem(setting, "must be given"))
    }
    if let known = MetricDescription(name: metric) {
      if known.input != .classifications, detector.isEmpty {
        problems.append(SettingProblem("detector", "must be given for \(metric)"))
      }
    } else {
      problems.append(
        SettingProblem(
          "metric", unknown: metric, kind: "metric", known: MetricDescription.all.map(\.name)))
    }
    if !(tolerance >= 0) {
      problems.append(SettingProblem("tolerance", "must not be negative, got \(tolerance)"))
    }
    return problems
  }
}
