import Detectors
import Tensors
import Testing

/// Expected numbers by hand or by identity.
@Suite("Detectors on logits by identity")
struct LogitDetectorTests {
  private func outputs(_ rows: [[Double]], scale: Double = 1) throws -> ModelOutputs {
    try ModelOutputs([.logits: matrix(rows)], logitScale: scale)
  }

  private func matrix(_ rows: [[Double]]) -> DoubleMatrix {
    DoubleMatrix(rows: rows.count, columns: rows[0].count, values: rows.flatMap { $0 })
  }

  /// Forty rows of logits that look random, of 11 classes, from nearly uniform to nearly certain.
  private func varied() throws -> ModelOutputs {
    var rows: [[Double]] = []
    for row in 0..<40 {
      let sharpness = Double(row + 1) / 60
      rows.append((0..<11).map { c in sharpness * Double((row * 31 + c * 17) % 23 - 11) })
    }
    return try outputs(rows, scale: 4)
  }

  /// The images from the lowest to the highest score.
  private func ranking(_ scores: [Double]) -> [Int] {
    scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
  }

  @Test("two equal classes: entropy is -log 2, doctor -1/2, variance 0, gen -2 (1/4)^gamma")
  func twoClasses() throws {
    let outputs = try outputs([[3, 3]])
    func score(_ detector: some Detector) throws -> Double { try detector.scores(for: outputs)[0] }
    #expect(try abs(score(Entropy()) + 0.693_147_180_559_945_3) < 1e-15)
    #expect(try abs(score(Doctor()) + 0.5) < 1e-15)
    #expect(try score(SoftmaxVariance()) < 1e-30)
    var gen = GeneralizedEntropy()
    gen.gamma = 0.5
    #expect(try abs(score(gen) + 1) < 1e-15)
  }

  @Test("sure predictions keep their order where 1 - p rounds to zero")
  func sure() throws {
    // 1 - p is e^-50 ... e^-300, half a rounding step of 1 being e^-36.7.
    let outputs = try outputs([50, 60, 100, 300].map { [Double($0), 0, -1] })
    for detector in [Entropy(), Doctor(), GeneralizedEntropy()] as [any Detector] {
      let scores = try detector.scores(for: outputs)
      #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 < $1 }, "\(scores)")
      #expect(scores.allSatisfy { $0 < 0 })
    }
  }

  @Test("doctor and variance at the same temperature rank alike: g - 1 and g / C - 1 / C^2")
  func doctorVariance() throws {
    let outputs = try varied()
    var variance = SoftmaxVariance()
    variance.temperature = 1 / outputs.logitScale
    let v = try variance.scores(for: outputs)
    let d = try Doctor().scores(for: outputs)
    for (v, d) in zip(v, d) { #expect(abs(11 * v + 1.0 / 11 - 1 - d) < 1e-14) }
    #expect(ranking(v) == ranking(d))
  }

  @Test("gen of power 1 over all classes is doctor")
  func genDoctor() throws {
    var gen = GeneralizedEntropy()
    gen.gamma = 1
    let outputs = try varied()
    for (g, d) in zip(try gen.scores(for: outputs), try Doctor().scores(for: outputs)) {
      #expect(abs(g - d) < 1e-14)
    }
  }

  @Test("energy at a low temperature is the largest logit")
  func coldEnergy() throws {
    let outputs = try varied()
    var energy = Energy()
    energy.temperature = 1e-3
    let e = try energy.scores(for: outputs)
    let m = try MaxLogit().scores(for: outputs)
    // T log C is all that is left between them.
    for (e, m) in zip(e, m) { #expect(abs(e - outputs.logitScale * m) <= 1e-3 * 2.4) }
  }

  @Test("odin on inputs that did not move is msp at its temperature")
  func odinMSP() throws {
    let logits = try varied().matrix(.logits, for: "the test")
    let outputs = try ModelOutputs([.logits: logits, .perturbedLogits: logits])
    var msp = MaximumSoftmaxProbability()
    msp.temperature = 1000
    #expect(try ODIN().scores(for: outputs) == msp.scores(for: outputs))
    #expect(ODIN().inputPerturbation == InputPerturbation(temperature: 1000, epsilon: 0.0014))
  }

  @Test("gl-mcm without weight on the patches is mcm")
  func globalOnly() throws {
    let cosines = matrix([[0.3, 0.1], [0.2, 0.25]])
    let outputs = try ModelOutputs([
      .cosines: cosines, .patchCosines: matrix([[0.5, 0], [0.1, 0.1], [0, 0], [0.2, 0.9]]),
    ])
    var detector = GlobalLocalConceptMatching()
    detector.lambda = 0
    #expect(
      try detector.scores(for: outputs) == MaximumConceptMatching().scores(for: outputs))
    detector.lambda = 2
    // The best patch of the second image is its last: 1 / (1 + e^-0.7).
    let difference =
      try detector.scores(for: outputs)[1]
      - MaximumConceptMatching().scores(for: outputs)[1]
    #expect(abs(difference - 2 * 0.668_187_772_168_166_1) < 1e-15)
  }

  @Test("one group of negatives as close as the classes leaves the classes their share")
  func negativeShare() throws {
    let outputs = try ModelOutputs([
      .cosines: matrix([[0.2, 0.2]]), .negativeCosines: matrix([[0.2, 0.2, 0.2, 0.2, 0.2, 0.2]]),
    ])
    var detector = NegativeLabels()
    detector.groups = 1
    #expect(try abs(detector.scores(for: outputs)[0] - 0.25) < 1e-15)
    // Four groups of one; the last two columns are left over.
    detector.groups = 4
    #expect(try abs(detector.scores(for: outputs)[0] - 2.0 / 3) < 1e-15)
  }

  @Test("the rationale gap is log 2 where label and rationale are sure of different classes")
  func rationale() throws {
    let outputs = try ModelOutputs(
      [
        .cosines: matrix([[1, 0], [1, 0]]), .descriptorCosines: matrix([[0, 1], [1, 0]]),
      ], logitScale: 1000)
    #expect(try RationaleGap().scores(for: outputs) == [-0.693_147_180_559_945_3, 0])
  }
}
