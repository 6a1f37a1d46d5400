import Detectors
import Tensors
import Testing

@Suite("Detectors fitted to logits")
struct FittedLogitTests {
  private func outputs(_ rows: [[Double]], labels: [Int]? = nil) throws -> ModelOutputs {
    try ModelOutputs(
      [
        .logits: DoubleMatrix(
          rows: rows.count, columns: rows[0].count, values: rows.flatMap { $0 })
      ], labels: labels)
  }

  private func temperature(_ rows: [[Double]], _ labels: [Int]) throws -> Double {
    let fitted = try TemperatureScaledProbability().fitted(to: outputs(rows, labels: labels))
    return try #require(fitted.temperature)
  }

  @Test("three right of four at the same odds: the temperature makes the probability 3/4")
  func threeOfFour() throws {
    // softmax([2, 0] / T)_0 = 3/4 at T = 2 / log 3.
    let found = try temperature([[2, 0], [2, 0], [0, 2], [2, 0]], [0, 0, 1, 1])
    #expect(abs(found - 2 / 1.098_612_288_668_109_8) < 1e-14)
  }

  @Test("the temperature is in units of the logits", arguments: [1e-6, 3, 1e9])
  func equivariant(factor: Double) throws {
    let rows = [[2.0, 0, 1], [1, 3, 0], [0, 2, 1], [2, 0, -3]]
    let labels = [0, 1, 1, 2]
    let scaled = try temperature(rows.map { $0.map { factor * $0 } }, labels)
    #expect(try abs(scaled / factor / temperature(rows, labels) - 1) < 1e-12)
  }

  @Test("labels that are all right or never right end at the stated bounds")
  func bounds() throws {
    // The spread of [2, 0] is 1.
    #expect(try abs(temperature([[2, 0], [0, 2]], [0, 1]) - 0.01) < 1e-15)
    #expect(try abs(temperature([[2, 0], [0, 2]], [1, 0]) - 10_000) < 1e-8)
  }

  @Test("logits that say nothing have temperature 1")
  func flat() throws {
    #expect(try temperature([[5], [7]], [0, 0]) == 1)
    #expect(try temperature([[5, 5], [7, 7]], [0, 1]) == 1)
  }

  @Test("an image that looks like a class's mean has no divergence, classes never predicted none")
  func typical() throws {
    // Only class 0 is ever predicted; class 1's one-hot distribution would be infinitely far.
    let fitted = try KLMatching().fitted(to: outputs([[1, 0], [1, 0]]))
    let scores = try fitted.scores(for: outputs([[1, 0], [0, 1]]))
    #expect(abs(scores[0]) < 1e-15)
    // p = (q, 1 - q) against (1 - q, q) with 1 - q = 1 / (1 + 1 / e): KL = tanh(1 / 2).
    #expect(abs(scores[1] + 0.462_117_157_260_009_8) < 1e-15)
  }

  @Test("divergences stay finite where the typical softmax rounds to zero")
  func remote() throws {
    let fitted = try KLMatching().fitted(to: outputs([[5000, 0]]))
    // KL of (0, 1) from (1 - e^-5000, e^-5000).
    #expect(try abs(fitted.scores(for: outputs([[0, 5000]]))[0] + 5000) < 1e-9)
  }

  @Test("no images and another number of classes are refused")
  func refusals() throws {
    let none = try outputs([[1, 0]], labels: [0]).selecting([])
    for detector in [KLMatching(), TemperatureScaledProbability()] as [any Detector] {
      #expect(throws: DetectorError.self) { try detector.fitted(to: none) }
    }
    let fitted = try KLMatching().fitted(to: outputs([[1, 0]]))
    #expect(
      throws: DetectorError(
        "kl-matching: logits have shape [1, 3], expected 2 columns, since it was fitted to logits "
          + "[1, 2]")
    ) { try fitted.scores(for: outputs([[1, 0, 0]])) }
  }
}
