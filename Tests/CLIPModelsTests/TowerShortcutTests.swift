import Tensors
import TestSupport
import Testing

@testable import CLIPModels

/// The towers leave out work that reaches no feature; here is that work, done in full.
@Suite("Towers without shortcuts")
struct TowerShortcutTests {
  /// Every text filled up to the model's context, nothing shared, the last block for all tokens.
  private func wholeTexts(_ model: CLIPModel, _ tape: Tape, tokens: [[Int]]) -> Tensor {
    let text = model.text
    let length = text.contextLength
    let ids = tokens.flatMap { $0 + [Int](repeating: 0, count: length - $0.count) }
    let layout = TokenLayout(sequences: tokens.count, length: length)
    var x = tape.addPositions(
      tape.gather(tape.tensor(text.tokenEmbedding), rows: ids), text.positions,
      positions: [Int](0..<length))
    for block in text.blocks { x = block(tape, x, layout: layout, causal: true) }
    let ends = tokens.indices.map { $0 * length + text.endPosition(tokens[$0]) }
    return tape.linear(text.normAfter(tape, tape.gather(x, rows: ends)), text.projection)
  }

  /// The last block for all patches.
  private func wholeImages(_ model: CLIPModel, _ tape: Tape, pixels: Matrix) -> Tensor {
    let vision = model.vision
    var (x, layout) = vision.embedded(tape, tape.constant(pixels), keeping: nil)
    for block in vision.blocks { x = block(tape, x, layout: layout, causal: false) }
    let pooled = tape.gather(x, rows: layout.firstRows)
    return tape.linear(vision.normAfter(tape, pooled), vision.projection)
  }

  /// Features and the gradients of all parameters of a fixed weighting of them.
  private func run(
    _ model: CLIPModel, _ forward: (Tape) -> Tensor
  ) -> (features: Matrix, gradients: [(name: String, values: [Float])]) {
    model.setTrainable(true)
    let parameters = model.parameters
    let gradients = Gradients(of: parameters, slots: 1)
    let tape = Tape(workspace: Workspace(), gradients: gradients)
    let output = forward(tape)
    let features = output.matrix
    let seed = Matrix(
      rows: features.rows, columns: features.columns,
      values: features.values.indices.map { Float($0 % 7) - 3 })
    tape.backward(output, seed: seed)
    gradients.reduce(on: Workers(threads: 1))
    return (features, parameters.map { ($0.name, gradients.values($0)) })
  }

  /// Compares features and gradients, relative to the largest of each tensor.
  private func expectEqual(_ model: CLIPModel, _ short: (Tape) -> Tensor, _ whole: (Tape) -> Tensor)
  {
    let found = run(model, short)
    let expected = run(model, whole)
    #expect(relativeError(found.features.values, expected.features.values) < 2e-6)
    for (a, b) in zip(found.gradients, expected.gradients) {
      // Gradients of key biases are zero but for rounding.
      let size = b.values.map(\.magnitude).max() ?? 0
      let error = zip(a.values, b.values).map { ($0 - $1).magnitude }.max() ?? 0
      #expect(error < 1e-5 * size + 2e-6, "\(a.name): \(error) of \(size)")
    }
  }

  @Test(
    "texts that end with their end token, share beginnings and pool before the last block's end",
    arguments: references)
  func texts(reference: ReferenceFolder) throws {
    let model = try reference.model()
    let rows = try reference.rows("inputs", "input_ids")
    // The reference's texts, and each once more but for its last word: beginnings of many lengths.
    let shorter = rows.map { row -> [Int] in
      let end = model.text.endPosition(row)
      return [Int](row[..<max(1, end - 1)]) + [Int](row[end...])
    }
    let texts = (rows + shorter).map { $0.map { $0 } }
    expectEqual(model) {
      model.text($0, tokens: texts)
    } _: {
      wholeTexts(model, $0, tokens: texts)
    }
  }

  @Test("a class token whose last block reads the patches' keys and values", arguments: references)
  func images(reference: ReferenceFolder) throws {
    let model = try reference.model()
    let pixels = try reference.pixels("inputs", "pixel_values")
    expectEqual(model) {
      model.vision($0, pixels: $0.constant(pixels))
    } _: {
      wholeImages(model, $0, pixels: pixels)
    }
  }

  @Test("low-rank deltas at every site act the same", arguments: references)
  func deltas(reference: ReferenceFolder) throws {
    let model = try reference.model()
    for (index, place) in model.adapterPlaces.enumerated() {
      let (inputs, outputs) = model.blocks(of: place.tower)[place.layer].shape(of: place.site)
      func values(_ count: Int) -> [Float] {
        (0..<count).map { Float(($0 * 7 + index) % 11) / 50 - 0.1 }
      }
      model[place] = LowRankAdapter(
        a: Parameter("a", shape: [2, inputs], values: values(2 * inputs)),
        b: Parameter("b", shape: [outputs, 2], values: values(2 * outputs)), alpha: 1,
        isRankStabilised: false)
    }
    let pixels = try reference.pixels("inputs", "pixel_values")
    let texts = try reference.rows("inputs", "input_ids")
    expectEqual(model) {
      model.vision($0, pixels: $0.constant(pixels))
    } _: {
      wholeImages(model, $0, pixels: pixels)
    }
    expectEqual(model) {
      model.text($0, tokens: texts)
    } _: {
      wholeTexts(model, $0, tokens: texts)
    }
  }
}
