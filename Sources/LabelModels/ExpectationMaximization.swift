#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How votes come about given an item's class: the parameters that the maximisation step sets.
protocol VoteModel {
  /// Sets the parameters to the mode of their posterior given the items' label distributions.
  ///
  /// - Parameter posteriors: `[items, classes]` in row-major order, zeros for uncovered items.
  mutating func maximize(_ posteriors: [Double], of votes: Votes)

  /// Adds log P(votes of an item | class) to each class of a row.
  func addLogLikelihoods(of item: Int, in votes: Votes, to row: inout [Double])

  /// The log-density of the parameters' priors, up to a constant.
  var logPrior: Double { get }
}

/// Maximum a posteriori by expectation-maximisation, for any model of votes.
///
/// The classes' shares have a Dirichlet prior; the start is a label distribution for each item.
/// Source: Dempster, Laird, Rubin, "Maximum likelihood from incomplete data via the EM algorithm",
/// JRSS B 39(1), 1977; the log-posterior never falls (up to rounding).
struct ExpectationMaximization {
  /// How many items of each class the prior adds.
  let classCount: Double
  /// The most expectation steps.
  let iterations: Int
  /// The relative change of the log-posterior that ends it; 0 never does.
  let tolerance: Double

  /// A fit's end: the distributions of the last expectation step, and what they make of the rest.
  struct Result<Model: VoteModel> {
    var model: Model
    var posteriors: [Double]
    var shares: [Double]
    var logPosteriors: [Double] = []
    var hasConverged = false
  }

  func fit<Model: VoteModel>(
    _ model: Model, to votes: Votes, from start: [Double]
  ) -> Result<Model> {
    let covered = (0..<votes.items).filter(votes.isCovered)
    var result = Result(model: model, posteriors: start, shares: [])
    result.model.maximize(result.posteriors, of: votes)
    result.shares = shares(result.posteriors, classes: votes.classes, items: covered.count)
    for _ in 0..<iterations {
      let value = expect(&result, votes, covered)
      result.model.maximize(result.posteriors, of: votes)
      result.shares = shares(result.posteriors, classes: votes.classes, items: covered.count)
      let last = result.logPosteriors.last
      result.logPosteriors.append(value)
      if let last, abs(value - last) < tolerance * max(1, abs(value)) {
        result.hasConverged = true
        break
      }
    }
    return result
  }

  /// (items of the class + classCount) / (all items + classes * classCount).
  private func shares(_ posteriors: [Double], classes: Int, items: Int) -> [Double] {
    var shares = [Double](repeating: classCount, count: classes)
    for index in posteriors.indices { shares[index % classes] += posteriors[index] }
    let total = Double(items) + Double(classes) * classCount
    return total > 0 ? shares.map { $0 / total } : shares.map { _ in 1 / Double(classes) }
  }

  /// The items' distributions under the parameters, and these parameters' log-posterior.
  private func expect<Model: VoteModel>(
    _ result: inout Result<Model>, _ votes: Votes, _ covered: [Int]
  ) -> Double {
    let logShares = result.shares.map { log($0) }
    var total = result.model.logPrior
    // A prior that adds nothing has no say, not even against an empty class.
    if classCount > 0 { for share in logShares { total += classCount * share } }
    var row = logShares
    for item in covered {
      for k in row.indices { row[k] = logShares[k] }
      result.model.addLogLikelihoods(of: item, in: votes, to: &row)
      var largest = -Double.infinity
      for value in row { largest = max(largest, value) }
      var sum = 0.0
      for k in row.indices {
        row[k] = exp(row[k] - largest)
        sum += row[k]
      }
      let first = item * votes.classes
      for k in row.indices { result.posteriors[first + k] = row[k] / sum }
      total += largest + log(sum)
    }
    return total
  }
}

extension ExpectationMaximization.Result {
  /// The fit as an estimate.
  func estimate(for votes: Votes, accuracies: [[Double]]) -> LabelEstimate {
    LabelEstimate(
      probabilities: (0..<votes.items).map { item in
        votes.isCovered(item)
          ? [Double](posteriors[item * votes.classes..<(item + 1) * votes.classes]) : []
      }, accuracies: accuracies, classShares: shares, logPosteriors: logPosteriors,
      hasConverged: hasConverged)
  }
}
