import CLIPModels
import Datasets
import FileFormats
import Images
import Optimizers
import Tensors
import TestModels
import TestSupport
import Testing

@testable import FineTuning

/// LoCoOp and CoCoOp against their formulas in PyTorch, float64, by `scripts/fixtures/prompts.py`.
@Suite("LoCoOp and CoCoOp agree with their formulas")
struct PromptMethodTests {
  @Test(
    "LoCoOp: the loss with regions, the context's gradient, five SGD steps", arguments: references,
    [3, 6])
  func loCoOp(reference: ReferenceMethod, top: Int) throws {
    let run = try AdaptationRun("locoop\(top)", reference, in: "prompts")
    let learner = try run.learner()
    var term = RegionEntropy()
    // Of seven classes 200 are all but one.
    term.top = top == 6 ? 200 : top
    try run.expectAgreement(
      of: Parametrization(
        of: run.model, training: [learner.context], changesImages: false,
        classifier: TextClassifier(encoding: learner.encoding, of: run.model)),
      names: ["ctx"], SGD([learner.context], momentum: 0.9, weightDecay: 5e-4), rate: 0.002,
      terms: [term.terms(logScale: run.model.logitScale)])
  }

  @Test("as many regions count as in PyTorch", arguments: references, [3, 6])
  func regions(reference: ReferenceMethod, top: Int) throws {
    let run = try AdaptationRun("locoop\(top)", reference, in: "prompts")
    let texts = try run.learner().encoding.features(on: run.workers)
    let local = run.localFeatures(try reference.pixels("inputs", "pixel_values"))
    let logits = FineTunedClassifier(texts: texts, logitScale: logitScale(of: run.model))
      .outputs(of: local, on: run.workers).logits
    let labels = try reference.base.integers("inputs", "labels")
    let patches = local.rows / labels.count
    let found = RegionEntropy.unrelated(
      logits, labels: labels.flatMap { [Int](repeating: $0, count: patches) }, top: top)
    #expect(try found.count == run.integers("regions")[0])
  }

  @Test("a region counts if its label is not among the likeliest, by hand")
  func unrelatedByHand() {
    let logits = Matrix(
      rows: 3, columns: 4, values: [4, 3, 2, 1, 1, 2, 3, 4, 2, 2, 2, 2])
    // Label 1 is second, third, and tied with all, which counts as first.
    func found(_ top: Int) -> [Int] {
      RegionEntropy.unrelated(logits, labels: [1, 1, 1], top: top)
    }
    #expect(found(1) == [0, 1])
    #expect(found(2) == [1])
    #expect(found(3) == [])
    // At most all but one: only a label that is the least likely counts.
    let last = RegionEntropy.unrelated(logits, labels: [3, 3, 3], top: 200)
    #expect(last == [0])
  }

  @Test("CoCoOp: loss, the gradients of context and network, five SGD steps", arguments: references)
  func coCoOp(reference: ReferenceMethod) throws {
    let run = try AdaptationRun("cocoop", reference, in: "prompts")
    let prompts = try conditional(run)
    try run.expectAgreement(
      of: Parametrization(
        of: run.model, training: prompts.parameters, changesImages: false,
        classifier: ConditionalClassifier(prompts, of: run.model, workers: run.workers)),
      names: ["ctx", "w1", "b1", "w2", "b2"],
      SGD(prompts.parameters, momentum: 0.9, weightDecay: 5e-4), rate: 0.1)
  }

  @Test(
    "CoCoOp's scores have the gradient of image features, and patches their image's texts",
    arguments: references)
  func coCoOpScores(reference: ReferenceMethod) throws {
    let run = try AdaptationRun("cocoop", reference, in: "prompts")
    let classifier = ConditionalClassifier(
      try conditional(run), of: run.model, workers: run.workers
    ).finished(on: run.workers)
    let pixels = try reference.pixels("inputs", "pixel_values")
    let labels = try reference.base.integers("inputs", "labels")
    let images = run.features(pixels)

    let tape = Tape(workspace: Workspace(), gradients: Gradients(of: [], slots: 1))
    let variable = tape.variable(images)
    tape.backward(tape.crossEntropy(classifier(tape, variable).logits, labels: labels))
    #expect(
      relativeError(variable.gradientMatrix.values, try run.floats("feature_grad")) < 5e-5)

    let features = classifier.outputs(of: images, on: run.workers).features
    let local = classifier.localLogits(
      of: run.localFeatures(pixels), in: features, on: run.workers)
    #expect(relativeError(local.values, try run.floats("local_logits")) < 1e-5)
  }

  @Test("an image's scores by CoCoOp do not depend on the other images, bit for bit")
  func rows() throws {
    let training = try ToyTraining(CoCoOp.self, epochs: 1)
    let encoder = ImageEncoder(
      training.model, preprocessor: try ToyTraining.task().preprocessor,
      workers: Workers(threads: 1))
    let images = try encoder.features(of: ToyImages.benchmark().test)
    let classifier = training.tuned.classifier
    let all = classifier.outputs(of: images, on: Workers(threads: 2)).logits
    for row in [0, 7, images.rows - 1] {
      let one = classifier.outputs(of: images.selecting([row]), on: Workers(threads: 1)).logits
      #expect(one == all.selecting([row]))
    }
  }

  @Test(
    "views that are drawn anew train too", arguments: [0, 1])
  func views(index: Int) throws {
    let methods: [any FineTuningMethod] = [LoCoOp.small, CoCoOp.small]
    let task = try ToyTraining.task()
    let model = try ToyModel.make()
    var stages = methods[index].stages(of: model, for: task, workers: Workers(threads: 2))
    stages[0].training.epochs = 2
    stages[0].training.views = .coop
    let tuned = try FineTuner(model, on: task, stages: stages, workers: Workers(threads: 2))
      .train()
    #expect(tuned.report.epochLosses.count == 2)
    #expect(tuned.report.epochLosses.allSatisfy { $0.isFinite })
  }

  @Test("patches that are kept are those that are computed in each step")
  func keptPatches() throws {
    let task = try ToyTraining.task()
    let model = try ToyModel.make()
    for shots in [[0], [5, 2, 11]] {
      let kept = try patches(shots, isKept: true, model, task)
      let computed = try patches(shots, isKept: false, model, task)
      #expect(relativeError(kept.values, computed.values) < 1e-6)
    }
  }

  private func patches(
    _ shots: [Int], isKept: Bool, _ model: CLIPModel, _ task: FewShotTask
  ) throws -> Matrix {
    let workers = Workers(threads: 1)
    let views = try TrainingViews(
      task, augmentation: nil, model: model, cachesFeatures: isKept,
      workers: workers)
    switch try views.patches(shots, epoch: 0) {
    case .constant(let matrix):
      #expect(isKept)
      return matrix
    case .encoded(let encoding):
      #expect(!isKept)
      var found = Matrix(rows: 0, columns: 0)
      _ = CoupledStep(training: [], on: workers).run([.encoded(encoding)]) { tape, features in
        found = features[0].matrix
        return tape.dotProduct(features[0], features[0])
      }
      return found
    }
  }

  private func conditional(_ run: AdaptationRun) throws -> ConditionalPrompts {
    ConditionalPrompts(
      learner: try run.learner(),
      network: try ["w1", "b1", "w2", "b2"].map { try run.parameter($0) })
  }
}
