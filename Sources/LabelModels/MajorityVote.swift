/// The share of the functions that vote for each class, all functions alike.
public struct MajorityVote: LabelModel, Equatable {
  /// Creates the rule.
  public init() {}

  public func labels(for votes: Votes) -> LabelEstimate {
    let shares = MajorityVote.shares(votes)
    return LabelEstimate(
      probabilities: (0..<votes.items).map { item in
        votes.isCovered(item)
          ? [Double](shares[item * votes.classes..<(item + 1) * votes.classes]) : []
      }, accuracies: [], classShares: [], logPosteriors: [], hasConverged: true)
  }

  /// The shares in row-major order, `[items, classes]`; zeros for items without a vote.
  static func shares(_ votes: Votes) -> [Double] {
    var shares = [Double](repeating: 0, count: votes.items * votes.classes)
    for item in 0..<votes.items {
      var cast = 0.0
      for function in 0..<votes.functions where votes[item, function] != Votes.abstain {
        shares[item * votes.classes + votes[item, function]] += 1
        cast += 1
      }
      guard cast > 0 else { continue }
      for k in item * votes.classes..<(item + 1) * votes.classes { shares[k] /= cast }
    }
    return shares
  }
}
