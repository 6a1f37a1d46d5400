import CLIPModels
import Datasets
import Images
import Optimizers
import RandomStreams
import Tensors
import TestModels
import TestSupport
import Testing
import Tokenizers

@testable import FineTuning

/// The identities that are tested.
///
/// What is computed once instead of in every step or cell is what a step or cell would compute, up
/// to rounding. Texts' and towers' shortcuts are in `TokenLayoutTests` and `TowerShortcutTests`.
@Suite("Shortcuts of fine-tuning change nothing beyond rounding")
struct TrainingShortcutTests {
  private let workers = Workers(threads: 1)

  private func features(
    _ model: CLIPModel, _ task: FewShotTask, _ augmentation: Augmentation?, caches: Bool,
    _ chosen: [Int], epoch: Int
  ) throws -> (values: Matrix, isKept: Bool) {
    let views = try TrainingViews(
      task, augmentation: augmentation, model: model, cachesFeatures: caches, workers: workers)
    switch try views.branch(chosen, epoch: epoch) {
    case .constant(let matrix): return (matrix, true)
    case .encoded(let encoding): return (encoding.features(on: workers), false)
    }
  }

  @Test("a frozen tower's features of test-time views, kept, are those encoded in a step")
  func frozenFeatures() throws {
    let model = try ToyModel.make()
    let task = try ToyTraining.task()
    let kept = try features(model, task, nil, caches: true, [7, 2, 9], epoch: 3)
    let anew = try features(model, task, nil, caches: false, [7, 2, 9], epoch: 3)
    #expect(kept.isKept && !anew.isKept)
    #expect(relativeError(kept.values.values, anew.values.values) < 1e-6)
  }

  @Test("a random view is a function of seed, epoch and image, whatever else is in the batch")
  func randomViews() throws {
    let model = try ToyModel.make()
    let task = try ToyTraining.task()
    func row(_ chosen: [Int], at place: Int, epoch: Int, of task: FewShotTask) throws -> [Float] {
      let found = try features(model, task, .coOp, caches: true, chosen, epoch: epoch)
      // Each is seen once in a training, so a unit has nothing to keep.
      #expect(!found.isKept)
      return [Float](found.values.row(place))
    }
    let alone = try row([5], at: 0, epoch: 2, of: task)
    let among = try row([1, 11, 5, 3], at: 2, epoch: 2, of: task)
    #expect(relativeError(among, alone) < 1e-6)
    // Another method, rate or objective on the same shots draws the same views.
    let others = FewShotTask(
      images: task.images.selecting([0, 5, 9]), templates: [PromptTemplate("a {}.")],
      tokenizer: task.tokenizer, preprocessor: task.preprocessor, seed: task.seed)
    #expect(relativeError(try row([1], at: 0, epoch: 2, of: others), alone) < 1e-6)
    #expect(relativeError(try row([5], at: 0, epoch: 3, of: task), alone) > 1e-3)
    let seeded = FewShotTask(
      images: task.images, templates: task.templates, tokenizer: task.tokenizer,
      preprocessor: task.preprocessor, seed: task.seed + 1)
    #expect(relativeError(try row([5], at: 0, epoch: 2, of: seeded), alone) > 1e-3)
  }

  @Test("texts of fixed prompts, encoded once, give the scores of texts encoded in every step")
  func fixedTexts() throws {
    let model = try ToyModel.make()
    let task = try ToyTraining.task()
    let texts = try textEncoding(of: task, model: model)
    let images = try ImageEncoder(model, preprocessor: task.preprocessor, workers: workers)
      .features(of: task.images)
    let fixed = TextClassifier(fixed: texts.features(on: workers), of: model)
    let anew = TextClassifier(encoding: texts.encoding, of: model)
    let tape = Tape(workspace: Workspace())
    let step = anew.outputs(
      tape, images: tape.constant(images), texts: tape.constant(texts.features(on: workers)))
    let once = fixed.outputs(tape, images: tape.constant(images), texts: nil)
    #expect(relativeError(once.logits.matrix.values, step.logits.matrix.values) < 1e-6)
    // And after training, for scoring: whatever the batch, texts are not encoded again.
    let finished = anew.finished(on: workers).outputs(of: images, on: workers).logits
    #expect(relativeError(finished.values, step.logits.matrix.values) < 1e-6)
  }

