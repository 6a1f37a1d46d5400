import Tensors

/// How the rewards of a group of draws become the weights of their log probabilities.
///
/// All but `plain` read differences of rewards alone: a number added to all rewards of a group changes
/// no bit where the sums are exact, and equal rewards give exactly 0.
enum Advantages {
  /// A_i = r_i: REINFORCE without a baseline.
  case plain
  /// A_i = r_i - 1/(G - 1) sum_(j != i) r_j: leave one out.
  case leaveOneOut
  /// A_i = (r_i - mean r) / scale.
  case centred(RewardScale)

  /// The advantages of a group.
  func callAsFunction(_ rewards: [Double]) -> [Double] {
    if case .plain = self { return rewards }
    let first = rewards.first ?? 0
    let differences = rewards.map { $0 - first }
    let count = Double(rewards.count)
    var sum = 0.0
    for difference in differences { sum += difference }
    switch self {
    case .plain: return rewards
    case .leaveOneOut: return differences.map { $0 - (sum - $0) / (count - 1) }
    case .centred(let scale):
      let centred = differences.map { $0 - sum / count }
      let divisor = scale.divisor(of: centred)
      return centred.map { $0 / divisor }
    }
  }
}

extension Advantages {
  /// Numbers less their mean, times 1 / sqrt(variance + 1e-8), the variance with n - 1.
  static func whitened(_ values: [Double]) -> [Double] {
    guard values.count > 1 else { return values }
    var mean = 0.0
    for value in values { mean += value / Double(values.count) }
    var squares = 0.0
    for value in values { squares += (value - mean) * (value - mean) }
    let factor = 1 / (squares / Double(values.count - 1) + 1e-8).squareRoot()
    return values.map { ($0 - mean) * factor }
  }
}

/// What a group's centred rewards are divided by.
public enum RewardScale: String, Codable, Sendable, CaseIterable {
  /// The standard deviation with G - 1 in the denominator, plus 1e-4: TRL's.
  case bessel
  /// The standard deviation with G in the denominator, plus 1e-4.
  case population
  /// Nothing: 1.
  case none

  /// The number to divide by.
  func divisor(of centred: [Double]) -> Double {
    let freedom: Double
    switch self {
    case .none: return 1
    case .bessel: freedom = Double(centred.count - 1)
    case .population: freedom = Double(centred.count)
    }
    var squares = 0.0
    for value in centred { squares += value * value }
    return (squares / freedom).squareRoot() + 1e-4
  }
}
