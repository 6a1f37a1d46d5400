import Tensors

/// The rule by which NegLabel picks words as negative labels: those that are least like any class.
///
/// Source: Jiang et al., "Negative label guided OOD detection with pretrained vision-language
/// models", ICLR 2024, algorithm 1 (NegMining): the distance of a word is the percentile of its
/// negated cosines to the classes, and the words of the largest distances are taken.
public struct NegativeLabelMining: Sendable, Equatable {
  /// The quantile over the classes of a word's cosines; robust against a class that is like it.
  public var quantile = 0.95
  /// The share of the words that is taken.
  public var fraction = 0.15

  /// The paper's settings.
  public init() {}

  /// The places of the words that become negative labels, the least similar first and equal ones in
  /// the order of the words.
  ///
  /// A word's similarity is the quantile, with linear interpolation as in `torch.quantile`, of its
  /// cosines to the classes; floor(fraction * words) words are taken. The published rule is applied
  /// to nouns and to adjectives apart. The caller permutes the union before it is split into groups,
  /// for example by `RandomSource(seed: 0, purpose: "negative labels")`; the official code uses
  /// `torch.randperm` of seed 0 on its graphics card, which no other generator repeats.
  ///
  /// - Parameters:
  ///   - words: text features of the candidate words `[words, dimensions]`, of unit norm.
  ///   - classes: text features of the classes `[classes, dimensions]`, of unit norm.
  /// - Throws: `DetectorError` if the features do not fit each other or there are no classes, if
  ///   quantile or fraction are not from 0 to 1, and if a cosine is not finite.
  public func negatives(words: DoubleMatrix, classes: DoubleMatrix) throws -> [Int] {
    guard words.columns == classes.columns, classes.rows > 0 else {
      throw DetectorError(
        "negative labels: words have features of shape \(words.shapeText) and classes of "
          + "\(classes.shapeText), expected classes and equally many columns")
    }
    guard (0...1).contains(quantile), (0...1).contains(fraction) else {
      throw DetectorError(
        "negative labels: quantile is \(quantile) and fraction is \(fraction), expected numbers "
          + "from 0 to 1")
    }
    let cosines = words.multiplied(byTransposeOf: classes)
    let similarities = (0..<words.rows).map { word in
      percentile(100 * quantile, of: Array(cosines.row(word)))
    }
    if let word = similarities.firstIndex(where: { !$0.isFinite }) {
      throw DetectorError(
        "negative labels: word \(word) has a cosine of \(similarities[word]), expected finite "
          + "numbers")
    }
    let order = similarities.indices.sorted {
      (similarities[$0], $0) < (similarities[$1], $1)
    }
    return Array(order.prefix(Int(Double(words.rows) * fraction)))
  }
}
