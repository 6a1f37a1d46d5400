import CLIPModels
import FileFormats
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

/// A context between the fixed tokens of each class, laid out as CoOp's official code does.
private struct Prompts {
  let model: CLIPModel
  let context: Parameter
  let tokens: [[Int]]
  let isSpecific: Bool
  let position: String

  init(_ reference: ReferenceMethod, _ run: String) throws {
    let parts = run.split(separator: ".").map(String.init)
    let file = try reference.method("coop").file("inputs")
    model = try reference.model()
    isSpecific = parts[0] == "csc"
    position = parts[1]
    tokens = try reference.method("coop").rows("inputs", "input_ids")
    let name = "ctx_\(parts[0])"
    context = Parameter("ctx", shape: file.shape(name) ?? [], values: try file.floats(name))
    context.isTrainable = true
  }

  /// The frozen image features of a batch.
  func features(_ pixels: Matrix) -> Branch {
    let tape = Tape(workspace: Workspace())
    return .constant(model.vision(tape, pixels: tape.constant(pixels)).matrix)
  }

  /// The class texts, three a shard.
  var branch: Branch {
    .encoded(
      Encoding(count: tokens.count, shardSize: 3) { tape, range in
        let length = tokens[0].count
        let width = model.text.width
        let fixed = tape.gather(
          tape.tensor(model.text.tokenEmbedding), rows: range.flatMap { tokens[$0] })
        let vectors = tape.tensor(
          context, rows: context.count / width, columns: width)
        let rows = range.flatMap { layout(class: $0, place: ($0 - range.lowerBound) * length) }
        return model.text(
          tape, embedded: tape.gather([fixed, vectors], rows), length: length,
          ends: range.map { model.text.endPosition(tokens[$0]) })
      })
  }

  /// Where each token of a class comes from: its own tokens (source 0) or the context (1).
  private func layout(class index: Int, place: Int) -> [RowReference] {
    let count = isSpecific ? context.shape[1] : context.shape[0]
    let name = model.text.endPosition(tokens[index]) - 2 - count
    let first = isSpecific ? index * count : 0
    let own = { (range: Range<Int>) in range.map { RowReference(source: 0, row: place + $0) } }
    let learnt = { (range: Range<Int>) in range.map { RowReference(source: 1, row: first + $0) } }
    let before = ["end": count, "middle": count / 2, "front": 0][position] ?? 0
    return own(0..<1) + learnt(0..<before) + own(1 + count..<1 + count + name)
      + learnt(before..<count) + own(1 + count + name..<tokens[index].count)
  }
}
