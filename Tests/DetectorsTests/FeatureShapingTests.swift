import Detectors
import Tensors
import Testing

/// Detectors that change features before the head, by hand.
@Suite("Detectors that shape features")
struct FeatureShapingTests {
  private func outputs(
    _ features: [[Double]], weight: [[Double]] = [[1, 0, 0, 0], [0, 1, 0, 0]],
    bias: [Double]? = nil
  ) throws -> ModelOutputs {
    try ModelOutputs(
      [.features: matrix(features)],
      head: LinearHead(weight: matrix(weight), bias: bias))
  }

  private func matrix(_ rows: [[Double]]) -> DoubleMatrix {
    DoubleMatrix(rows: rows.count, columns: rows[0].count, values: rows.flatMap { $0 })
  }

  /// log(e^a + e^b).
  private func energy(_ a: Double, _ b: Double) throws -> Double {
    try Energy().scores(for: ModelOutputs([.logits: matrix([[a, b]])]))[0]
  }

  @Test("of equal activations the first are kept")
  func ties() throws {
    // Half of four are kept: the 2 and the first of three 1s.
    let outputs = try outputs([[1, 1, 2, 1]])
    var pruned = ActivationShapingP()
    pruned.percentile = 50
    #expect(try pruned.scores(for: outputs) == [energy(1, 0)])
    var binarized = ActivationShapingB()
    binarized.percentile = 50
    #expect(try binarized.scores(for: outputs) == [energy(2.5, 0)])
  }

  @Test("halves of activations are rounded to even, as NumPy does")
  func rounding() throws {
    // 62.5 % of four are 2.5, which rounds to 2 pruned; 37.5 % are 1.5, which rounds to 2 too.
    var detector = ActivationShapingP()
    for percentile in [62.5, 37.5] {
      detector.percentile = percentile
      #expect(try detector.scores(for: outputs([[4, 3, 2, 1]])) == [energy(4, 3)])
      #expect(try detector.scores(for: outputs([[1, 3, 2, 4]])) == [energy(0, 3)])
    }
  }

  @Test("an image without activations keeps its zeros and has the energy of the bias")
  func zeros() throws {
    let zeros = [Double](repeating: 0, count: 20)
    let outputs = try outputs([zeros], weight: [zeros, zeros], bias: [1, 2])
    for detector in [
      ActivationShapingB(), ActivationShapingP(), ActivationShapingS(), ActivationScaling(),
    ] as [any Detector] {
      #expect(try detector.scores(for: outputs) == [energy(1, 2)])
    }
  }

  @Test("a percentile that prunes everything is refused with the number of activations")
  func prunesAll() throws {
    var detector = ActivationShapingS()
    detector.percentile = 100
    #expect(
      throws: DetectorError(
        "ash-s: percentile 100.0 prunes all 4 activations of an image, choose a smaller one")
    ) { try detector.scores(for: outputs([[1, 2, 3, 4]])) }
  }

  @Test("a sharpening that overflows names the image instead of scoring infinity")
  func overflow() throws {
    let features = [
      [1.0] + [Double](repeating: 0, count: 1023), [Double](repeating: 1, count: 1024),
    ]
    let weight = [[Double](repeating: 1, count: 1024)]
    var detector = ActivationScaling()
    detector.percentile = 99.9
    let error = #expect(throws: DetectorError.self) {
      try detector.scores(for: outputs(features, weight: weight))
    }
    #expect(error?.image == 1)
  }

  @Test("react at a percentile between two activations cuts between them")
  func cut() throws {
    var detector = ReAct()
    detector.percentile = 50
    // The median of 1, 2, 4, 8 is 3.
    let fitted = try detector.fitted(to: outputs([[1, 2, 4, 8]]))
    #expect(try fitted.scores(for: outputs([[5, -7, 0, 0]])) == [energy(3, -7)])
  }

  @Test("dice keeps the weights whose mean contribution is above the percentile")
  func sparse() throws {
    var detector = DirectedSparsification()
    detector.percentile = 50
    // Mean feature [1, 2, 0, 0]: contributions 3, -2, 0, 0 and 1, 8, 0, 0, median 0.
    let training = try outputs(
      [[1, 1, 0, 0], [1, 3, 0, 0]], weight: [[3, -1, 5, 5], [1, 4, 5, 5]])
    let fitted = try detector.fitted(to: training)
    #expect(try fitted.scores(for: outputs([[1, 1, 1, 1]])) == [energy(3, 5)])
  }

  @Test("a fit to other dimensions than the images' is refused with both shapes")
  func otherShape() throws {
    let fitted = try DirectedSparsification().fitted(to: outputs([[1, 2, 3, 4]]))
    #expect(
      throws: DetectorError(
        "dice: features have shape [1, 3], expected 4 columns as the head weight [2, 4]")
    ) {
      try fitted.scores(
        for: ModelOutputs([.features: matrix([[1, 2, 3]])]))
    }
  }
}
