import Detectors
import Tensors
import Testing

/// Shapes are refused here, once for all detectors.
@Suite("Model outputs")
struct ModelOutputsTests {
  let logits = DoubleMatrix(rows: 2, columns: 3)

  private func expectRefusal(
    _ message: String, location: SourceLocation = #_sourceLocation, _ make: () throws -> Void
  ) {
    #expect(throws: DetectorError(message), sourceLocation: location) { try make() }
  }

  @Test("refuse features of another number of images, with both shapes")
  func features() {
    expectRefusal("features have shape [5, 4], expected 2 rows as the logits [2, 3]") {
      _ = try ModelOutputs([.logits: logits, .features: DoubleMatrix(rows: 5, columns: 4)])
    }
  }

  @Test("refuse logits without classes")
  func classes() {
    expectRefusal("logits have shape [2, 0], expected [images, classes] with a class") {
      _ = try ModelOutputs([.logits: DoubleMatrix(rows: 2, columns: 0)])
    }
  }

  @Test("refuse labels that are too few or no class")
  func labels() {
    expectRefusal("1 labels for outputs of shape [2, 3], expected 2, one a row") {
      _ = try ModelOutputs([.logits: logits], labels: [0])
    }
    expectRefusal("label 3 of image 1 is no class, expected 0 ..< 3") {
      _ = try ModelOutputs([.logits: logits], labels: [0, 3])
    }
  }

  @Test("refuse a head of other classes or dimensions, with both shapes")
  func head() throws {
    let head = try LinearHead(weight: DoubleMatrix(rows: 4, columns: 5))
    expectRefusal(
      "head weight has shape [4, 5], expected 3 rows, one a class of the logits [2, 3]"
    ) {
      _ = try ModelOutputs([.logits: logits], head: head)
    }
    let narrow = try LinearHead(weight: DoubleMatrix(rows: 3, columns: 5))
    expectRefusal("features have shape [2, 6], expected 5 columns as the head weight [3, 5]") {
      _ = try ModelOutputs(
        [.logits: logits, .features: DoubleMatrix(rows: 2, columns: 6)], head: narrow)
    }
    expectRefusal("head bias has 2 values, expected 4, one a row of the weight [4, 5]") {
      _ = try LinearHead(weight: DoubleMatrix(rows: 4, columns: 5), bias: [0, 0])
    }
  }

  @Test("refuse a logit scale that does not divide", arguments: [0, -1, .nan, .infinity])
  func logitScale(value: Double) {
    #expect(throws: DetectorError.self) { try ModelOutputs([.logits: logits], logitScale: value) }
  }

  @Test("refuse patches that no whole number an image makes, and no matrix at all")
  func patches() throws {
    expectRefusal(
      "patch-cosines have shape [3, 3], expected a multiple of 2 rows as the logits [2, 3]"
    ) {
      _ = try ModelOutputs([.logits: logits, .patchCosines: DoubleMatrix(rows: 3, columns: 3)])
    }
    expectRefusal("outputs hold no matrix with a row an image, such as logits or features") {
      _ = try ModelOutputs([:])
    }
    let outputs = try ModelOutputs(
      [.logits: logits, .patchCosines: DoubleMatrix(rows: 8, columns: 3)])
    #expect(outputs.patchesPerImage == 4)
  }

  @Test("turn logits into cosines and back by the logit scale")
  func cosines() throws {
    let half = DoubleMatrix(rows: 1, columns: 2, values: [0.5, -0.25])
    let fromCosines = try ModelOutputs([.cosines: half], logitScale: 4)
    #expect(try fromCosines.logits(for: "a test").values == [2, -1])
    #expect(try fromCosines.cosines(for: "a test").unit == 1)
    let (matrix, unit) = try ModelOutputs([.logits: half], logitScale: 4).cosines(for: "a test")
    #expect(matrix == half && unit == 0.25)
  }

  @Test("select images with their patches and keep fields")
  func selection() throws {
    let outputs = try ModelOutputs(
      [
        .features: DoubleMatrix(rows: 2, columns: 1, values: [1, 2]),
        .patchCosines: DoubleMatrix(rows: 4, columns: 1, values: [1, 2, 3, 4]),
      ], labels: [0, 0])
    let second = try outputs.selecting([1])
    #expect(try second.matrix(.patchCosines, for: "a test").values == [3, 4])
    #expect(try second.matrix(.features, for: "a test").values == [2])
    #expect(try outputs.keeping([.features]).fields == [.features])
  }

  @Test("say which fields they have")
  func fields() throws {
    let outputs = try ModelOutputs([.logits: logits], labels: [0, 2])
    #expect(outputs.fields == [.logits, .cosines, .labels])
    #expect(outputs.count == 2 && outputs.classCount == 3)
  }
}
