import CLIPModels
import FileFormats
import FineTuning
import Optimizers
import Tensors
import TestSupport
import Testing

/// Learnt contexts against CoOp's own layout and loss in float64, by `scripts/fixtures/clip.py`.
@Suite("Prompt learning's parity with CoOp")
struct PromptParityTests {
  /// Shared or class-specific context, and the place of the class name.
  static let runs = ["generic", "csc"].flatMap { kind in
    ["end", "middle", "front"].map { "\(kind).\($0)" }
  }

  @Test("logits, features and the context's gradient agree", arguments: references, runs)
  func gradients(reference: ReferenceMethod, run: String) throws {
    let prompts = try Prompts(reference, run)
    let expected = reference.method("coop")
    let step = CoupledStep(training: [prompts.context], on: Workers(threads: 1), slots: 2)
    let images = try reference.pixels("inputs", "pixel_values")
    let labels = try reference.base.integers("inputs", "labels")
    var logits: [Float] = []
    var texts: [Float] = []
    _ = step.run([prompts.features(images), prompts.branch]) { tape, features in
      let all = prompts.model.logits(tape, features)
      logits = all.matrix.values
      texts = tape.normalized(features[1]).matrix.values
      return tape.crossEntropy(all, labels: labels)
    }
    #expect(relativeError(logits, try expected.floats("outputs", "\(run).logits")) < 1e-5)
    #expect(relativeError(texts, try expected.floats("outputs", "\(run).text_features")) < 1e-5)
    let gradient = try expected.floats("outputs", "\(run).ctx_grad")
    #expect(relativeError(step.gradients.values(prompts.context), gradient) < 2e-5)
  }

  @Test(
    "the context agrees within 2e-5 after five SGD steps", arguments: references, runs)
  func steps(reference: ReferenceMethod, run: String) throws {
    for rate in [0.002, 0.1] {
      let prompts = try Prompts(reference, run)
      let step = CoupledStep(training: [prompts.context], on: Workers(threads: 1), slots: 2)
      let optimizer = SGD([prompts.context], momentum: 0.9, weightDecay: 5e-4)
      for batch in 0..<5 {
        let labels = try reference.labels(batch)
        let images = prompts.features(try reference.batch(batch))
        _ = step.run([images, prompts.branch]) {
          $0.crossEntropy(prompts.model.logits($0, $1), labels: labels)
        }
        optimizer.update(step.gradients, learningRate: rate, on: Workers(threads: 1))
      }
      let expected = try reference.method("coop").floats("outputs", "\(run).sgd5_lr\(rate).ctx")
      #expect(relativeError(prompts.context.values, expected) < 2e-5, "\(reference) \(run) \(rate)")
    }
  }
}

/// The library's prompts for the reference's rows: start, context, name, full stop, end, filling.
private struct Prompts {
  let model: CLIPModel
  let context: Parameter
  let branch: Branch

  init(_ reference: ReferenceMethod, _ run: String) throws {
    let parts = run.split(separator: ".").map(String.init)
    let method = reference.method("coop")
    let name = "ctx_\(parts[0])"
    let shape = try method.file("inputs").shape(name) ?? []
    let model = try reference.model()
    let count = shape[shape.count - 2]
    let rows = try method.rows("inputs", "input_ids")
    context = Parameter("ctx", shape: shape, values: try method.floats("inputs", name))
    context.isTrainable = true
    let learner = try PromptLearner(
      text: model.text, context: context, tokens: count,
      position: try #require(ContextPosition(rawValue: parts[1])),
      isClassSpecific: parts[0] == "csc",
      names: rows.map { [Int]($0[1 + count..<model.text.endPosition($0)]) }, start: rows[0][0],
      end: rows[0].max() ?? 0)
    branch = .encoded(learner.encoding)
    self.model = model
  }

  /// The frozen image features of a batch.
  func features(_ pixels: Matrix) -> Branch {
    let tape = Tape(workspace: Workspace())
    return .constant(model.vision(tape, pixels: tape.constant(pixels)).matrix)
  }
}
