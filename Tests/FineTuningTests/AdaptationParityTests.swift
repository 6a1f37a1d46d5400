import CLIPModels
import FileFormats
import Optimizers
import Tensors
import TestSupport
import Testing

@testable import FineTuning

/// Methods against their formulas in PyTorch, float64, by `scripts/fixtures/adaptation.py`.
@Suite("Methods agree with their formulas in PyTorch")
struct AdaptationParityTests {
  @Test("CLIP-Adapter: loss, gradients, five SGD steps", arguments: references)
  func clipAdapter(reference: ReferenceMethod) throws {
    let run = try AdaptationRun("clip-adapter", reference)
    let down = try run.parameter("down")
    let up = try run.parameter("up")
    let texts = try run.texts("inputs", "input_ids").features(on: run.workers)
    let classifier = AdapterClassifier(
      down: down, up: up, ratio: 0.2, texts: texts, of: run.model)
    try run.expectAgreement(
      of: Parametrization(
        of: run.model, training: [down, up], changesImages: false, classifier: classifier),
      names: ["down", "up"], SGD([down, up], momentum: 0.9, weightDecay: 5e-4), rate: 0.1)
  }

  @Test("Tip-Adapter(-F): votes, gradients, five AdamW steps", arguments: references)
  func tipAdapter(reference: ReferenceMethod) throws {
    let run = try AdaptationRun("tip-adapter-f", reference)
    let keys = try run.parameter("keys")
    let texts = try run.texts("inputs", "input_ids").features(on: run.workers)
    let classifier = KeyClassifier(
      keys: keys, labels: try run.integers("labels"),
      mixture: Parameter("mixture", shape: [2], values: [1.3, 2.1]),
      texts: TextClassifier(fixed: texts, of: run.model), classCount: texts.rows)
    try run.expectAgreement(
      of: Parametrization(
        of: run.model, training: [keys], changesImages: false, classifier: classifier),
      names: ["keys"], AdamW([keys], epsilon: 1e-4, weightDecay: 0.01), rate: 1e-3)
  }

  @Test("KgCoOp: the anchored loss, the context's gradient, five SGD steps", arguments: references)
  func kgCoOp(reference: ReferenceMethod) throws {
    let run = try AdaptationRun("kgcoop", reference)
    let learner = try run.learner()
    let context = learner.context
    let anchors = try run.texts("inputs", "input_ids").features(on: run.workers)
    try run.expectAgreement(
      of: Parametrization(
        of: run.model, training: [context], changesImages: false,
        classifier: TextClassifier(encoding: learner.encoding, of: run.model)),
      names: ["ctx"], SGD([context], momentum: 0.9, weightDecay: 5e-4), rate: 0.002,
      terms: [TextAnchor().terms(holdingTo: anchors)])
  }

  @Test("BitFit: gradients of every bias, five AdamW steps", arguments: references)
  func bitFit(reference: ReferenceMethod) throws {
    let run = try AdaptationRun("bitfit", reference)
    let biases = run.model.parameters.filter { $0.name.hasSuffix("bias") }
    try run.expectAgreement(
      of: Parametrization(
        of: run.model, training: biases, changesImages: true,
        classifier: TextClassifier(
          encoding: try run.texts("inputs", "input_ids").encoding, of: run.model)),
      // Hugging Face keeps query, key and value apart.
      names: nil, AdamW(biases, weightDecay: 0), rate: 1e-2, encodesImages: true)
  }

  @Test("an ensemble's scores are those of its templates' mean", arguments: references)
  func ensemble(reference: ReferenceMethod) throws {
    let run = try AdaptationRun("zeroshot-ensemble", reference)
    let texts = try (0..<3).flatMap {
      try run.texts("train_batches", "step\($0).input_ids").features(on: run.workers).values
    }
    let columns = run.model.configuration.embeddingSize
    let classifier = TextClassifier(
      fixed: Matrix(rows: texts.count / columns, columns: columns, values: texts), templates: 3,
      of: run.model)
    let images = run.features(try reference.pixels("inputs", "pixel_values"))
    let logits = classifier.finished(on: run.workers).outputs(of: images, on: run.workers).logits
    #expect(relativeError(logits.values, try run.floats("logits")) < 1e-5)
  }

  @Test("the linear probe is scikit-learn's optimum", arguments: references, [0, 1])
  func linearProbe(reference: ReferenceMethod, index: Int) throws {
    let file = try reference.methods.file("adaptation")
    let shape = try #require(file.shape("linear-probe.features"))
    let labels = try file.integers("linear-probe.labels").map(Int.init)
    var path = LogisticPath(
      DoubleMatrix(
        rows: shape[0], columns: shape[1], values: try file.doubles("linear-probe.features")),
      labels: labels, classes: (labels.max() ?? 0) + 1)
    let probe = path.fitted([0.316, 100][index], tolerance: 1e-12)
    let name = "linear-probe\(index)"
    let value = try #require(try file.doubles("\(name).value").first)
    #expect((probe.value - value).magnitude < 1e-12)
    // Separated classes leave the biases hardly any curvature, so the gradient must be small.
    let weight = try file.doubles("\(name).weight")
    #expect(zip(probe.weight.values, weight).allSatisfy { ($0 - $1).magnitude < 1e-5 })
    let bias = try file.doubles("\(name).bias")
    #expect(zip(probe.bias, bias).allSatisfy { ($0 - $1).magnitude < 1e-5 })
  }
}
