/// What one labelling function did: shares of the items, and accuracies over its own votes.
///
/// The columns are those of Snorkel's LFAnalysis (Ratner et al., arXiv:1711.10160).
public struct FunctionAnalysis: Sendable, Equatable {
  /// The share of all items on which it votes.
  public let coverage: Double
  /// The share of all items on which it and some other function vote.
  public let overlap: Double
  /// The share of all items on which it votes and some other function votes otherwise.
  public let conflict: Double
  /// The mean probability that the label model gives its votes; nil without a vote.
  public let estimatedAccuracy: Double?
  /// The share of its votes that equal the gold label, where there is one; nil without such a vote.
  public let accuracy: Double?

  /// The analysis of every function.
  ///
  /// - Parameters:
  ///   - estimate: what a label model made of the votes, or of groups of them.
  ///   - gold: the true class of each item where it is known.
  /// - Throws: `LabelModelError` where the estimate or the gold labels are not of these items.
  public static func all(
    of votes: Votes, estimate: LabelEstimate, gold: [Int?]
  ) throws -> [FunctionAnalysis] {
    guard estimate.probabilities.count == votes.items, gold.count == votes.items else {
      throw LabelModelError(
        "\(estimate.probabilities.count) distributions and \(gold.count) gold labels for "
          + "\(votes.items) items, expected as many")
    }
    return (0..<votes.functions).map { function in
      FunctionAnalysis(function, of: votes, estimate: estimate, gold: gold)
    }
  }

  private init(_ function: Int, of votes: Votes, estimate: LabelEstimate, gold: [Int?]) {
    var (cast, overlapping, conflicting) = (0, 0, 0)
    var (believed, labelled) = (0.0, 0)
    var (known, right) = (0, 0)
    for item in 0..<votes.items {
      let vote = votes[item, function]
      guard vote != Votes.abstain else { continue }
      cast += 1
      let others = (0..<votes.functions).filter {
        $0 != function && votes[item, $0] != Votes.abstain
      }
      if !others.isEmpty { overlapping += 1 }
      if others.contains(where: { votes[item, $0] != vote }) { conflicting += 1 }
      if !estimate.probabilities[item].isEmpty {
        believed += estimate.probabilities[item][vote]
        labelled += 1
      }
      if let label = gold[item] {
        known += 1
        if label == vote { right += 1 }
      }
    }
    let items = Double(max(1, votes.items))
    coverage = Double(cast) / items
    overlap = Double(overlapping) / items
    conflict = Double(conflicting) / items
    estimatedAccuracy = labelled > 0 ? believed / Double(labelled) : nil
    accuracy = known > 0 ? Double(right) / Double(known) : nil
  }
}
