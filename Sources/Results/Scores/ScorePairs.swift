import Metrics

/// The detectors that two score files have in common.
public struct ScorePairs: Sendable {
  /// One detector on both sides.
  public struct Pair: Sendable, Equatable {
    /// The column's name; empty where neither file names its only column.
    public let name: String
    /// The scores of both sides.
    public let scores: DetectorScores
  }

  /// The detectors, in the order of the in-distribution file.
  public let pairs: [Pair]
  /// Columns that only one of the files has.
  public let leftOut: [String]

  /// Matches the columns of two files by name; two single columns belong together whatever their
  /// names.
  ///
  /// - Throws: `ResultsError` if the files have no column in common.
  public init(inDistribution: ScoreTable, outOfDistribution: ScoreTable) throws {
    if inDistribution.columns.count == 1, outOfDistribution.columns.count == 1 {
      let name = inDistribution.columns[0].name ?? outOfDistribution.columns[0].name ?? ""
      pairs = [
        Pair(
          name: name,
          scores: DetectorScores(
            inDistribution: inDistribution.columns[0].scores,
            outOfDistribution: outOfDistribution.columns[0].scores))
      ]
      leftOut = []
      return
    }
    pairs = inDistribution.columns.compactMap { column in
      guard let name = column.name, let other = outOfDistribution.scores(name) else { return nil }
      return Pair(
        name: name,
        scores: DetectorScores(inDistribution: column.scores, outOfDistribution: other))
    }
    let common = Set(pairs.map(\.name))
    leftOut = (inDistribution.names + outOfDistribution.names).filter { !common.contains($0) }
    if pairs.isEmpty {
      let (wide, other) =
        outOfDistribution.columns.count > 1
        ? (outOfDistribution, inDistribution) : (inDistribution, outOfDistribution)
      throw ResultsError(
        "\(wide.path):1: \(wide.columns.count) columns, so name one with --column: "
          + wide.names.joined(separator: ", ") + "; \(other.path) has none of them")
    }
  }
}
