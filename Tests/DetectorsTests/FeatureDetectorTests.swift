import Configuration
import Tensors
import Testing

@testable import Detectors

@Suite("Detectors of features by hand")
struct FeatureDetectorTests {
  private func column(_ values: [Double]) -> DoubleMatrix {
    DoubleMatrix(rows: values.count, columns: 1, values: values)
  }

  /// Two classes on a line, around 0 and 10, each with variance 1; all images have variance 26.
  private func line() throws -> ModelOutputs {
    try ModelOutputs([.features: column([-1, 1, 9, 11])], labels: [0, 0, 1, 1])
  }

  @Test("Mahalanobis distances on a line")
  func mahalanobis() throws {
    let outputs = try ModelOutputs([.features: column([3, 8, 10])])
    #expect(try Mahalanobis().fitted(to: line()).scores(for: outputs) == [-9, -4, 0])
    var ridged = Mahalanobis()
    ridged.ridge = 3
    #expect(try ridged.fitted(to: line()).scores(for: outputs) == [-2.25, -1, 0])
  }

  @Test("relative Mahalanobis distances on a line")
  func relative() throws {
    let outputs = try ModelOutputs([.features: column([3, 8, 10])])
    let scores = try RelativeMahalanobis().fitted(to: line()).scores(for: outputs)
    for (found, expected) in zip(scores, [4.0 / 26 - 9, 9.0 / 26 - 4, 25.0 / 26]) {
      #expect(abs(found - expected) < 1e-14)
    }
  }

  @Test("with one class the relative distance is zero")
  func relativeOfOneClass() throws {
    let separable = try Separable(RelativeMahalanobis.self).training()
    let features = try separable.matrix(.features, for: "the test")
    let training = try ModelOutputs(
      [.features: features], labels: [Int](repeating: 0, count: features.rows))
    let scores = try RelativeMahalanobis().fitted(to: training).scores(for: training)
    #expect(scores.allSatisfy { abs($0) < 1e-9 })
  }

