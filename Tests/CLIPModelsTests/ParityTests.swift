import CLIPModels
import Optimizers
import Tensors
import TestSupport
import Testing

/// A loss that `scripts/fixtures/clip.py` took gradients and steps of.
enum ReferenceLoss: String, CaseIterable, Sendable {
  case contrastive
  case crossEntropy = "ce"
}

/// Everything against transformers 5.23 in float64, by `scripts/fixtures/clip.py`.
///
/// Float32 keeps about 1e-7; PyTorch's own float32 errors stand in meta.json (outputs 4e-7, gradients
/// 3e-6, weights after five steps 6e-6 of a tensor's largest value).
@Suite("Parity with transformers")
struct ParityTests {
  @Test(
    "image features, text features and logits agree within 1e-5, under either key vocabulary",
    arguments: references, Naming.allCases)
  func outputs(reference: ReferenceFolder, naming: Naming) throws {
    let model = try reference.model(naming)
    try expectOutputs(reference, model, "outputs", within: 1e-5)
    let tape = Tape(workspace: Workspace())
    let images = model.vision(
      tape, pixels: tape.constant(try reference.pixels("inputs", "pixel_values")))
    let texts = model.text(tape, tokens: try reference.rows("inputs", "input_ids"))
    let expectedImages = try reference.floats("outputs", "image_features")
    let expectedTexts = try reference.floats("outputs", "text_features")
    #expect(relativeError(images.matrix.values, expectedImages) < 1e-5)
    #expect(relativeError(texts.matrix.values, expectedTexts) < 1e-5)
  }

  @Test("local features agree within 1e-5", arguments: references)
  func localFeatures(reference: ReferenceFolder) throws {
    let model = try reference.model()
    let tape = Tape(workspace: Workspace())
    let local = model.vision.localFeatures(
      tape, pixels: tape.constant(try reference.pixels("inputs", "pixel_values")))
    // By scripts/fixtures/clip_detectors.py, from GL-MCM's formulas.
    let expected = try reference.floats("detectors", "local_features")
    #expect(relativeError(local.matrix.values, expected) < 1e-5)
  }

  @Test(
    "every parameter's gradient agrees within 2e-5, however the batch is cut",
    arguments: references, [1, 3, 100])
  func gradients(reference: ReferenceFolder, shardSize: Int) throws {
    for loss in ReferenceLoss.allCases {
      let training = try Training(reference, shardSize: shardSize)
      let prefix = loss == .contrastive ? "contrastive_" : ""
      _ = training.gradients(
        loss, pixels: try reference.pixels("inputs", "\(prefix)pixel_values"),
        texts: try reference.rows("inputs", "\(prefix)input_ids"),
        labels: try reference.integers("inputs", "labels"))
      for parameter in training.model.parameters {
        try expectParameter(
          training.step.gradients.values(parameter), parameter.name, reference,
          "grads_\(loss.rawValue)", within: 2e-5, keyBias: 1e-6)
      }
    }
  }

  @Test("gradients are equal bit for bit for any number of threads", arguments: references)
  func threads(reference: ReferenceFolder) throws {
    let found = try [1, 2, 3].map { threads -> [[Float]] in
      let training = try Training(reference, shardSize: 1, threads: threads)
      let loss = training.gradients(
        .contrastive, pixels: try reference.pixels("inputs", "contrastive_pixel_values"),
        texts: try reference.rows("inputs", "contrastive_input_ids"), labels: [])
      return [[loss]] + training.model.parameters.map(training.step.gradients.values)
    }
    #expect(found[0] == found[1] && found[0] == found[2])
  }

  @Test("the gradient of the pixels agrees within 2e-5", arguments: references)
  func pixelGradient(reference: ReferenceFolder) throws {
    let model = try reference.model()
    let tape = Tape(workspace: Workspace(), gradients: Gradients(of: [], slots: 1))
    let pixels = tape.variable(try reference.pixels("inputs", "pixel_values"))
    let images = tape.normalized(model.vision(tape, pixels: pixels))
    let texts = tape.normalized(
      model.text(tape, tokens: try reference.rows("inputs", "input_ids")))
    let logits = tape.similarities(images, texts, logScale: model.logitScale)
    tape.backward(
      tape.crossEntropy(logits, labels: try reference.integers("inputs", "labels")))
    let expected = try reference.floats("grad_pixels", "pixel_grad_ce")
    #expect(relativeError(pixels.gradientMatrix.values, expected) < 2e-5)
  }

