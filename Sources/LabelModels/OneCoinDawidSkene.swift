#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One accuracy a function: it names an item's class with probability a, and each other class with
/// (1 - a) / (classes - 1), independently of other functions given the class.
///
/// Maximum a posteriori by expectation-maximisation from the majority vote: accuracies have a
/// Beta(1 + `correctCount`, 1) prior, classes' shares a Dirichlet one. With more than one domain a
/// function has an accuracy in each: its prior there is Beta(1 + correctCount + s m, 1 + s (1 - m))
/// where m is its accuracy in the fit of all domains together and s the `domainStrength`
/// (empirical Bayes: domains with few votes stay near the function's own mean).
///
/// Source: Dawid, Skene, "Maximum likelihood estimation of observer error-rates using the EM
/// algorithm", JRSS C 28(1), 1979, with the symmetric errors of Zhang, Chen, Zhou, Jordan, JMLR 17,
/// 2016 (arXiv:1406.3824).
public struct OneCoinDawidSkene: LabelModel, Equatable {
  /// How many correct votes of each function the prior adds: 1 is Beta(2, 1), 0 a flat prior.
  public var correctCount: Double
  /// How many items of each class the prior adds: 0 is a flat prior.
  public var classCount: Double
  /// How many votes a function's accuracy in all domains weighs in each of them.
  public var domainStrength: Double
  /// The most expectation steps.
  public var iterations: Int
  /// The relative change of the log-posterior that ends the fit; 0 never does.
  public var tolerance: Double

  /// Creates the model.
  public init(
    correctCount: Double = 1, classCount: Double = 1, domainStrength: Double = 10,
    iterations: Int = 100, tolerance: Double = 1e-7
  ) {
    self.correctCount = correctCount
    self.classCount = classCount
    self.domainStrength = domainStrength
    self.iterations = iterations
    self.tolerance = tolerance
  }

  public func labels(for votes: Votes) throws -> LabelEstimate {
    try requireCounts([
      ("correct count", correctCount), ("class count", classCount),
      ("domain strength", domainStrength), ("iterations", Double(iterations - 1)),
      ("tolerance", tolerance),
    ])
    let algorithm = ExpectationMaximization(
      classCount: classCount, iterations: iterations, tolerance: tolerance)
    let together = algorithm.fit(
      OneCoin(
        domains: 1, correct: [Double](repeating: correctCount, count: votes.functions),
        wrong: [Double](repeating: 0, count: votes.functions)),
      to: votes, from: MajorityVote.shares(votes))
    guard votes.domainCount > 1 else {
      return together.estimate(for: votes, accuracies: together.model.accuracies)
    }
    let means = together.model.accuracies[0]
    let apart = algorithm.fit(
      OneCoin(
        domains: votes.domainCount, correct: means.map { correctCount + domainStrength * $0 },
        wrong: means.map { domainStrength * (1 - $0) }),
      to: votes, from: together.posteriors)
    return apart.estimate(for: votes, accuracies: apart.model.accuracies)
  }
}

/// Accuracies `[domains][functions]` with the votes that their priors add.
struct OneCoin: VoteModel {
  var accuracies: [[Double]] = []
  private let domains: Int
  private let correct: [Double]
  private let wrong: [Double]
  private var logRight: [[Double]] = []
  private var logWrong: [[Double]] = []

  init(domains: Int, correct: [Double], wrong: [Double]) {
    self.domains = domains
    self.correct = correct
    self.wrong = wrong
  }

  mutating func maximize(_ posteriors: [Double], of votes: Votes) {
    var right = [[Double]](repeating: correct, count: domains)
    var cast = [[Double]](
      repeating: correct.indices.map { correct[$0] + wrong[$0] }, count: domains)
    for item in 0..<votes.items {
      let domain = domains == 1 ? 0 : votes.domains[item]
      for function in 0..<votes.functions {
        let vote = votes[item, function]
        guard vote != Votes.abstain else { continue }
        right[domain][function] += posteriors[item * votes.classes + vote]
        cast[domain][function] += 1
      }
    }
    // Without a vote and without a prior any accuracy will do: that of chance.
    let chance = 1 / Double(votes.classes)
    accuracies = zip(right, cast).map { right, cast in
      zip(right, cast).map { $1 > 0 ? min(1, $0 / $1) : chance }
    }
    logRight = accuracies.map { $0.map { log($0) } }
    logWrong = accuracies.map { $0.map { log((1 - $0) / Double(votes.classes - 1)) } }
  }

  func addLogLikelihoods(of item: Int, in votes: Votes, to row: inout [Double]) {
    let domain = domains == 1 ? 0 : votes.domains[item]
    // All classes that nobody names are alike; the named ones are summed anew, for log 0 cannot be
    // taken back out of a sum.
    var none = 0.0
    for function in 0..<votes.functions where votes[item, function] != Votes.abstain {
      none += logWrong[domain][function]
    }
    var named: [(k: Int, value: Double)] = []
    for function in 0..<votes.functions {
      let k = votes[item, function]
      guard k != Votes.abstain, !named.contains(where: { $0.k == k }) else { continue }
      var sum = 0.0
      for other in 0..<votes.functions where votes[item, other] != Votes.abstain {
        sum += votes[item, other] == k ? logRight[domain][other] : logWrong[domain][other]
      }
      named.append((k, row[k] + sum))
    }
    for k in row.indices { row[k] += none }
    for (k, value) in named { row[k] = value }
  }

  var logPrior: Double {
    var sum = 0.0
    for accuracies in accuracies {
      for (function, accuracy) in accuracies.enumerated() {
        if correct[function] > 0 { sum += correct[function] * log(accuracy) }
        if wrong[function] > 0 { sum += wrong[function] * log(1 - accuracy) }
      }
    }
    return sum
  }
}

/// Throws for settings that are negative or no numbers.
func requireCounts(_ settings: [(name: String, value: Double)]) throws {
  for (name, value) in settings where !(value >= 0 && value < .infinity) {
    throw LabelModelError(
      name == "iterations"
        ? "\(Int(value) + 1) iterations, expected at least one"
        : "\(name) \(value), expected a number from 0")
  }
}
