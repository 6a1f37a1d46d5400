import Configuration

/// The problem of a percentile that is none, if it has one.
func percentileProblems(_ percentile: Double) -> [SettingProblem] {
  percentile >= 0 && percentile <= 100
    ? [] : [SettingProblem("percentile", "is \(percentile), expected a number from 0 to 100")]
}
