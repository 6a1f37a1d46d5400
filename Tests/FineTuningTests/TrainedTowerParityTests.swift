import CLIPModels
import FileFormats
import Optimizers
import Tensors
import TestSupport
import Testing

@testable import FineTuning

/// Whole towers and every layer's deltas in training against their formulas in PyTorch and peft
/// 0.21, float64, by `scripts/fixtures/trained_towers.py`.
@Suite("Methods that train towers agree with their formulas in PyTorch")
struct TrainedTowerParityTests {
  @Test("FLYP: loss with equal captions, gradients, five AdamW steps", arguments: references)
  func flyp(reference: ReferenceMethod) throws {
    let run = try AdaptationRun("flyp", reference, in: "trained_towers")
    let texts = try run.texts("inputs", "input_ids")
    let training = TowerTraining(
      run,
      Parametrization(
        of: run.model, training: run.model.parameters, changesImages: true,
        classifier: TextClassifier(encoding: texts.encoding, of: run.model))
    ) { images, labels in Contrastive.loss(images, texts, chosen: labels) }
    try training.expectGradients("grad", loss: "loss")
    try training.steps(0..<5, rate: 1e-3)
    try training.expectWeights("after5")
    try training.expectLogits("logits_after")
  }

  @Test("LP-FT: steps of tower and head from the probe's optimum", arguments: references)
  func lpFT(reference: ReferenceMethod) throws {
    let run = try AdaptationRun("lp-ft", reference, in: "trained_towers")
    let shape = try #require(try reference.methods.file(run.file).shape("lp-ft.features"))
    var path = LogisticPath(
      DoubleMatrix(
        Matrix(rows: shape[0], columns: shape[1], values: try run.floats("features"))),
      labels: try run.integers("labels"), classes: 7)
    let probe = path.fitted(0.316, tolerance: 1e-12)
    #expect(relativeError(probe.weight.values.map(Float.init), try run.floats("weight")) < 1e-6)
    let weight = Parameter(
      "head.weight", shape: [probe.weight.rows, probe.weight.columns],
      values: probe.weight.values.map(Float.init))
    let bias = Parameter("head.bias", shape: [7], values: probe.bias.map(Float.init))
    bias.decays = false
    let head = HeadClassifier(weight: weight, bias: bias, isNormalized: false, of: run.model)
    let training = TowerTraining(
      run,
      Parametrization(
        of: run.model, training: run.model.vision.parameters + head.parameters,
        changesImages: true, classifier: head))
    try training.expectGradients("grad", loss: "loss")
    try training.steps(0..<5, rate: 1e-3)
    try training.expectWeights("after5")
    try training.expectLogits("logits_after")
  }

  @Test("WiSE-FT: scores half way between start and end of tower and head", arguments: references)
  func wiseFT(reference: ReferenceMethod) throws {
    let run = try AdaptationRun("wise-ft", reference, in: "trained_towers")
    let texts = try run.texts("inputs", "input_ids").features(on: run.workers)
    let head = HeadClassifier(texts: texts, of: run.model)
    let parametrization = Parametrization(
      of: run.model, training: run.model.vision.parameters + head.parameters,
      changesImages: true, classifier: head)
    let start = StartingPoint()
    start.take(parametrization)
    let training = TowerTraining(run, parametrization)
    try training.expectGradients("grad", loss: "loss")
    try training.steps(0..<5, rate: 1e-3)
    try training.expectWeights("after5")
    try training.expectLogits("logits_after")
    start.interpolate(0.5)
    try training.expectLogits("logits_half")
  }

  @Test(
    "LoRA at q, k, v, o, fc1, fc2: gradients, five steps, half the delta", arguments: references)
  func lora(reference: ReferenceMethod) throws {
    let run = try AdaptationRun("lora", reference, in: "trained_towers")
    let modules: [(site: AdapterSite, name: String)] = [
      (.query, "self_attn.q_proj"), (.key, "self_attn.k_proj"), (.value, "self_attn.v_proj"),
      (.output, "self_attn.out_proj"), (.expand, "mlp.fc1"), (.contract, "mlp.fc2"),
    ]
    var deltas: [LowRankAdapter] = []
    for (tower, blocks) in [("text", run.model.text.blocks), ("vision", run.model.vision.blocks)] {
      for (index, block) in blocks.enumerated() {
        for module in modules {
          let name =
            "base_model.model.\(tower)_model.encoder.layers.\(index).\(module.name).lora_"
          let (inputs, outputs) = block.shape(of: module.site)
          let adapter = LowRankAdapter(
            a: Parameter(
              "\(name)A.weight", shape: [2, inputs],
              values: try run.floats("init.\(name)A.weight")),
            b: Parameter("\(name)B.weight", shape: [outputs, 2], repeating: 0), alpha: 3,
            isRankStabilised: false)
          block.adapters[module.site] = adapter
          deltas.append(adapter)
        }
      }
    }
    let parametrization = Parametrization(
      of: run.model, training: deltas.flatMap { [$0.a, $0.b] }, scaling: deltas.map(\.b),
      changesImages: true,
      classifier: TextClassifier(
        encoding: try run.texts("inputs", "input_ids").encoding, of: run.model))
    let start = StartingPoint()
    start.take(parametrization)
    let training = TowerTraining(run, parametrization)
    try training.expectGradients("grad", loss: "loss")
    try training.steps(0..<5, rate: 1e-2)
    try training.expectWeights("after5")
    try training.expectLogits("logits_after")
    try training.expectGradients("grad_after5")
    start.interpolate(0.5)
    try training.expectLogits("logits_half")
  }