  @Test(
    "after five AdamW steps weights agree within 2e-6 (RMS) and 3e-5 (largest), outputs within 2e-5",
    arguments: references,
    ReferenceLoss.allCases)
  func steps(reference: ReferenceFolder, loss: ReferenceLoss) throws {
    let training = try Training(reference, shardSize: 2)
    let optimizer = AdamW(training.step.gradients.parameters, weightDecay: 0.01)
    let classTexts = try reference.rows("inputs", "input_ids")
    for step in 0..<5 {
      let batch = "step\(step)"
      _ = training.gradients(
        loss, pixels: try reference.pixels("train_batches", "\(batch).pixel_values"),
        texts: loss == .contrastive
          ? try reference.rows("train_batches", "\(batch).input_ids") : classTexts,
        labels: try reference.integers("train_batches", "\(batch).labels"))
      optimizer.update(
        training.step.gradients, learningRate: 1e-3, on: Workers(threads: 1))
    }
    for parameter in training.model.parameters {
      // The key bias moves by up to lr a step in the direction of rounding noise.
      try expectParameter(
        parameter.values, parameter.name, reference, "adamw5_\(loss.rawValue)_weights",
        within: 3e-5, rootMeanSquare: 2e-6, keyBias: 5.1e-3)
    }
    try expectOutputs(
      reference, training.model, "adamw5_\(loss.rawValue)_outputs", within: 2e-5)
  }
}

/// A model whose every weight trains, decays included, as the reference's optimiser has it.
private struct Training {
  let model: CLIPModel
  let step: CoupledStep
  let shardSize: Int

  init(_ reference: ReferenceFolder, shardSize: Int, threads: Int = 1) throws {
    model = try reference.model()
    model.setTrainable(true)
    for parameter in model.parameters { parameter.decays = true }
    step = CoupledStep(training: model.parameters, on: Workers(threads: threads), slots: 2)
    self.shardSize = shardSize
  }

  func gradients(
    _ loss: ReferenceLoss, pixels: Matrix, texts: [[Int]], labels: [Int]
  ) -> Float {
    let model = model
    let images = Encoding(count: pixels.rows, shardSize: shardSize) { tape, range in
      let values = range.flatMap { pixels.row($0) }
      let shard = Matrix(rows: range.count, columns: pixels.columns, values: values)
      return model.vision(tape, pixels: tape.constant(shard))
    }
    let captions = Encoding(count: texts.count, shardSize: shardSize) { tape, range in
      model.text(tape, tokens: [[Int]](texts[range]))
    }
    return step.run([.encoded(images), .encoded(captions)]) { tape, features in
      let logits = tape.similarities(
        tape.normalized(features[0]), tape.normalized(features[1]), logScale: model.logitScale)
      return loss == .contrastive
        ? tape.contrastiveLoss(logits) : tape.crossEntropy(logits, labels: labels)
    }
  }
}

/// Compares normalised features and logits on the folder's inputs with a file.
private func expectOutputs(
  _ reference: ReferenceFolder, _ model: CLIPModel, _ file: String, within tolerance: Double
) throws {
  let tape = Tape(workspace: Workspace())
  let pixels = try reference.pixels("inputs", "pixel_values")
  let images = tape.normalized(model.vision(tape, pixels: tape.constant(pixels)))
  let texts = tape.normalized(
    model.text(tape, tokens: try reference.rows("inputs", "input_ids")))
  let logits = tape.similarities(images, texts, logScale: model.logitScale)
  for (name, tensor) in [
    ("image_embeds", images), ("text_embeds", texts), ("logits_per_image", logits),
  ] {
    let error = relativeError(tensor.matrix.values, try reference.floats(file, name))
    #expect(error < tolerance, "\(reference) \(file) \(name)")
  }
}

/// Compares values of one of our parameters with Hugging Face's tensors, each by its own scale.
///
/// The key bias has no gradient in exact arithmetic: it is compared absolutely, within `keyBias`.
private func expectParameter(
  _ values: [Float], _ name: String, _ reference: ReferenceFolder, _ file: String,
  within tolerance: Double, rootMeanSquare: Double = .infinity, keyBias: Double
) throws {
  let names = huggingFaceNames(name)
  let size = values.count / names.count
  for (index, name) in names.enumerated() {
    let part = [Float](values[index * size..<(index + 1) * size])
    let expected = try reference.floats(file, name)
    if name.hasSuffix("k_proj.bias") {
      #expect(largestDifference(part, expected) < keyBias, "\(reference) \(file) \(name)")
    } else {
      #expect(relativeError(part, expected) < tolerance, "\(reference) \(file) \(name)")
      #expect(
        rootMeanSquareError(part, expected) < rootMeanSquare, "\(reference) \(file) \(name)")
    }
  }
}
