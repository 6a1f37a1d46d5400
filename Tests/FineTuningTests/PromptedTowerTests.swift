import CLIPModels
import FileFormats
import Optimizers
import Tensors
import TestModels
import TestSupport
import Testing
import Tokenizers

@testable import FineTuning

/// Learnt tokens in the towers against their formulas in PyTorch, float64, by
/// `scripts/fixtures/prompted_towers.py`.
@Suite("Learnt tokens in the towers' layers")
struct PromptedTowerTests {
  @Test(
    "VPT: loss, gradients, five SGD steps", arguments: references,
    [("vpt-shallow", 1), ("vpt-deep", 2)])
  func visualPrompts(reference: ReferenceMethod, method: (name: String, depth: Int)) throws {
    let run = try PromptedRun(method.name, reference)
    let tokens = try run.tokens("vision", layers: method.depth)
    run.model.vision.prompts = tokens.map { LearntTokens($0) }
    let texts = try run.texts("inputs", "input_ids").features(on: run.workers)
    try run.expectAgreement(tokens, TextClassifier(fixed: texts, of: run.model))
  }

  @Test("MaPLe: loss, gradients of tokens and maps, five SGD steps", arguments: references)
  func maple(reference: ReferenceMethod) throws {
    let run = try PromptedRun("maple", reference)
    let tokens = try run.tokens("text", layers: 2)
    let maps = try (0..<2).map { layer in
      try ["weight", "bias"].map { try run.parameter("vision.map.\(layer).\($0)") }
    }
    run.model.vision.prompts = zip(tokens, maps).map {
      LearntTokens($0, weight: $1[0], bias: $1[1])
    }
    try run.expectAgreement(tokens + maps.flatMap { $0 }, try run.classifier(of: tokens))
  }

  @Test(
    "independent tokens in all layers of both towers: loss, gradients, five SGD steps",
    arguments: references)
  func independent(reference: ReferenceMethod) throws {
    let run = try PromptedRun("ivlp", reference)
    let texts = try run.tokens("text", layers: run.model.text.blocks.count)
    let images = try run.tokens("vision", layers: run.model.vision.blocks.count)
    run.model.vision.prompts = images.map { LearntTokens($0) }
    try run.expectAgreement(texts + images, try run.classifier(of: texts))
  }

  @Test("local features are the patches', not the tokens'", arguments: references)
  func localFeatures(reference: ReferenceMethod) throws {
    let run = try PromptedRun("vpt-deep", reference)
    run.model.vision.prompts = try run.tokens("vision", layers: 2).map { LearntTokens($0) }
    let tape = Tape(workspace: Workspace())
    let pixels = tape.constant(try reference.pixels("inputs", "pixel_values"))
    let local = run.model.vision.localFeatures(tape, pixels: pixels)
    #expect(relativeError(local.matrix.values, try run.floats("local_features")) < 1e-5)
  }