  @Test("equal captions of a batch, encoded once, give the loss and the summed gradients")
  func equalCaptions() throws {
    let model = try ToyModel.make()
    let task = try ToyTraining.task()
    let parametrization = Parametrization(
      of: model, training: model.parameters, changesImages: true,
      classifier: TextClassifier(
        encoding: try textEncoding(of: task, model: model).encoding, of: model))
    let texts = try textEncoding(of: task, model: model)
    let chosen = [0, 2, 0, 1, 0, 2]
    let shots = [0, 8, 1, 4, 2, 9]
    let views = try TrainingViews(
      task, augmentation: nil, model: model, cachesFeatures: false, workers: workers)
    func step(_ loss: StepLoss) -> (loss: Float, gradients: [[Float]]) {
      let step = CoupledStep(training: parametrization.trained, on: workers, slots: 2)
      let value = step.run(loss.branches, loss: loss.value)
      return (value, parametrization.trained.map { step.gradients.values($0) })
    }
    let images = try views.branch(shots, epoch: 0)
    let once = step(Contrastive.loss(images, texts, chosen: chosen))
    // Captions of different places are encoded apart, however equal their tokens.
    let apart = TextEncoding(model: model, tokens: chosen.map { texts.tokens[$0] })
    let all = step(Contrastive.loss(images, apart, chosen: [Int](chosen.indices)))
    #expect(relativeError([once.loss], [all.loss]) < 1e-6)
    for (index, parameter) in parametrization.trained.enumerated() {
      #expect(
        relativeError(once.gradients[index], all.gradients[index]) < 2e-5, "\(parameter.name)")
    }
  }

  @Test("low-rank products give the gradients of the dense delta, without forming it")
  func lowRank() throws {
    // y = x (W + s B A)^T: with G = dL/dW of the dense layer, dL/dB = s G A^T and dL/dA = s B^T G.
    let task = try ToyTraining.task()
    let model = try ToyModel.make()
    let block = model.vision.blocks[1]
    let (inputs, outputs) = block.shape(of: .expand)
    var random = RandomSource(seed: 3, purpose: "deltas")
    func values(_ count: Int) -> [Float] {
      (0..<count).map { _ in Float(random.uniform(-0.2, 0.2)) }
    }
    let a = Parameter("A", shape: [2, inputs], values: values(2 * inputs))
    let b = Parameter("B", shape: [outputs, 2], values: values(2 * outputs))
    let adapter = LowRankAdapter(a: a, b: b, alpha: 3, isRankStabilised: false)
    let classifier = TextClassifier(
      fixed: try textEncoding(of: task, model: model).features(on: workers), of: model)
    let views = try TrainingViews(
      task, augmentation: nil, model: model, cachesFeatures: false, workers: workers)
    let branch = try views.branch([0, 4, 8], epoch: 0)
    func gradients(_ trained: [Parameter]) throws -> [[Float]] {
      _ = Parametrization(
        of: model, training: trained, changesImages: true, classifier: classifier)
      let step = CoupledStep(training: trained, on: workers, slots: 1)
      let loss = try CrossEntropy.losses(of: classifier)(
        TrainingBatch(
          shots: [0, 4, 8], labels: [0, 1, 2], epoch: 0, step: 0, images: branch,
          patches: { branch }))
      _ = step.run(loss.branches, loss: loss.value)
      return trained.map { step.gradients.values($0) }
    }
    block.adapters[.expand] = adapter
    let low = try gradients([a, b])
    #expect(low.map(\.count) == [2 * inputs, 2 * outputs])
    _ = model.mergeAdapters()
    let dense = try gradients([block.expand.weight])[0]
    var byA = [Float](repeating: 0, count: 2 * inputs)
    var byB = [Float](repeating: 0, count: 2 * outputs)
    for o in 0..<outputs {
      for i in 0..<inputs {
        for r in 0..<2 {
          byB[o * 2 + r] += 1.5 * dense[o * inputs + i] * a.values[r * inputs + i]
          byA[r * inputs + i] += 1.5 * b.values[o * 2 + r] * dense[o * inputs + i]
        }
      }
    }
    #expect(relativeError(low[0], byA) < 2e-5)
    #expect(relativeError(low[1], byB) < 2e-5)
  }

  @Test("Tip-Adapter's grid from one affinity counts what the classifier of each cell gets right")
  func grid() throws {
    let task = try ToyTraining.task()
    let model = try ToyModel.make()
    var cache = KeyCache.small
    cache.isSearched = false
    let parametrization = try cache.parametrization(
      trainsKeys: false, of: model, for: task, workers: workers)
    let classifier = try #require(parametrization.classifier as? KeyClassifier)
    let images = try ImageEncoder(model, preprocessor: task.preprocessor, workers: workers)
      .features(of: task.validation)
    let labels = task.validation.labels
    let alphas: [Float] = [0.1, 1, 2.9]
    for beta: Float in [0.1, 3, 6.9] {
      let counts = classifier.rightCounts(of: images, labels: labels, alphas: alphas, beta: beta)
      for (index, alpha) in alphas.enumerated() {
        classifier.mixture.values = [alpha, beta]
        let logits = classifier.finished(on: workers).outputs(of: images, on: workers).logits
        let right = zip(FineTunedClassifier.predictions(logits), labels).count { $0 == $1 }
        #expect(counts[index] == right, "\(alpha) \(beta)")
      }
    }
  }
}