  @Test("gradual unfreezing: each stage's gradients, steps and scores", arguments: references)
  func staged(reference: ReferenceMethod) throws {
    let run = try AdaptationRun("staged", reference, in: "trained_towers")
    let classifier = TextClassifier(
      encoding: try run.texts("inputs", "input_ids").encoding, of: run.model)
    for (index, batches) in [0..<2, 2..<4, 4..<5].enumerated() {
      let stage = GradualUnfreezing().stages[index]
      let training = TowerTraining(
        run,
        Parametrization(
          of: run.model, training: try stage.parameters(in: run.model, hasTexts: true),
          changesImages: true, classifier: classifier))
      try training.expectGradients("grad\(index)")
      try training.steps(batches, rate: 1e-2 * stage.rate)
      try training.expectWeights("after\(index)")
      try training.expectLogits("logits\(index)")
    }
  }
}

/// Steps of one parametrization, compared with a part of the script's file.
private struct TowerTraining {
  private let run: AdaptationRun
  private let parametrization: Parametrization
  private let step: CoupledStep
  private let optimizer: any Optimizer
  private let loss: (Branch, [Int]) throws -> StepLoss

  /// Trains by a loss of image features and labels; by default the cross-entropy.
  init(
    _ run: AdaptationRun, _ parametrization: Parametrization,
    loss: ((Branch, [Int]) throws -> StepLoss)? = nil
  ) {
    self.run = run
    self.parametrization = parametrization
    step = CoupledStep(training: parametrization.trained, on: run.workers, slots: 2)
    optimizer = AdamW(parametrization.trained, weightDecay: 0.01)
    let entropy = CrossEntropy.losses(of: parametrization.classifier)
    self.loss =
      loss ?? { images, labels in
        try entropy(
          TrainingBatch(
            shots: [Int](labels.indices), labels: labels, epoch: 0, step: 0, images: images,
            patches: { images }))
      }
  }

  private func gradients(_ pixels: Matrix, _ labels: [Int]) throws -> Float {
    let loss = try loss(run.model.images(pixels), labels)
    return step.run(loss.branches, loss: loss.value)
  }

  func expectGradients(_ part: String, loss: String? = nil) throws {
    let found = try gradients(
      run.reference.pixels("inputs", "pixel_values"),
      run.reference.base.integers("inputs", "labels"))
    if let loss { #expect(relativeError([found], try run.floats(loss)) < 1e-5) }
    try expect(part) { step.gradients.values($0) }
  }

  func steps(_ batches: Range<Int>, rate: Double) throws {
    for batch in batches {
      _ = try gradients(run.reference.batch(batch), run.reference.labels(batch))
      optimizer.update(step.gradients, learningRate: rate, on: run.workers)
    }
  }

  func expectWeights(_ part: String) throws { try expect(part) { $0.values } }

  func expectLogits(_ part: String) throws {
    let features = run.features(try run.reference.pixels("inputs", "pixel_values"))
    let logits = parametrization.classifier.finished(on: run.workers)
      .outputs(of: features, on: run.workers).logits
    #expect(relativeError(logits.values, try run.floats(part)) < 1e-4, "\(run.name) \(part)")
  }

  /// Compares 24 numbers of each tensor, in the order of the script's names.
  private func expect(_ part: String, _ values: (Parameter) -> [Float]) throws {
    var rows: [(name: String, values: [Float])] = []
    for parameter in parametrization.trained {
      let name = parameter.name
      let isOwn = name.hasPrefix("head.") || name.contains("lora_")
      let names = isOwn ? [name] : huggingFaceNames(name)
      let all = values(parameter)
      let size = all.count / names.count
      for (place, name) in names.enumerated() {
        rows.append((name, [Float](all[place * size..<(place + 1) * size])))
      }
    }
    let stored = try run.floats(part)
    let width = 24
    #expect(stored.count == width * rows.count, "\(run.name) \(part)")
    for (index, row) in rows.sorted(by: { $0.name < $1.name }).enumerated()
    where !row.name.hasSuffix("k_proj.bias") {
      let stride = max(1, row.values.count / width)
      let found = (0..<min(width, row.values.count)).map { row.values[$0 * stride] }
      let expected = [Float](stored[index * width..<index * width + found.count])
      #expect(
        relativeError(found, expected) < 1e-4,
        "\(run.reference) \(run.name) \(part) \(row.name)")
    }
  }
}