  @Test("classes without images are left out, and images without variance refused")
  func emptyClasses() throws {
    let outputs = try ModelOutputs([.features: column([0, 3])])
    let training = try ModelOutputs([.features: column([-1, 1, 9, 11])], labels: [2, 2, 7, 7])
    #expect(try Mahalanobis().fitted(to: training).scores(for: outputs) == [0, -9])
    let single = try ModelOutputs([.features: column([1, 2])], labels: [0, 1])
    #expect(
      throws: DetectorError(
        "mahalanobis: the 2 training images show no variance within their 2 classes; give several "
          + "images a class or set ridge above 0")
    ) { try Mahalanobis().fitted(to: single) }
  }

  @Test("distances to neighbours on a circle, whatever the length of the features")
  func neighbours() throws {
    let training = try ModelOutputs([
      .features: DoubleMatrix(rows: 3, columns: 2, values: [5, 0, 0, 1, -2, 0])
    ])
    let outputs = try ModelOutputs([.features: DoubleMatrix(rows: 1, columns: 2, values: [2, 0])])
    for (k, expected) in [(1, 0), (2, -2.0.squareRoot()), (3, -2)] {
      var knn = KNearestNeighbours()
      knn.k = k
      #expect(try knn.fitted(to: training).scores(for: outputs) == [expected])
    }
    #expect(
      throws: DetectorError(
        "knn: k is 50, but there are only 3 training images to be neighbours; lower k or give more "
          + "images")
    ) { try KNearestNeighbours().fitted(to: training) }
  }

  @Test(
    "the default principal space is the published one where it leaves a residual",
    arguments: [
      (2048, 50_000, 1000), (4096, 50_000, 1000), (768, 50_000, 512), (512, 50_000, 256),
      (768, 100, 50), (2048, 800, 400), (32, 50_000, 16),
    ])
  func dimensions(features: Int, images: Int, expected: Int) {
    #expect(ResidualSpace.defaultDimensions(features: features, images: images) == expected)
  }

  /// Features in the plane of the first two axes, of which the head reads the sum less two.
  private func plane() throws -> ModelOutputs {
    let features = DoubleMatrix(rows: 3, columns: 3, values: [3, 1, 0, 1, 5, 0, 1, 1, 0])
    return try ModelOutputs(
      [.features: features, .logits: column([2, 4, 0])],
      head: LinearHead(weight: DoubleMatrix(rows: 1, columns: 3, values: [1, 1, 0]), bias: [-2]))
  }

  @Test("the residual is measured from where the head's logits are zero")
  func residual() throws {
    // The origin is (1, 1, 0); from there the images are (2, 0, 0), (0, 4, 0) and 0, so the first
    // principal axis is the second and the residual spans the others.
    let outputs = try ModelOutputs([
      .features: DoubleMatrix(rows: 2, columns: 3, values: [4, 9, 4, 1, 0, 0])
    ])
    var residual = Residual()
    residual.dimensions = 1
    let scores = try residual.fitted(to: plane()).scores(for: outputs)
    #expect(abs(scores[0] + 5) < 1e-14 && abs(scores[1]) < 1e-14)
    // Three dimensions would leave nothing; two and more than the images span leave the third axis.
    residual.dimensions = 2
    let distances = try residual.fitted(to: plane()).scores(for: outputs)
    #expect(abs(distances[0] + 4) < 1e-14 && abs(distances[1]) < 1e-14)
    residual.dimensions = 3
    #expect(
      throws: DetectorError(
        "residual: a principal space of 3 dimensions leaves no residual of features of shape "
          + "[3, 3]; lower dimensions")
    ) { try residual.fitted(to: plane()) }
  }

  @Test("ViM refuses training images without a residual to match logits to")
  func noResidual() throws {
    var vim = VirtualLogitMatching()
    vim.dimensions = 2
    #expect(
      throws: DetectorError(
        "vim: the 3 training images lie within the principal space of 2 dimensions, so their "
          + "residuals are zero; lower dimensions or give more images")
    ) { try vim.fitted(to: plane()) }
  }

  @Test("SHE remembers a class by its correctly classified images, else by all, else not at all")
  func patterns() throws {
    // Class 0 is predicted right once and wrong once; class 1 never right; class 2 has no image.
    let training = try ModelOutputs(
      [
        .features: column([2, 100, 6, 8]),
        .logits: DoubleMatrix(
          rows: 4, columns: 3, values: [1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0]),
      ], labels: [0, 0, 1, 1])
    let outputs = try ModelOutputs([
      .features: column([1, 1, 1]),
      .logits: DoubleMatrix(rows: 3, columns: 3, values: [3, 1, 2, 1, 3, 2, 1, 2, 3]),
    ])
    let she = try SimplifiedHopfieldEnergy().fitted(to: training)
    #expect(try she.scores(for: outputs) == [2, 7, 7])
  }

  @Test("fDBD needs a boundary")
  func oneClass() throws {
    #expect(
      throws: DetectorError(
        "fdbd measures distances to the boundaries between classes, but the head weight [1, 3] has "
          + "one class")
    ) { try FastDecisionBoundary().fitted(to: plane()) }
  }

  @Test("NCI at the mean, and its norm term")
  func neuralCollapse() throws {
    var nci = NeuralCollapse()
    nci.alpha = 0.5
    let fitted = try nci.fitted(to: plane())
    // The mean is (5/3, 7/3, 0); the second image lies 3 along the first axis from it.
    let outputs = try ModelOutputs([
      .features: DoubleMatrix(
        rows: 2, columns: 3, values: [5.0 / 3, 7.0 / 3, 0, 14.0 / 3, 7.0 / 3, 0]),
      .logits: column([2, 5]),
    ])
    let scores = try fitted.scores(for: outputs)
    #expect(abs(scores[0] - 2) < 1e-12 && abs(scores[1] - (1 + 3.5)) < 1e-12)
  }

  @Test("relations below the threshold do not count, and the others with their power")
  func relation() throws {
    let training = try ModelOutputs([
      .features: DoubleMatrix(rows: 3, columns: 2, values: [1, 0, 3, 4, -1, 0]),
      .logits: column([0, 0, 0]),
    ])
    let outputs = try ModelOutputs([
      .features: DoubleMatrix(rows: 1, columns: 2, values: [7, 0]), .logits: column([1]),
    ])
    var relation = RelationGraph()
    for (power, threshold, expected) in [(1, 0.03, 1.6), (3, 0.03, 1.216), (1, 0.7, 1)] {
      relation.power = power
      relation.threshold = threshold
      let score = try relation.fitted(to: training).scores(for: outputs)[0]
      #expect(abs(score - expected) < 1e-14)
    }
  }

  @Test("settings out of range are refused by name")
  func settings() {
    let refused: [(any Detector, String)] = [
      (with(Mahalanobis()) { $0.ridge = -1 }, "ridge"),
      (with(RelativeMahalanobis()) { $0.ridge = .nan }, "ridge"),
      (with(KNearestNeighbours()) { $0.k = 0 }, "k"),
      (with(VirtualLogitMatching()) { $0.dimensions = -1 }, "dimensions"),
      (with(Residual()) { $0.dimensions = -1 }, "dimensions"),
      (with(NearestNeighbourGuidance()) { $0.fraction = 0 }, "fraction"),
      (with(NeuralCollapse()) { $0.alpha = -1 }, "alpha"),
      (with(RelationGraph()) { $0.power = 0 }, "power"),
      (with(RelationGraph()) { $0.threshold = .infinity }, "threshold"),
    ]
    for (detector, setting) in refused {
      #expect(detector.problems.map(\.setting) == [setting])
    }
  }

  private func with<D: Detector>(_ detector: D, _ change: (inout D) -> Void) -> D {
    var detector = detector
    change(&detector)
    return detector
  }
}
