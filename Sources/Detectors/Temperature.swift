import Configuration

/// The problem of a temperature that does not divide, if it has one.
func temperatureProblems(_ temperature: Double) -> [SettingProblem] {
  temperature > 0 && temperature.isFinite
    ? [] : [SettingProblem("temperature", "is \(temperature), expected a positive number")]
}
