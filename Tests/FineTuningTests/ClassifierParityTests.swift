import CLIPModels
import Optimizers
import Tensors
import TestSupport
import Testing

/// The image tower under a classifier head against PyTorch in float64, by `scripts/fixtures/clip.py`.
@Suite("Full fine-tuning's parity with PyTorch")
struct ClassifierParityTests {
  @Test("the zero-shot head, logits and every gradient agree", arguments: references)
  func gradients(reference: ReferenceMethod) throws {
    let classifier = try Classifier(reference)
    let expected = reference.method("full")
    let head = try expected.floats("head_init", "head.weight")
    #expect(relativeError(classifier.weight.values, head) < 1e-5)
    let before = try expected.floats("outputs_before", "logits")
    #expect(relativeError(try classifier.logits(reference), before) < 1e-5)
    _ = classifier.run(
      try reference.pixels("inputs", "pixel_values"),
      labels: try reference.base.integers("inputs", "labels"))
    for parameter in classifier.parameters {
      try expectParameter(
        classifier.step.gradients.values(parameter), parameter.name, expected, "grads",
        keyBias: 1e-6)
    }
  }

  @Test(
    "weights and logits agree within 2e-5 after five AdamW steps, clipped or not",
    arguments: references, [false, true])
  func steps(reference: ReferenceMethod, clipped: Bool) throws {
    let classifier = try Classifier(reference)
    let expected = reference.method("full")
    let optimizer = AdamW(classifier.parameters, weightDecay: 0.1)
    for batch in 0..<5 {
      _ = classifier.run(try reference.batch(batch), labels: try reference.labels(batch))
      let gradients = classifier.step.gradients
      if clipped {
        let norm = gradients.norm
        let stored = try expected.floats("adamw5_clipped_norms", "norms")[batch]
        #expect((norm - Double(stored)).magnitude < 2e-5 * norm)
        // torch.nn.utils.clip_grad_norm_ at 1.
        gradients.scale(by: Float(min(1, 1 / (norm + 1e-6))))
      }
      optimizer.update(gradients, learningRate: 1e-3, on: Workers(threads: 1))
    }
    let run = clipped ? "adamw5_clipped" : "adamw5"
    let after = try expected.floats("\(run)_outputs", "logits")
    #expect(relativeError(try classifier.logits(reference), after) < 2e-5)
    for parameter in clipped ? classifier.head : classifier.parameters {
      // The key bias moves by up to lr a step in the direction of rounding noise.
      try expectParameter(
        parameter.values, parameter.name, expected, "\(run)_weights", keyBias: 5.1e-3)
    }
  }

  private func expectParameter(
    _ values: [Float], _ name: String, _ expected: ReferenceFolder, _ file: String, keyBias: Double
  ) throws {
    let names = name.hasPrefix("head") ? [name] : huggingFaceNames(name)
    let size = values.count / names.count
    for (index, name) in names.enumerated() {
      let part = [Float](values[index * size..<(index + 1) * size])
      let stored = try expected.floats(file, name)
      if name.hasSuffix("k_proj.bias") {
        #expect(largestDifference(part, stored) < keyBias, "\(file) \(name)")
      } else {
        #expect(relativeError(part, stored) < 2e-5, "\(file) \(name)")
      }
    }
  }
}

/// logits = head(features / |features|), the head begun as class texts times the logit scale.
private struct Classifier {
  let model: CLIPModel
  let weight: Parameter
  let bias: Parameter
  let step: CoupledStep

  var head: [Parameter] { [weight, bias] }
  var parameters: [Parameter] { model.vision.parameters + head }

  init(_ reference: ReferenceMethod) throws {
    model = try reference.model()
    let tape = Tape(workspace: Workspace())
    let texts = tape.normalized(
      model.text(tape, tokens: try reference.base.rows("inputs", "input_ids")))
    // Both by the logit scale: similarities of the unit vectors are the scaled coordinates.
    let size = texts.columns
    var unit = Matrix(rows: size, columns: size)
    for index in 0..<size { unit[index, index] = 1 }
    let scaled = tape.similarities(texts, tape.constant(unit), logScale: model.logitScale)
    weight = Parameter("head.weight", shape: [texts.rows, size], values: scaled.matrix.values)
    bias = Parameter("head.bias", shape: [texts.rows], repeating: 0)
    let all = model.vision.parameters + [weight, bias]
    for parameter in all {
      parameter.isTrainable = true
      parameter.decays = true
    }
    step = CoupledStep(training: all, on: Workers(threads: 1), slots: 2)
  }

  func run(_ pixels: Matrix, labels: [Int]) -> Float {
    step.run([model.images(pixels)]) { tape, features in
      tape.crossEntropy(
        tape.linear(tape.normalized(features[0]), weight, bias), labels: labels)
    }
  }

  func logits(_ reference: ReferenceMethod) throws -> [Float] {
    let tape = Tape(workspace: Workspace())
    let pixels = tape.constant(try reference.pixels("inputs", "pixel_values"))
    let features = tape.normalized(model.vision(tape, pixels: pixels))
    return tape.linear(features, weight, bias).matrix.values
  }
}
