import CLIPModels
import Datasets
import Images
import RandomStreams
import Tensors
import TestModels
import TestSupport
import Testing

@testable import FineTuning

/// What detectors read from inside a model, against transformers in float64 by
/// `scripts/fixtures/clip_detectors.py`.
@Suite("What detectors read from inside a model")
struct DetectorInputTests {
  /// A text classifier over the fixture's captions, and the encoder.
  private func parts(
    _ reference: ReferenceMethod
  ) throws -> (encoder: ImageEncoder, classifier: FineTunedClassifier) {
    let model = try reference.model()
    let tokens = try reference.base.rows("inputs", "input_ids")
    let texts = TextEncoding(model: model, tokens: tokens).features(on: Workers(threads: 1))
    let preprocessor = Preprocessor(.openAI(size: model.configuration.imageSize))
    return (
      ImageEncoder(model, preprocessor: preprocessor, workers: Workers(threads: 1)),
      FineTunedClassifier(texts: texts, logitScale: logitScale(of: model))
    )
  }

  /// The script's temperatures and steps.
  private static let steps: [(Double, Double)] = [(1000, 0.0014), (1, 0.05)]

  @Test(
    "an input moves against the sign of its gradient, over the channel's deviation",
    arguments: references, [0, 1])
  func moved(reference: ReferenceMethod, index: Int) throws {
    let (encoder, classifier) = try parts(reference)
    let (temperature, epsilon) = DetectorInputTests.steps[index]
    let pixels = try reference.pixels("inputs", "pixel_values")
    let moved = encoder.moved(
      pixels, Workspace(), by: classifier, temperature: temperature, epsilon: epsilon)
    let gradient = try reference.base.floats("detectors", "odin\(index).gradient")
    let largest = gradient.reduce(0) { max($0, $1.magnitude) }
    let std = [0.26862954, 0.26130258, 0.27577711]
    let plane = pixels.columns / 3
    var wrong = 0
    for (i, value) in gradient.enumerated() where value.magnitude > 1e-5 * largest {
      let step = epsilon / std[i % pixels.columns / plane] * (value >= 0 ? -1 : 1)
      let found = Double(moved.values[i]) - Double(pixels.values[i])
      // Pixels of a few units in float32 keep 2e-7 of them.
      if (found - step).magnitude > 1e-6 { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  @Test("the logits of a moved input agree within 1e-5", arguments: references, [0, 1])
  func perturbedLogits(reference: ReferenceMethod, index: Int) throws {
    let (encoder, classifier) = try parts(reference)
    let (temperature, epsilon) = DetectorInputTests.steps[index]
    let logits = encoder.perturbedLogits(
      try reference.pixels("inputs", "pixel_values"), Workspace(), by: classifier,
      temperature: temperature, epsilon: epsilon)
    let expected = try reference.base.floats("detectors", "odin\(index).logits")
    #expect(relativeError(logits.values, expected) < 1e-5)
  }

  @Test("a step of zero leaves the logits; a trained tower's weights get no gradient")
  func noStep() throws {
    let model = try ToyModel.make()
    model.setTrainable(true)
    let images = ToyImages.set("images", [.rows, .checks], count: 30)
    let encoder = ImageEncoder(
      model, preprocessor: Preprocessor(.openAI(size: ToyModel.imageSize)),
      workers: Workers(threads: 2))
    var random = RandomSource(seed: 1, purpose: "head")
    let head = FineTunedClassifier(
      weight: Matrix(
        rows: 3, columns: ToyModel.embeddingSize,
        values: random.normals(3 * ToyModel.embeddingSize, standardDeviation: 4)),
      bias: [0.5, 0, -0.5], logitScale: 4)
    let still = head.outputs(
      of: try encoder.features(of: images), on: Workers(threads: 1)
    ).logits
    func logits(_ epsilon: Double) throws -> [Float] {
      try encoder.perturbedLogits(of: images, by: head, temperature: 1, epsilon: epsilon).values
    }
    #expect(relativeError(try logits(0), still.values) < 1e-6)
    // A step against the gradient raises the predicted class's log-probability, for small steps.
    let moved = try logits(1e-4)
    let labels = FineTunedClassifier.predictions(still)
    func loss(_ values: [Float]) -> Float {
      let tape = Tape(workspace: Workspace())
      return tape.crossEntropy(
        tape.constant(Matrix(rows: images.count, columns: 3, values: values)), labels: labels
      ).scalar
    }
    #expect(loss(moved) < loss(still.values))
  }

  @Test("the cosines of patches and classes agree within 1e-5", arguments: references)
  func patchCosines(reference: ReferenceMethod) throws {
    let (encoder, classifier) = try parts(reference)
    let tape = Tape(workspace: Workspace())
    let pixels = tape.constant(try reference.pixels("inputs", "pixel_values"))
    let local = encoder.model.vision.localFeatures(tape, pixels: pixels)
    let expected = try reference.base.floats("detectors", "patch_cosines")
      .map { $0 * Float(classifier.logitScale) }
    #expect(relativeError(classifier(tape, local).logits.matrix.values, expected) < 1e-5)
  }

  @Test("local features of a range are those of its images")
  func localFeatures() throws {
    let model = try ToyModel.make()
    let images = ToyImages.set("images", [.rows, .checks], count: 4)
    let encoder = ImageEncoder(
      model, preprocessor: Preprocessor(.openAI(size: ToyModel.imageSize)),
      workers: Workers(threads: 1))
    let all = try encoder.localFeatures(of: images, 0..<8)
    let some = try encoder.localFeatures(of: images, 3..<5)
    #expect(all.rows == 8 * 16)
    #expect(some.rows == 2 * 16)
    let same = Array(all.values[3 * 16 * all.columns..<5 * 16 * all.columns])
    #expect(relativeError(some.values, same) < 1e-6)
  }
}
