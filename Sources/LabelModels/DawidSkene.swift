#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A confusion matrix a function: P(vote l | class k), independently of other functions given the
/// class.
///
/// Maximum a posteriori by expectation-maximisation from the majority vote: each row of a matrix
/// has a Dirichlet prior of `smoothing` votes for every class and `correctCount` more for its own
/// one; the classes' shares have one as well. It has classes * (classes - 1) numbers a function to
/// learn, so `OneCoinDawidSkene` is better with more than four classes or fewer than 50 items a
/// class.
///
/// Source: Dawid, Skene, "Maximum likelihood estimation of observer error-rates using the EM
/// algorithm", JRSS C 28(1), 1979.
public struct DawidSkene: LabelModel, Equatable {
  /// How many votes for the own class each row's prior adds to `smoothing`.
  public var correctCount: Double
  /// How many votes for each class each row's prior adds.
  public var smoothing: Double
  /// How many items of each class the prior adds.
  public var classCount: Double
  /// The most expectation steps.
  public var iterations: Int
  /// The relative change of the log-posterior that ends the fit; 0 never does.
  public var tolerance: Double

  /// Creates the model.
  public init(
    correctCount: Double = 1, smoothing: Double = 1, classCount: Double = 1,
    iterations: Int = 100, tolerance: Double = 1e-7
  ) {
    self.correctCount = correctCount
    self.smoothing = smoothing
    self.classCount = classCount
    self.iterations = iterations
    self.tolerance = tolerance
  }

  /// The labels of all items; a function's accuracy is the mean of its matrix's diagonal under the
  /// classes' shares.
  public func labels(for votes: Votes) throws -> LabelEstimate {
    try requireCounts([
      ("correct count", correctCount), ("smoothing", smoothing), ("class count", classCount),
      ("iterations", Double(iterations - 1)), ("tolerance", tolerance),
    ])
    let fit = ExpectationMaximization(
      classCount: classCount, iterations: iterations, tolerance: tolerance
    ).fit(
      Confusions(
        functions: votes.functions, classes: votes.classes, correct: smoothing + correctCount,
        wrong: smoothing),
      to: votes, from: MajorityVote.shares(votes))
    let accuracies = (0..<votes.functions).map { function in
      (0..<votes.classes).reduce(0.0) {
        $0 + fit.shares[$1] * fit.model.probability(function, votes: $1, given: $1)
      }
    }
    return fit.estimate(for: votes, accuracies: [accuracies])
  }
}

/// Confusion matrices `[functions][class][vote]` with the votes that their priors add.
struct Confusions: VoteModel {
  private let classes: Int
  private let prior: [Double]
  private var probabilities: [Double]
  private var logarithms: [Double] = []
  /// Whether a function votes at all; one that does not adds nothing to the log-prior.
  private var hasVotes: [Bool]

  init(functions: Int, classes: Int, correct: Double, wrong: Double) {
    self.classes = classes
    var prior = [Double](repeating: wrong, count: functions * classes * classes)
    for row in 0..<functions * classes { prior[row * classes + row % classes] = correct }
    self.prior = prior
    probabilities = prior
    hasVotes = [Bool](repeating: false, count: functions)
  }

  func probability(_ function: Int, votes vote: Int, given k: Int) -> Double {
    probabilities[(function * classes + k) * classes + vote]
  }

  mutating func maximize(_ posteriors: [Double], of votes: Votes) {
    var counts = prior
    for item in 0..<votes.items {
      for function in 0..<votes.functions {
        let vote = votes[item, function]
        guard vote != Votes.abstain else { continue }
        hasVotes[function] = true
        for k in 0..<classes {
          counts[(function * classes + k) * classes + vote] += posteriors[item * classes + k]
        }
      }
    }
    for row in stride(from: 0, to: counts.count, by: classes) {
      var sum = 0.0
      for index in row..<row + classes { sum += counts[index] }
      // A row without a vote and without a prior: all votes alike.
      for index in row..<row + classes {
        counts[index] = sum > 0 ? counts[index] / sum : 1 / Double(classes)
      }
    }
    probabilities = counts
    logarithms = counts.map { log($0) }
  }

  func addLogLikelihoods(of item: Int, in votes: Votes, to row: inout [Double]) {
    for function in 0..<votes.functions {
      let vote = votes[item, function]
      guard vote != Votes.abstain else { continue }
      for k in row.indices { row[k] += logarithms[(function * classes + k) * classes + vote] }
    }
  }

  var logPrior: Double {
    var sum = 0.0
    for index in prior.indices where prior[index] > 0 && hasVotes[index / (classes * classes)] {
      sum += prior[index] * logarithms[index]
    }
    return sum
  }
}
