/// The scores of one detector on both sets, in the order of the images.
///
/// Two detectors are compared on the same images: index i of a set is the same image in both.
public struct DetectorScores: Sendable, Equatable {
  /// Scores of the in-distribution images, higher = more in-distribution.
  public let inDistribution: [Double]
  /// Scores of the out-of-distribution images.
  public let outOfDistribution: [Double]

  /// Creates the pair of score lists.
  public init(inDistribution: [Double], outOfDistribution: [Double]) {
    self.inDistribution = inDistribution
    self.outOfDistribution = outOfDistribution
  }

  /// Throws unless another detector has as many scores, as paired comparisons require.
  func checkPaired(with other: DetectorScores) throws {
    if inDistribution.count != other.inDistribution.count
      || outOfDistribution.count != other.outOfDistribution.count
    {
      throw MetricError(
        .mismatch(
          "paired scores must be of the same images: \(inDistribution.count) and "
            + "\(other.inDistribution.count) in-distribution, \(outOfDistribution.count) and "
            + "\(other.outOfDistribution.count) out-of-distribution scores"))
    }
  }
}
