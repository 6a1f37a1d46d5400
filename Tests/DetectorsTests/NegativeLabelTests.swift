import Detectors
import Tensors
import Testing

@Suite("Negative labels")
struct NegativeLabelTests {
  private func matrix(_ rows: [[Double]]) -> DoubleMatrix {
    DoubleMatrix(rows: rows.count, columns: rows[0].count, values: rows.flatMap { $0 })
  }

  @Test("are the words least like any class, in order; one like class does not count alone")
  func order() throws {
    let classes = matrix([[1, 0], [0, 1], [0, 1]])
    let words = matrix([[1, 0], [-1, 0], [0, -1], [0.6, -0.8]])
    var rule = NegativeLabelMining()
    rule.fraction = 0.75
    // Largest cosines 1, 0, 0 and 0.6; the first of equal words comes first.
    rule.quantile = 1
    #expect(try rule.negatives(words: words, classes: classes) == [1, 2, 3])
    // Medians 0, 0, -1 and -0.8.
    rule.quantile = 0.5
    #expect(try rule.negatives(words: words, classes: classes) == [2, 3, 0])
  }

  @Test("fifteen per cent of the words are taken, rounded down")
  func fraction() throws {
    let words = matrix((0..<19).map { [Double($0), 1] })
    let negatives = try NegativeLabelMining().negatives(words: words, classes: matrix([[1, 0]]))
    #expect(negatives == [0, 1])
  }

  @Test("features of other dimensions are refused with both shapes")
  func shapes() {
    #expect(
      throws: DetectorError(
        "negative labels: words have features of shape [1, 2] and classes of [1, 3], expected "
          + "classes and equally many columns")
    ) {
      try NegativeLabelMining().negatives(words: matrix([[1, 0]]), classes: matrix([[1, 0, 0]]))
    }
  }

  @Test("fewer negatives than groups are refused with both numbers")
  func tooFew() throws {
    let outputs = try ModelOutputs([
      .cosines: matrix([[0.1, 0.2]]), .negativeCosines: matrix([[0.1, 0.1, 0.1]]),
    ])
    #expect(
      throws: DetectorError(
        "neglabel: negative-cosines have shape [1, 3], expected a column for each of 100 groups; "
          + "set fewer groups or mine more negatives")
    ) { try NegativeLabels().scores(for: outputs) }
  }
}
