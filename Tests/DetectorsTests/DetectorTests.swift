import Configuration
import Detectors
import Tensors
import Testing

@Suite("Detectors by identity")
struct DetectorTests {
  private let cosines: [Double] = [0.5, -0.25, 0.125, 0, 0.75, 0.25]

  private func outputs(scale: Double) throws -> ModelOutputs {
    try ModelOutputs(
      [.logits: DoubleMatrix(rows: 2, columns: 3, values: cosines.map { $0 * scale })],
      logitScale: scale)
  }

  @Test("MCM and max-logit do not depend on the logit scale; powers of two leave no rounding")
  func scaleFree() throws {
    for detector in [MaximumConceptMatching(), MaxLogit()] as [any Detector] {
      #expect(
        try detector.scores(for: outputs(scale: 1)) == detector.scores(for: outputs(scale: 64)))
    }
    #expect(try MaxLogit().scores(for: outputs(scale: 64)) == [0.5, 0.75])
  }

  @Test("MSP is MCM at the temperature 1 / logit scale")
  func redundant() throws {
    var mcm = MaximumConceptMatching()
    mcm.temperature = 1.0 / 64
    let outputs = try outputs(scale: 64)
    #expect(try mcm.scores(for: outputs) == MaximumSoftmaxProbability().scores(for: outputs))
  }

  @Test("one class has probability 1 and its logit as energy")
  func oneClass() throws {
    let outputs = try ModelOutputs(
      [.logits: DoubleMatrix(rows: 2, columns: 1, values: [-3, 700])])
    #expect(try MaximumConceptMatching().scores(for: outputs) == [1, 1])
    #expect(try Energy().scores(for: outputs) == [-3, 700])
  }

  @Test("a temperature that is not positive is refused by name")
  func temperature() throws {
    var energy = Energy()
    energy.temperature = 0
    #expect(
      throws: DetectorError("energy: temperature is 0.0, expected a positive number")
    ) { try energy.scores(for: outputs(scale: 1)) }
    #expect(energy.problems.map(\.setting) == ["temperature"])
  }
}