  @Test("a tower that tokens were taken out of gives the bits of one that had none")
  func removal() throws {
    let plain = try ToyModel.make()
    let used = try ToyModel.make()
    let method = VPTDeep.small
    _ = try method.parametrization(
      of: used, for: try ToyTraining.task(), workers: Workers(threads: 1))
    let kept = [[0, 5], [3, 2], [15, 1]]
    func outputs(_ model: CLIPModel) -> [[UInt32]] {
      let tape = Tape(workspace: Workspace())
      let pixels = tape.constant(ToyModel.pixels(images: 3))
      return [
        model.vision(tape, pixels: pixels), model.vision(tape, pixels: pixels, keeping: kept),
        model.vision.localFeatures(tape, pixels: pixels),
      ].map { $0.matrix.values.map(\.bitPattern) }
    }
    let expected = outputs(plain)
    for (with, without) in zip(outputs(used), expected) { #expect(with != without) }
    used.vision.prompts = []
    #expect(outputs(used) == expected)
  }

  @Test("tokens act beside low-rank deltas, and on a part of the patches")
  func composition() throws {
    let model = try ToyModel.make()
    let task = try ToyTraining.task()
    let workers = Workers(threads: 1)
    let adapters = try LoRA.small.parametrization(of: model, for: task, workers: workers)
    let tokens = try VPTDeep.small.parametrization(of: model, for: task, workers: workers)
    let trained = adapters.trained + tokens.trained
    for parameter in trained { parameter.isTrainable = true }
    let step = CoupledStep(training: trained, on: workers, slots: 2)
    // All patches in order are the image, in whatever way they are named.
    let all = [Int](0..<16)
    let classifier = tokens.classifier
    func loss(keeping: [[Int]]?) -> Float {
      let images = Encoding(count: 2, shardSize: 1) { tape, range in
        let pixels = ToyModel.pixels(images: 2).selecting(range)
        return model.vision(tape, pixels: tape.constant(pixels), keeping: keeping)
      }
      return step.run([.encoded(images)]) { tape, features in
        tape.crossEntropy(
          classifier.outputs(tape, images: features[0], texts: nil).logits, labels: [0, 2])
      }
    }
    let whole = loss(keeping: nil)
    let gradients = trained.map { step.gradients.values($0) }
    #expect(gradients.last?.contains { $0 != 0 } == true)
    // B starts at zero, and has a gradient in the image tower; the text tower is not run.
    let moved = zip(trained, gradients).filter { $0.0.name.contains("vision") }
      .filter { !$0.0.name.hasSuffix("lora_A") }
    #expect(moved.count == 2 * 3 + 2)
    #expect(moved.allSatisfy { $0.1.contains { $0 != 0 } })
    #expect(loss(keeping: [all]) == whole)
  }

  @Test("a method puts no more tokens into a tower than it has layers")
  func depth() throws {
    let model = try ToyModel.make()
    let task = try ToyTraining.task()
    let workers = Workers(threads: 1)
    var deep = VPTDeep.small
    for (depth, layers) in [(1, 1), (2, 2), (3, ToyModel.layers)] {
      deep.depth = depth
      let trained = try deep.parametrization(of: model, for: task, workers: workers).trained
      #expect(trained.count == layers)
    }
    // Tokens of a layer are the same draws whatever the depth.
    deep.depth = 1
    let one = try deep.parametrization(of: model, for: task, workers: workers).trained
    let shallow = try VPTShallow.small.parametrization(of: model, for: task, workers: workers)
      .trained
    let all = try VPTDeep.small.parametrization(of: model, for: task, workers: workers).trained
    #expect(one[0].bits == shallow[0].bits)
    #expect(one[0].bits == all[0].bits)
    #expect(all[0].bits != all[1].bits)
  }

  @Test("MaPLe starts from the words, its later maps alike, and refuses too few words")
  func start() throws {
    let model = try ToyModel.make()
    let task = try ToyTraining.task()
    let workers = Workers(threads: 1)
    var method = MaPLe.small
    method.contextTokens = 4
    let trained = try method.parametrization(of: model, for: task, workers: workers).trained
    let words = ToyModel.tokenizer.encode("a photo of a")
    #expect(words.count == 4)
    let table = model.text.tokenEmbedding.matrix
    #expect(trained[0].values == words.flatMap { table.row($0) })
    // With all words learnt and unchanged, no deep tokens: the texts are those of the prompts.
    method.depth = 1
    let shallow = try method.parametrization(of: model, for: task, workers: workers)
    let found = shallow.classifier.finished(on: workers).weights
    let prompts = task.classNames.map { "a photo of a \($0)." }
    let expected = TextClassifier(
      fixed: try TextEncoding(of: prompts, model: model, tokenizer: task.tokenizer)
        .features(on: workers), of: model)
    #expect(relativeError(found, expected.finished(on: workers).weights) < 1e-6)
    method.contextTokens = 5
    let error = #expect(throws: FineTuningError.self) {
      try method.parametrization(of: model, for: task, workers: workers)
    }
    #expect(error?.description.contains("lower context_tokens") == true)
  }
}

/// One method with learnt tokens on one reference model.
private struct PromptedRun {
  private let run: AdaptationRun
  var model: CLIPModel { run.model }
  var workers: Workers { run.workers }

  init(_ name: String, _ reference: ReferenceMethod) throws {
    run = try AdaptationRun(name, reference, in: "prompted_towers")
  }

  func floats(_ key: String) throws -> [Float] { try run.floats(key) }

  func parameter(_ key: String) throws -> Parameter { try run.parameter(key) }

  func texts(_ file: String, _ key: String) throws -> TextEncoding { try run.texts(file, key) }

  /// The script's tokens of a tower's first layers.
  func tokens(_ tower: String, layers: Int) throws -> [Parameter] {
    try (0..<layers).map { try parameter("\(tower).tokens.\($0)") }
  }

  /// The script's class prompts with tokens behind the start token.
  func classifier(of tokens: [Parameter]) throws -> TextClassifier {
    let rows = try run.reference.method("coop").rows("inputs", "input_ids")
    let learner = try PromptLearner(
      text: model.text, context: tokens[0], tokens: tokens[0].rows, position: .end,
      isClassSpecific: false,
      names: rows.map { [Int]($0[1 + tokens[0].rows..<model.text.endPosition($0)]) },
      start: rows[0][0], end: rows[0].max() ?? 0, deep: tokens.dropFirst().map { LearntTokens($0) })
    return TextClassifier(encoding: learner.encoding, of: model)
  }

  func expectAgreement(_ trained: [Parameter], _ classifier: TextClassifier) throws {
    try run.expectAgreement(
      of: Parametrization(
        of: model, training: trained, changesImages: true, classifier: classifier),
      names: trained.map(\.name), SGD(trained, momentum: 0.9, weightDecay: 5e-4), rate: 0.05,
      encodesImages: true)
  }
}

extension ToyModel {
  /// Made-up normalised pixels.
  fileprivate static func pixels(images: Int) -> Matrix {
    let count = 3 * imageSize * imageSize
    return Matrix(
      rows: images, columns: count,
      values: (0..<images * count).map { Float(($0 * 7919) % 1013) / 500 - 1 })
  }
}
